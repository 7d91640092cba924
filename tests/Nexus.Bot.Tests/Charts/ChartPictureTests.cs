using Nexus.Bot.Charts;
using SkiaSharp;

namespace Nexus.Bot.Tests.Charts;

public sealed class ChartPictureTests
{
    private const string Rust = "#B4530A";

    [Fact]
    public async Task A_picture_has_its_size_its_bars_and_its_words()
    {
        using var picture = await DrawAsync(Rows(("kafka with django", 12), ("kubernetes", 3)));

        Assert.Equal((ChartPicture.Width, ChartPicture.HeightOf(Rows(("a", 1), ("b", 1)))), (picture.Width, picture.Height));
        Assert.InRange(Count(picture, IsRust), 30_000, 200_000);
        Assert.InRange(Count(picture, IsInk, toX: 700, toY: 84), 800, 20_000); // the heading
        Assert.InRange(Count(picture, IsInk, toX: 300, fromY: 84), 800, 20_000); // the labels
    }

    [Fact]
    public async Task Every_label_and_number_is_drawn_and_a_longer_bar_is_more()
    {
        using var bare = await DrawAsync(Rows((" ", 1)));
        using var labelled = await DrawAsync(Rows(("kafka", 1)));
        using var two = await DrawAsync(Rows(("kafka", 10), ("celery", 5)));
        using var equal = await DrawAsync(Rows(("kafka", 10), ("celery", 10)));

        Assert.True(Count(labelled, IsInk, fromY: 84) > Count(bare, IsInk, fromY: 84) + 300);
        var (half, full) = (Count(two, IsRust), Count(equal, IsRust));
        Assert.InRange(half / (double)full, 0.72, 0.78);
    }

    [Fact]
    public async Task Columns_keep_their_newest_label_however_many_there_are()
    {
        var weeks = Enumerable.Range(1, 26).Select(week => new ChartBar($"{week} Jan", week)).ToList();
        var panel = new ChartPanel("Weeks", ChartShape.Columns, weeks, Rust, "nothing");
        using var all = await DrawAsync([panel]);
        using var without = await DrawAsync([panel with { Bars = [.. weeks.SkipLast(1), new ChartBar(" ", 26)] }]);

        Assert.True(Count(all, IsInk, fromY: 84) > Count(without, IsInk, fromY: 84) + 100);
        Assert.Equal(0, Count(all, IsInk, fromX: ChartPicture.Width - 19, fromY: 84)); // nothing is cut off at the edge
    }

    [Fact]
    public async Task A_single_column_is_no_wall()
    {
        using var picture = await DrawAsync([new ChartPanel("Weeks", ChartShape.Columns, [new ChartBar("1 Jan", 3)], Rust, "nothing")]);

        Assert.InRange(Count(picture, IsRust), 10_000, ChartPicture.Width * 330 / 6);
    }

    [Fact]
    public async Task Whatever_users_wrote_is_drawn_without_control_characters_and_cut()
    {
        var long1 = new string('w', 500);
        using var picture = await DrawAsync(Rows((long1, 3), ("a\u202Eb\u0000c\nd", 2), ("שלום 🎉 你好", 1)));

        Assert.InRange(Count(picture, IsRust), 20_000, 200_000); // the bars still have room beside the longest label
        Assert.Equal("Bar chart. Not found: abc d 2.", ChartPicture.Describe(Rows(("a\u202Eb\u0000c\nd", 2))));
        Assert.InRange(ChartPicture.Describe(Rows([.. Enumerable.Repeat((long1, 1), 10)])).Length, 900, 1024);
    }

    [Fact]
    public async Task Without_bars_it_says_so()
    {
        IReadOnlyList<ChartPanel> empty = [new ChartPanel("Not found", ChartShape.Rows, [], Rust, "Everything was found.")];
        using var picture = await DrawAsync(empty);

        Assert.Equal(0, Count(picture, IsRust));
        Assert.InRange(Count(picture, IsInk, fromY: 84), 1_000, 20_000);
        Assert.Equal("Bar chart. Not found: Everything was found.", ChartPicture.Describe(empty));
    }

    [Fact]
    public async Task Several_at_once_are_all_drawn()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(1, 6).Select(count => ChartPicture.DrawAsync(Rows(("kafka", count)), default)));

        Assert.All(drawn, png => Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]));
    }

    private static IReadOnlyList<ChartPanel> Rows(params (string Label, int Value)[] bars) =>
        [new ChartPanel("Not found", ChartShape.Rows, [.. bars.Select(bar => new ChartBar(bar.Label, bar.Value))], Rust, "Everything was found.")];

    private static async Task<SKBitmap> DrawAsync(IReadOnlyList<ChartPanel> panels) => SKBitmap.Decode(await ChartPicture.DrawAsync(panels, default));

    private static bool IsInk(SKColor color) => color is { Red: < 90, Green: < 90, Blue: < 90 };

    private static bool IsRust(SKColor color) => color is { Red: > 160, Green: < 110, Blue: < 60 };

    private static int Count(SKBitmap picture, Predicate<SKColor> isIt, int fromX = 0, int toX = int.MaxValue, int fromY = 0, int toY = int.MaxValue)
    {
        var count = 0;
        for (var y = fromY; y < Math.Min(toY, picture.Height); y++)
        {
            for (var x = fromX; x < Math.Min(toX, picture.Width); x++)
            {
                count += isIt(picture.GetPixel(x, y)) ? 1 : 0;
            }
        }

        return count;
    }
}
