using System.Globalization;
using SkiaSharp;

namespace Nexus.Bot.Charts;

/// <summary>
/// Hours of a week as a PNG: seven rows of 24 fields, the darker the more, each with its number. Read on a phone, in Discord's dark and
/// light theme; nothing of the drawing library is loaded before the first picture.
/// </summary>
internal static class HeatMap
{
    public const int Days = 7;
    public const int Hours = 24;
    public const int Width = 1200;

    private const int Left = 116;
    private const int Top = 150;
    private const int Cell = 43;
    private const int RowHeight = 64;
    private const int Foot = 30;
    private const int Margin = 36;
    private const float TitleSize = 40;
    private const float TextSize = 28;
    private const float NumberSize = 24;
    private const int HoursBetweenLabels = 3;

    private static readonly string[] s_days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly SKColor s_ink = SKColor.Parse("#1F2328");
    private static readonly SKColor s_none = SKColor.Parse("#EEF1F4");
    private static readonly SKColor s_few = SKColor.Parse("#D6E4F7");
    private static readonly SKColor s_all = SKColor.Parse("#0B3D91");

    // One at a time: a picture takes some megabytes while it is drawn.
    private static readonly SemaphoreSlim s_turn = new(1, 1);

    /// <summary>Draws on a thread of its own, since the first picture takes a quarter of a second.</summary>
    /// <param name="counts">By day from Monday and hour: from 0 to <paramref name="most"/>.</param>
    public static async Task<byte[]> DrawAsync(string title, string subtitle, int[,] counts, int most, CancellationToken ct)
    {
        await s_turn.WaitAsync(ct);
        try
        {
            return await Task.Factory.StartNew(() => Draw(title, subtitle, counts, most), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            s_turn.Release();
        }
    }

    private static byte[] Draw(string title, string subtitle, int[,] counts, int most)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Top + (Days * RowHeight) + Foot));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        Write(canvas, title, TitleSize, Margin, 58, s_ink, SKTextAlign.Left);
        Write(canvas, subtitle, TextSize, Margin, 100, s_ink, SKTextAlign.Left);
        for (var hour = 0; hour < Hours; hour += HoursBetweenLabels)
        {
            Write(canvas, Number(hour), TextSize, Left + (hour * Cell) + (Cell / 2f), Top - 12, s_ink, SKTextAlign.Center);
        }

        for (var day = 0; day < Days; day++)
        {
            var top = Top + (day * RowHeight);
            Write(canvas, s_days[day], TextSize, Margin, top + 42, s_ink, SKTextAlign.Left);
            for (var hour = 0; hour < Hours; hour++)
            {
                var count = counts[day, hour];
                var share = most == 0 ? 0 : (float)count / most;
                using var paint = new SKPaint { Color = count == 0 ? s_none : Between(share), IsAntialias = true };
                canvas.DrawRoundRect(Left + (hour * Cell) + 1, top + 2, Cell - 2, RowHeight - 4, 6, 6, paint);
                if (count > 0)
                {
                    Write(canvas, Number(count), NumberSize, Left + (hour * Cell) + (Cell / 2f), top + 41, share > 0.45f ? SKColors.White : s_ink, SKTextAlign.Center);
                }
            }
        }

        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static SKColor Between(float share) => new(Mix(s_few.Red, s_all.Red, share), Mix(s_few.Green, s_all.Green, share), Mix(s_few.Blue, s_all.Blue, share));

    private static byte Mix(byte from, byte to, float share) => (byte)Math.Clamp(from + ((to - from) * share), 0, 255);

    private static void Write(SKCanvas canvas, string text, float size, float x, float baseline, SKColor colour, SKTextAlign align)
    {
        using var font = new SKFont(PictureFont.Face, size) { Subpixel = true };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawText(text, x, baseline, align, font, paint);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
