using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Roadmap;
using Nexus.Bot.Features.Ideas.Rules;
using SkiaSharp;

namespace Nexus.Bot.Tests.Ideas.Roadmap;

public sealed class RoadmapTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<SKTypeface> Inter = new(() => SKTypeface.FromFile(Path.Combine(AppContext.BaseDirectory, "fonts", "Inter-Medium.ttf")));

    [Fact]
    public void In_words_it_says_what_the_picture_shows()
    {
        var board = Board("Ideas", [Card(1, IdeaStatus.Proposed, "Study buddy", votes: 4, new RoleFill(IdeaRole.Backend, 1, 2)), Card(2, IdeaStatus.Building, "Bus\u202Epass", votes: 1)]);

        Assert.Equal(
            "Roadmap with 6 columns. Proposed: #1 Study buddy (4 votes, backend 1/2). Shaping: nothing. Ready: nothing. Building: #2 Buspass (1 vote). Shipped: nothing. Parked: nothing.",
            board.Describe());
    }

    [Fact]
    public void In_words_it_fits_however_much_there_is_and_names_an_idea_of_each_column()
    {
        var statuses = new[] { IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready, IdeaStatus.Building, IdeaStatus.Shipped, IdeaStatus.Parked };
        var board = Board("Ideas", Enumerable.Range(0, 60).Select(number =>
            Card(number, statuses[number % 6], new string('w', 100), votes: 60 - number, new RoleFill(IdeaRole.Backend, 1, 2), new RoleFill(IdeaRole.Frontend, 1, 2))));

        var words = board.Describe();

        Assert.InRange(words.Length, 500, 1000);
        Assert.All(board.Columns, column => Assert.Contains($"{IdeaText.Status(column.Status)}: #{column.Cards[0].Number} ww", words));
        Assert.Contains("and 9 more", words);
    }

    [Theory]
    [InlineData("Study buddy finder", "Study buddy finder")]
    [InlineData("🎉 Party 🎉🎉 planner", "Party planner")]
    [InlineData("👩‍💻👨🏽‍💻 Pairing 🇬🇭", "Pairing")]
    [InlineData("🎉🎉🎉", "Idea #12")]
    [InlineData("מערכת הרשמה", "Idea #12 […]")]
    [InlineData("Exam helper 試験 対策", "Exam helper […]")]
    [InlineData("Kỳ thi cho mọi người", "Kỳ thi cho mọi người")]
    [InlineData("Кошелёк для студентов", "Кошелёк для студентов")]
    [InlineData("a\u202Eb\u0000c\nd\tz\u0336", "abc d z")]
    [InlineData("C# & <b>F#</b> **50%**", "C# & <b>F#</b> **50%**")]
    public void What_the_font_cannot_draw_is_left_out_or_marked_and_never_a_box(string title, string drawn)
    {
        Assert.Equal(drawn, PictureText.Drawable(title, "Idea #12", Inter.Value));
    }

    [Theory]
    [InlineData("one two three", 7, 3, "one two|three")]
    [InlineData("one two three four", 7, 2, "one two|three…")]
    [InlineData("internationalisation now", 8, 3, "internat|ionalisa|tion now")]
    [InlineData("aaa internationalisation", 8, 2, "aaa|interna…")]
    [InlineData("word", 8, 3, "word")]
    [InlineData("", 8, 3, "")]
    [InlineData("éééééééééé", 4, 2, "éééé|ééé…")]
    public void Titles_are_wrapped_between_words_and_cut_at_a_text_element(string title, int width, int most, string lines)
    {
        var wrapped = PictureText.Wrap(title, line => new System.Globalization.StringInfo(line).LengthInTextElements, width, most);

        Assert.Equal(lines, string.Join('|', wrapped));
    }

    [Fact]
    public async Task A_picture_is_as_wide_as_a_phone_shows_sharply_and_no_higher_than_its_screen()
    {
        using var empty = await DrawAsync([]);
        using var full = await DrawAsync(Full());

        Assert.Equal((1080, 1080), (empty.Width, full.Width));
        Assert.InRange(empty.Height, 300, 700);
        Assert.InRange(full.Height, 1200, 2400);
        Assert.True(RoadmapPicture.TextSize >= 28);
    }

    [Fact]
    public async Task Title_votes_and_each_place_are_drawn_and_a_taken_place_is_filled()
    {
        using var open = await DrawAsync([Card(1, IdeaStatus.Proposed, " ", votes: 1, new RoleFill(IdeaRole.Backend, 0, 3))]);
        using var taken = await DrawAsync([Card(1, IdeaStatus.Proposed, " ", votes: 1, new RoleFill(IdeaRole.Backend, 3, 3))]);
        using var fewer = await DrawAsync([Card(1, IdeaStatus.Proposed, " ", votes: 1, new RoleFill(IdeaRole.Backend, 2, 2))]);
        using var titled = await DrawAsync([Card(1, IdeaStatus.Proposed, "Study buddy", votes: 1, new RoleFill(IdeaRole.Backend, 2, 2))]);
        using var loved = await DrawAsync([Card(1, IdeaStatus.Proposed, " ", votes: 888, new RoleFill(IdeaRole.Backend, 2, 2))]);

        using var almost = await DrawAsync([Card(1, IdeaStatus.Proposed, " ", votes: 1, new RoleFill(IdeaRole.Backend, 2, 3))]);
        Assert.True(Ink(taken) > Ink(open) + 300, $"{Ink(taken)} {Ink(open)}");
        Assert.InRange(Ink(taken) - Ink(almost), 100, 200); // what is inside of one circle
        Assert.InRange(Ink(taken) - Ink(fewer), 200, 400); // one circle of 20 pixels
        Assert.True(Ink(titled) > Ink(fewer));
        Assert.True(Ink(loved) > Ink(fewer) + 200);
    }

    [Fact]
    public async Task Nothing_reaches_beyond_its_card()
    {
        using var picture = await DrawAsync(Full());

        for (var y = 0; y < picture.Height; y++)
        {
            Assert.False(IsInk(picture.GetPixel(20, y)) || IsInk(picture.GetPixel(picture.Width - 20, y)), $"ink at the edge, line {y}");
        }

        foreach (var gap in new[] { 26 + 330 + 9, 26 + 330 + 18 + 330 + 9 })
        {
            for (var y = 90; y < picture.Height - 70; y++)
            {
                Assert.False(IsInk(picture.GetPixel(gap, y)), $"ink between the columns at {gap}, {y}");
            }
        }
    }

    [Fact]
    public async Task Several_at_once_are_all_drawn_and_the_same_board_gives_the_same_picture()
    {
        var drawn = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RoadmapPicture.DrawAsync(Board("Ideas", Full()), default)));

        Assert.All(drawn, png => Assert.Equal(drawn[0], png));
    }

    [Fact]
    public async Task Nasty_titles_and_many_ideas_are_drawn()
    {
        var board = Board("Ideas of ProDev Backend 🎓 — cohort 7", Full());
        var png = await RoadmapPicture.DrawAsync(board, default);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.InRange(png.Length, 20_000, 400_000);
    }

    private static IReadOnlyList<IdeaCard> Full() =>
    [
        Card(1, IdeaStatus.Proposed, "Study buddy finder", 24, new RoleFill(IdeaRole.Backend, 1, 2), new RoleFill(IdeaRole.Frontend, 0, 2)),
        Card(2, IdeaStatus.Proposed, "A really long title that goes on and on about booking classrooms, labs and mentors in one calendar for everybody", 17, new RoleFill(IdeaRole.Backend, 2, 3), new RoleFill(IdeaRole.Frontend, 1, 2), new RoleFill(IdeaRole.Mentor, 0, 1)),
        Card(3, IdeaStatus.Proposed, "🎉🎉🎉🎉🎉", 3, new RoleFill(IdeaRole.Backend, 0, 5), new RoleFill(IdeaRole.Frontend, 4, 5)),
        Card(4, IdeaStatus.Proposed, "نظام حجز المواعيد", 2, new RoleFill(IdeaRole.Backend, 0, 2)),
        .. Enumerable.Range(50, 14).Select(number => Card(number, IdeaStatus.Proposed, "One more", 1)),
        Card(5, IdeaStatus.Shaping, "Donaudampfschifffahrtsgesellschaftskapitänsmützenverleih", 1_204, new RoleFill(IdeaRole.Backend, 7, 10), new RoleFill(IdeaRole.Frontend, 2, 8)),
        Card(6, IdeaStatus.Shaping, "Kỳ thi thử cho mọi người: chấm điểm tự động", 8, new RoleFill(IdeaRole.Backend, 1, 2), new RoleFill(IdeaRole.Mentor, 1, 1)),
        Card(7, IdeaStatus.Shaping, "**bold** <@123> https://example.com/very/long/path?x=1&y=2", 5, new RoleFill(IdeaRole.Frontend, 1, 1)),
        Card(8, IdeaStatus.Ready, "Mobile money wallet for the campus canteen", 11, new RoleFill(IdeaRole.Backend, 2, 2), new RoleFill(IdeaRole.Frontend, 2, 2), new RoleFill(IdeaRole.Mentor, 1, 1)),
        Card(9, IdeaStatus.Building, "Recipe box", 6, new RoleFill(IdeaRole.Backend, 2, 2), new RoleFill(IdeaRole.Frontend, 1, 1)),
        Card(10, IdeaStatus.Shipped, "Bus tracker Accra", 19, new RoleFill(IdeaRole.Backend, 2, 2), new RoleFill(IdeaRole.Frontend, 2, 2)),
    ];

    private static IdeaCard Card(long number, IdeaStatus status, string? title = null, int votes = 0, params RoleFill[] roles) =>
        new(number, title ?? $"Idea {number}", status) { Votes = votes, Roles = roles, TouchedAt = Monday };

    // As the reader cuts columns.
    private static RoadmapBoard Board(string name, IEnumerable<IdeaCard> cards) => new(name, [.. RoadmapBoard.Statuses.Select(status => cards.Where(card => card.Status == status).ToList())
        .Select((column, index) => new RoadmapColumn(RoadmapBoard.Statuses[index], [.. column.Take(RoadmapBoard.MostCards)], Math.Max(0, column.Count - RoadmapBoard.MostCards)))]);

    private static async Task<SKBitmap> DrawAsync(IReadOnlyList<IdeaCard> cards) => SKBitmap.Decode(await RoadmapPicture.DrawAsync(Board("Ideas", cards), default));

    private static bool IsInk(SKColor color) => color is { Red: < 110, Green: < 110, Blue: < 120 };

    private static int Ink(SKBitmap picture) => Enumerable.Range(0, picture.Height).Sum(y => Enumerable.Range(0, picture.Width).Count(x => IsInk(picture.GetPixel(x, y))));
}
