using System.Globalization;
using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>Cuts a phrase into words, numbers and signs, each with its meaning and place; fillers and punctuation that say nothing are left out.</summary>
internal static class Words
{
    public static List<Word> Of(string phrase)
    {
        var words = new List<Word>();
        var at = 0;
        while (at < phrase.Length)
        {
            var start = at;
            var word = phrase[at] switch
            {
                var c when char.IsAsciiDigit(c) => Number(phrase, ref at),
                var c when char.IsLetter(c) => Letters(phrase, ref at),
                _ => Sign(phrase, at++, words),
            };
            if (word.Kind != WordKind.Filler)
            {
                words.Add(word with { At = start, Length = at - start });
            }
        }

        return words;
    }

    private static Word Number(string phrase, ref int at)
    {
        var start = at;
        while (at < phrase.Length && char.IsAsciiDigit(phrase[at]))
        {
            at++;
        }

        if (at - start > 9)
        {
            return default;
        }

        var value = int.Parse(phrase.AsSpan(start, at - start), CultureInfo.InvariantCulture);
        if (at + 2 <= phrase.Length && !IsLetter(phrase, at + 2) && phrase.Substring(at, 2).ToLowerInvariant() is "st" or "nd" or "rd" or "th")
        {
            at += 2;
            return Of(value is >= 1 and <= 31 ? WordKind.Ordinal : WordKind.Unknown, value);
        }

        return Of(WordKind.Number, value);
    }

    private static Word Letters(string phrase, ref int at)
    {
        var start = at;
        if ((Zone(phrase, ref at) ?? Place(phrase, ref at)) is { } zone)
        {
            return Of(WordKind.Zone, 0) with { Zone = zone };
        }

        while (IsLetter(phrase, at) || (IsApostrophe(phrase, at) && IsLetter(phrase, at + 1)))
        {
            at++;
        }

        var word = phrase[start..at].ToLowerInvariant().Replace('’', '\'');
        if (word is "a" or "p")
        {
            // "9 a.m.", "9p"
            if (Char(phrase, at) == '.' && char.ToLowerInvariant(Char(phrase, at + 1)) == 'm' && !IsLetter(phrase, at + 2))
            {
                at += 2;
                return Of(WordKind.Meridiem, word == "p" ? 12 : 0);
            }

            if (start > 0 && char.IsAsciiDigit(phrase[start - 1]))
            {
                return Of(WordKind.Meridiem, word == "p" ? 12 : 0);
            }
        }

        // "twenty-five"
        if (word is "twenty" or "forty" && Char(phrase, at) is '-' or ' ' && at + 5 <= phrase.Length
            && phrase.AsSpan(at + 1, 4).Equals("five", StringComparison.OrdinalIgnoreCase) && !IsLetter(phrase, at + 5))
        {
            at += 5;
            word += "-five";
        }

        var (kind, value) = Lexicon.Of(word);
        return Of(kind, value);
    }

    // "Europe/London", "etc/gmt+5"
    private static string? Zone(string phrase, ref int at)
    {
        var end = at;
        var slashes = 0;
        while (IsLetter(phrase, end) || Char(phrase, end) is '_' or '/' or '-' or '+' || (slashes > 0 && char.IsAsciiDigit(Char(phrase, end))))
        {
            slashes += phrase[end++] == '/' ? 1 : 0;
        }

        if (slashes == 0 || Zones.Spelled(phrase[at..end]) is not { } zone)
        {
            return null;
        }

        at = end;
        return zone;
    }

    // "9am in Lagos", "3pm New York time", "10:00 WAT"; a place of up to three words, unless the first is one of ours.
    private static string? Place(string phrase, ref int at)
    {
        Span<int> ends = stackalloc int[3];
        var many = 0;
        for (var end = at; many < ends.Length && IsLetter(phrase, end); end++)
        {
            while (IsLetter(phrase, end))
            {
                end++;
            }

            ends[many++] = end;
            if (Char(phrase, end) != ' ')
            {
                break;
            }
        }

        if (Lexicon.Has(phrase[at..ends[0]].ToLowerInvariant()))
        {
            return null;
        }

        for (var words = many; words > 0; words--)
        {
            if (ZoneSearch.Named(phrase[at..ends[words - 1]]) is { } zone)
            {
                at = ends[words - 1];
                return zone;
            }
        }

        return null;
    }

    private static Word Sign(string phrase, int at, List<Word> words)
    {
        var before = Char(phrase, at - 1);
        var after = Char(phrase, at + 1);
        var between = char.IsAsciiDigit(before) && char.IsAsciiDigit(after);
        return phrase[at] switch
        {
            ',' or ';' or '~' => Of(WordKind.Filler),
            var c when char.IsWhiteSpace(c) => Of(WordKind.Filler),
            ':' => Of(between ? WordKind.Colon : WordKind.Filler),
            '.' => Of(between ? WordKind.Dot : WordKind.Filler),
            '/' => Of(between ? WordKind.Slash : char.IsLetter(before) && char.IsLetter(after) ? WordKind.Filler : WordKind.Unknown),
            '+' => Of(char.IsAsciiDigit(after) ? WordKind.Plus : WordKind.Unknown),
            '@' => Of(char.IsLetter(after) ? WordKind.Unknown : WordKind.At),
            '-' or '–' or '—' => Of(
                char.IsLetter(before) && char.IsLetter(after) ? WordKind.To
                : char.IsAsciiDigit(after) && (!char.IsLetter(before) || words is [.., { Kind: WordKind.Utc }]) ? WordKind.Dash
                : WordKind.Filler),
            _ => default,
        };
    }

    private static Word Of(WordKind kind, int value = 0) => new(kind, value, 0, 0);

    private static char Char(string phrase, int at) => at >= 0 && at < phrase.Length ? phrase[at] : '\0';

    private static bool IsLetter(string phrase, int at) => char.IsLetter(Char(phrase, at));

    private static bool IsApostrophe(string phrase, int at) => Char(phrase, at) is '\'' or '’';
}
