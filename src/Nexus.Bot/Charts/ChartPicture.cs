using System.Globalization;
using System.Text;
using Nexus.Bot.Routing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Nexus.Bot.Charts;

/// <summary>
/// Panels of bars as a PNG that is read on a phone, in Discord's dark and light theme: its own white ground, big type, every bar
/// with its number. Nothing of the drawing library is loaded before the first picture.
/// </summary>
internal static class ChartPicture
{
    public const int Width = 1200;

    private const int HeadingHeight = 84;
    private const int ColumnsHeight = 330;
    private const int RowHeight = 62;
    private const int NothingHeight = 70;
    private const int Margin = 36;
    private const int MostRows = 10;
    private const int LongestLabel = 30;
    private const int MostLabelsInLine = 9;
    private const int MostNumbersInLine = 16;
    private const int FewColumns = 6;
    private const int MostAltText = 1000;

    private const float HeadingSize = 40;
    private const float TextSize = 30;
    private const string Ink = "#1F2328";
    private const string Family = "Inter";

    // One at a time: the library keeps fonts in static lists, and a picture takes some megabytes while it is drawn.
    private static readonly SemaphoreSlim s_turn = new(1, 1);
    private static readonly Lazy<SKTypeface> s_font = new(LoadFont);

    /// <summary>Draws on a thread of its own, since the first picture takes a quarter of a second.</summary>
    public static async Task<byte[]> DrawAsync(IReadOnlyList<ChartPanel> panels, CancellationToken ct)
    {
        await s_turn.WaitAsync(ct);
        try
        {
            return await Task.Factory.StartNew(() => Draw(panels), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            s_turn.Release();
        }
    }

    /// <summary>The same in words, for who cannot see it; within Discord's 1024 characters.</summary>
    public static string Describe(IReadOnlyList<ChartPanel> panels)
    {
        var text = new StringBuilder("Bar chart.");
        foreach (var panel in panels)
        {
            var bars = string.Join(", ", panel.Bars.Select(bar => string.Create(CultureInfo.InvariantCulture, $"{Clean(bar.Label)} {bar.Words ?? Number(bar)}")));
            text.Append(CultureInfo.InvariantCulture, $" {panel.Title}: {(bars.Length == 0 ? panel.Nothing : bars + ".")}");
        }

        return Md.Cut(text.ToString(), MostAltText);
    }

    /// <summary>How high the picture of these panels is.</summary>
    public static int HeightOf(IReadOnlyList<ChartPanel> panels) => panels.Sum(HeightOf) + Margin;

    private static byte[] Draw(IReadOnlyList<ChartPanel> panels)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, HeightOf(panels)));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        var top = 0;
        foreach (var panel in panels)
        {
            DrawText(canvas, panel.Title, HeadingSize, top + 60);
            if (panel.Bars.Count == 0)
            {
                DrawText(canvas, panel.Nothing, TextSize, top + HeadingHeight + 34);
            }
            else
            {
                DrawBars(canvas, panel, top + HeadingHeight, HeightOf(panel) - HeadingHeight);
            }

            top += HeightOf(panel);
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static int HeightOf(ChartPanel panel) => HeadingHeight + panel switch
    {
        { Bars.Count: 0 } => NothingHeight,
        { Shape: ChartShape.Columns } => ColumnsHeight,
        _ => Math.Min(panel.Bars.Count, MostRows) * RowHeight + 12,
    };

    private static void DrawText(SKCanvas canvas, string text, float size, float baseline)
    {
        using var font = new SKFont(s_font.Value, size) { Subpixel = true };
        using var paint = new SKPaint { Color = SKColor.Parse(Ink), IsAntialias = true };
        canvas.DrawText(text, Margin, baseline, SKTextAlign.Left, font, paint);
    }

    private static void DrawBars(SKCanvas canvas, ChartPanel panel, int top, int height)
    {
        using var plot = new Plot();
        var rows = panel.Shape == ChartShape.Rows;
        IReadOnlyList<ChartBar> shown = rows ? [.. panel.Bars.Take(MostRows)] : panel.Bars;
        var most = Math.Max(1, shown.Max(bar => bar.Value));
        var numbered = rows || shown.Count <= MostNumbersInLine;
        var bars = shown.Select((bar, index) => new Bar
        {
            Position = rows ? shown.Count - index : index + 1,
            Value = bar.Value,
            Size = 0.7,
            FillColor = Color.FromHex(panel.Colour),
            LineWidth = 0,
            Label = numbered || bar.Value == most ? bar.Words ?? Number(bar) : "",
        }).ToList();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.HideGrid();
        plot.Axes.Margins(0, 0);
        var drawn = plot.Add.Bars(bars);
        drawn.Horizontal = rows;
        Style(drawn.ValueLabelStyle);
        var step = rows ? 1 : (shown.Count + MostLabelsInLine - 1) / MostLabelsInLine;
        // Counted from the end, so that the newest always has its label.
        var labels = shown.Select((bar, index) => (shown.Count - 1 - index) % step == 0 ? Drawable(bar.Label) : "");
        var named = new NumericManual([.. bars.Select(bar => bar.Position)], [.. labels]);
        Style(plot.Axes.Left, rows ? named : new NumericManual());
        Style(plot.Axes.Bottom, rows ? new NumericManual() : named);
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        if (rows)
        {
            plot.Axes.SetLimits(0, most * 1.12, 0.5, shown.Count + 0.5);
        }
        else
        {
            // One column shall not be as wide as the picture, nor the label of the last of many reach beyond it.
            var beside = 0.5 + (shown.Count < FewColumns ? (FewColumns - shown.Count) / 2.0 : step > 1 ? shown.Count / 30.0 : 0);
            plot.Axes.SetLimits(1 - beside, shown.Count + beside, 0, most * 1.22);
        }

        // A plot clears all it is given, so it gets a surface of its own.
        using var surface = SKSurface.Create(new SKImageInfo(Width - Margin, height));
        plot.Render(surface.Canvas, new PixelRect(0, Width - Margin, height, 0));
        using var image = surface.Snapshot();
        canvas.DrawImage(image, Margin / 2f, top);
    }

    private static void Style(IAxis axis, ITickGenerator ticks)
    {
        axis.TickGenerator = ticks;
        axis.MajorTickStyle.Length = 0;
        axis.FrameLineStyle.Width = 0;
        Style(axis.TickLabelStyle);
    }

    private static void Style(LabelStyle label) => (label.FontName, label.FontSize, label.ForeColor) = (Family, TextSize, Color.FromHex(Ink));

    private static string Number(ChartBar bar) => bar.Value.ToString("#,0", CultureInfo.InvariantCulture);

    // What users wrote: one line, no control characters, no mirrored or joined order, and only what the font can draw.
    private static string Drawable(string label)
    {
        var clean = new StringBuilder();
        foreach (var rune in Md.Cut(Clean(label), LongestLabel).EnumerateRunes())
        {
            clean.Append(rune.IsBmp && s_font.Value.ContainsGlyph(rune.Value) ? rune.ToString() : "·");
        }

        return clean.ToString();
    }

    private static string Clean(string label) => string.Concat(Md.Line(label).Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format)));

    // Not as an IFontResolver: a type that has one loads the library when EF Core looks at all types.
    private static SKTypeface LoadFont()
    {
        Fonts.AddFontFile(Family, PictureFont.File, bold: false, italic: false);
        Fonts.Default = Family;
        return PictureFont.Face;
    }
}
