using System.Globalization;
using Nexus.Bot.Charts;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using SkiaSharp;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <summary>
/// The roadmap as a PNG that is read on a phone: three columns beside each other and three below, big type, places as filled and
/// empty circles. Nothing of the drawing library is loaded before the first picture.
/// </summary>
internal static class RoadmapPicture
{
    public const int Width = 1080;

    /// <summary>The smallest type.</summary>
    public const float TextSize = 28;

    private const float TitleSize = 42;
    private const float HeadingSize = 32;
    private const int PerBand = 3;
    private const int Margin = 26;
    private const int Gap = 18;
    private const int ColumnWidth = (Width - (2 * Margin) - ((PerBand - 1) * Gap)) / PerBand;
    private const int Padding = 16;
    private const int LineHeight = 36;
    private const int HeaderHeight = 84;
    private const int HeadingHeight = 62;
    private const int CardGap = 12;
    private const int FootHeight = 56;
    private const int MostLines = 3;
    private const int MostDots = 5;
    private const int Dot = 20;
    private const int ChipGap = 18;

    private static readonly SKColor s_ground = SKColor.Parse("#ECEEF1");
    private static readonly SKColor s_paper = SKColors.White;
    private static readonly SKColor s_ink = SKColor.Parse("#1F2328");

    // 7:1 on white, 6:1 on the ground.
    private static readonly SKColor s_quiet = SKColor.Parse("#4A525C");

    // One at a time: a picture takes some megabytes while it is drawn.
    private static readonly SemaphoreSlim s_turn = new(1, 1);

    /// <summary>Draws on a thread of its own, since the first picture takes a quarter of a second.</summary>
    public static async Task<byte[]> DrawAsync(RoadmapBoard board, CancellationToken ct)
    {
        await s_turn.WaitAsync(ct);
        try
        {
            return await Task.Factory.StartNew(() => Draw(board), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            s_turn.Release();
        }
    }

    private static byte[] Draw(RoadmapBoard board)
    {
        using var text = new SKFont(PictureFont.Face, TextSize) { Subpixel = true };
        var bands = board.Columns.Chunk(PerBand).Select(band => band.Select(column => Lay(column, text)).ToList()).ToList();
        var heights = bands.Select(band => band.Max(column => column.Height)).ToList();
        using var surface = SKSurface.Create(new SKImageInfo(Width, HeaderHeight + heights.Sum(height => height + Gap) + FootHeight));
        var canvas = surface.Canvas;
        canvas.Clear(s_ground);
        Write(canvas, PictureText.Wrap(PictureText.Drawable(board.Name, "Roadmap", PictureFont.Face), name => Measure(name, TitleSize), Width - (2 * Margin), 1)[0], TitleSize, Margin, 58, s_ink);
        var top = HeaderHeight;
        for (var band = 0; band < bands.Count; band++)
        {
            for (var column = 0; column < bands[band].Count; column++)
            {
                Draw(canvas, bands[band][column], Margin + (column * (ColumnWidth + Gap)), top, text);
            }

            top += heights[band] + Gap;
        }

        DrawLegend(canvas, top + 32);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static LaidColumn Lay(RoadmapColumn column, SKFont text)
    {
        var cards = column.Cards.Select(card => Lay(card, text)).ToList();
        var rest = column.Count == 0 || column.More > 0 ? LineHeight + CardGap : 0;
        return new LaidColumn(column, cards, HeadingHeight + cards.Sum(card => card.Height + CardGap) + rest);
    }

    private static LaidCard Lay(IdeaCard card, SKFont text)
    {
        const int Inner = ColumnWidth - (2 * Padding);
        var title = PictureText.Wrap(
            PictureText.Drawable(card.Title, string.Create(CultureInfo.InvariantCulture, $"Idea #{card.Number}"), PictureFont.Face), words => text.MeasureText(words), Inner, MostLines);
        var chips = new List<List<RoleFill>>();
        var left = 0f;
        foreach (var fill in card.Roles)
        {
            var width = ChipWidth(fill, text);
            if (chips.Count == 0 || left + width > Inner)
            {
                chips.Add([]);
                left = 0;
            }

            chips[^1].Add(fill);
            left += width + ChipGap;
        }

        return new LaidCard(card, title, chips, (2 * Padding) + ((title.Count + 1 + chips.Count) * LineHeight));
    }

    private static void Draw(SKCanvas canvas, LaidColumn column, int left, int top, SKFont text)
    {
        using var accent = new SKPaint { Color = Accent(column.Column.Status) };
        canvas.DrawRect(left, top, ColumnWidth, 6, accent);
        Write(canvas, IdeaText.Status(column.Column.Status), HeadingSize, left, top + 44, s_ink);
        Write(canvas, Number(column.Column.Count), HeadingSize, left + ColumnWidth, top + 44, s_quiet, SKTextAlign.Right);
        var y = top + HeadingHeight;
        foreach (var card in column.Cards)
        {
            Draw(canvas, card, left, y, text);
            y += card.Height + CardGap;
        }

        var rest = column.Column.Count == 0 ? "Nothing here yet" : column.Column.More > 0 ? $"+ {Number(column.Column.More)} more" : "";
        Write(canvas, rest, TextSize, left + Padding, y + 28, s_quiet);
    }

    private static void Draw(SKCanvas canvas, LaidCard card, int left, int top, SKFont text)
    {
        using var paper = new SKPaint { Color = s_paper, IsAntialias = true };
        canvas.DrawRoundRect(left, top, ColumnWidth, card.Height, 10, 10, paper);
        using var ink = new SKPaint { Color = s_ink, IsAntialias = true };
        var baseline = top + Padding + 27;
        foreach (var line in card.Title)
        {
            canvas.DrawText(line, left + Padding, baseline, text, ink);
            baseline += LineHeight;
        }

        DrawArrow(canvas, left + Padding, baseline);
        Write(canvas, Number(card.Card.Votes), TextSize, left + Padding + 30, baseline, s_ink);
        Write(canvas, $"#{Number(card.Card.Number)}", TextSize, left + ColumnWidth - Padding, baseline, s_quiet, SKTextAlign.Right);
        foreach (var row in card.Chips)
        {
            baseline += LineHeight;
            var x = (float)left + Padding;
            foreach (var fill in row)
            {
                DrawChip(canvas, fill, x, baseline, text);
                x += ChipWidth(fill, text) + ChipGap;
            }
        }
    }

    // Filled and empty, not two colours. Many places are told in figures.
    private static void DrawChip(SKCanvas canvas, RoleFill fill, float left, float baseline, SKFont text)
    {
        Write(canvas, ChipLabel(fill), TextSize, left, baseline, s_quiet);
        if (fill.Slots > MostDots)
        {
            return;
        }

        var x = left + text.MeasureText(ChipLabel(fill)) + 8 + (Dot / 2f);
        for (var seat = 0; seat < fill.Slots; seat++, x += Dot + 5)
        {
            DrawDot(canvas, x, baseline - 10, seat < fill.Taken);
        }
    }

    private static float ChipWidth(RoleFill fill, SKFont text) =>
        text.MeasureText(ChipLabel(fill)) + (fill.Slots > MostDots ? 0 : 8 + (fill.Slots * (Dot + 5)) - 5);

    private static string ChipLabel(RoleFill fill) => fill.Slots > MostDots ? $"{Short(fill.Role)} {Number(fill.Taken)}/{Number(fill.Slots)}" : Short(fill.Role);

    private static string Short(IdeaRole role) => role switch
    {
        IdeaRole.Backend => "BE",
        IdeaRole.Frontend => "FE",
        IdeaRole.Mentor => "M",
    };

    private static void DrawLegend(SKCanvas canvas, float baseline)
    {
        DrawArrow(canvas, Margin, baseline);
        Write(canvas, "votes     BE backend   FE frontend   M mentor", TextSize, Margin + 30, baseline, s_quiet);
        var x = Width - Margin - Measure("taken", TextSize) - Measure("open", TextSize) - 96;
        DrawDot(canvas, x + 10, baseline - 10, filled: true);
        Write(canvas, "taken", TextSize, x + 28, baseline, s_quiet);
        x += Measure("taken", TextSize) + 48;
        DrawDot(canvas, x + 10, baseline - 10, filled: false);
        Write(canvas, "open", TextSize, x + 28, baseline, s_quiet);
    }

    private static void DrawArrow(SKCanvas canvas, float left, float baseline)
    {
        using var path = new SKPath();
        path.MoveTo(left, baseline - 1);
        path.LineTo(left + 22, baseline - 1);
        path.LineTo(left + 11, baseline - 20);
        path.Close();
        using var paint = new SKPaint { Color = s_ink, IsAntialias = true };
        canvas.DrawPath(path, paint);
    }

    private static void DrawDot(SKCanvas canvas, float x, float y, bool filled)
    {
        using var paint = new SKPaint { Color = s_ink, IsAntialias = true, IsStroke = !filled, StrokeWidth = 3 };
        canvas.DrawCircle(x, y, filled ? Dot / 2f : (Dot / 2f) - 1.5f, paint);
    }

    private static void Write(SKCanvas canvas, string words, float size, float x, float baseline, SKColor color, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = new SKFont(PictureFont.Face, size) { Subpixel = true };
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        canvas.DrawText(words, x, baseline, align, font, paint);
    }

    private static float Measure(string words, float size)
    {
        using var font = new SKFont(PictureFont.Face, size) { Subpixel = true };
        return font.MeasureText(words);
    }

    // A help for the eye: the word stands below it.
    private static SKColor Accent(IdeaStatus status) => SKColor.Parse(status switch
    {
        IdeaStatus.Proposed => "#2563A8",
        IdeaStatus.Shaping => "#7A3FA0",
        IdeaStatus.Ready => "#0B7285",
        IdeaStatus.Building => "#B4530A",
        IdeaStatus.Shipped => "#2B7A2B",
        _ => "#57606A",
    });

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private sealed record LaidCard(IdeaCard Card, IReadOnlyList<string> Title, IReadOnlyList<List<RoleFill>> Chips, int Height);

    private sealed record LaidColumn(RoadmapColumn Column, IReadOnlyList<LaidCard> Cards, int Height);
}
