using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <summary>
/// Text of users as one font can draw it. Emoji are left out; words in letters that the font does not have become one mark, and when
/// nothing else is left the idea's number stands for its title.
/// </summary>
internal static class PictureText
{
    private const string CannotDraw = "[…]";

    public static string Drawable(string title, string otherwise, SKTypeface face)
    {
        var words = new List<string>();
        foreach (var word in title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var drawn = Word(word, face);
            if (drawn is null && words is not [.., CannotDraw])
            {
                words.Add(CannotDraw);
            }
            else if (drawn is { Length: > 0 })
            {
                words.Add(drawn);
            }
        }

        return words.Exists(word => word.Any(char.IsLetterOrDigit)) ? string.Join(' ', words)
            : words.Contains(CannotDraw) ? $"{otherwise} {CannotDraw}"
            : otherwise;
    }

    /// <summary>Lines that fit a width: broken between words, a longer word within it, and the last cut where more would come.</summary>
    public static IReadOnlyList<string> Wrap(string text, Func<string, float> widthOf, float width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (widthOf(longer) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            for (line = word; widthOf(line) > width && lines.Count <= most; line = line[lines[^1].Length..])
            {
                lines.Add(Fitting(line, widthOf, width, ""));
            }
        }

        lines.Add(line);
        return lines.Count <= most ? lines : [.. lines.Take(most - 1), Fitting($"{lines[most - 1]} {lines[most]}", widthOf, width, "…")];
    }

    // As many text elements as fit, at least one, with something behind them.
    private static string Fitting(string text, Func<string, float> widthOf, float width, string end)
    {
        var length = StringInfo.GetNextTextElementLength(text);
        while (length < text.Length && length + StringInfo.GetNextTextElementLength(text, length) is var next && widthOf(text[..next].TrimEnd() + end) <= width)
        {
            length = next;
        }

        return text[..length].TrimEnd() + end;
    }

    // Null for a word with letters that cannot be drawn.
    private static string? Word(string word, SKTypeface face)
    {
        var drawn = new StringBuilder();
        for (var at = 0; at < word.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(word, at);
            if (Rune.TryGetRuneAt(word, at, out var rune) && IsDrawn(rune))
            {
                if (face.ContainsGlyph(rune.Value))
                {
                    drawn.Append(rune); // without marks that would need a shaper to be put in place
                }
                else if (Rune.IsLetterOrDigit(rune))
                {
                    return null;
                }
            }

            at += length;
        }

        return drawn.ToString();
    }

    private static bool IsDrawn(Rune rune) => rune.IsBmp
        ? Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherSymbol or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        : Rune.IsLetterOrDigit(rune);
}
