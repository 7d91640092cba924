using SkiaSharp;

namespace Nexus.Bot.Charts;

/// <summary>The font of all pictures. It ships with the program, since the machine may have none at all; it is loaded with the first picture.</summary>
internal static class PictureFont
{
    private static readonly Lazy<SKTypeface> s_face = new(() =>
        SKTypeface.FromFile(File) ?? throw new FileNotFoundException("The font for pictures is missing beside the program.", File));

    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "fonts", "Inter-Medium.ttf");

    public static SKTypeface Face => s_face.Value;
}
