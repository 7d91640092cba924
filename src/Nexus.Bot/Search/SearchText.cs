using System.Text;

namespace Nexus.Bot.Search;

/// <summary>The one way text becomes words, for what is indexed and for what is asked.</summary>
internal static class SearchText
{
    // U+00C0 to U+017F without their marks. The program runs without ICU, so String.Normalize cannot do this.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll" +
        "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Lower-case words with single spaces between them: how names are compared ("Select_Related " and "select related" are one).</summary>
    public static string Normalise(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsWordCharacter(text, i))
            {
                result.Append(Fold(text[i]));
            }
            else if (!IsApostrophe(text[i]) && result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        if (result.Length > 0 && result[^1] == ' ')
        {
            result.Length--;
        }

        return result.ToString();
    }

    /// <summary>
    /// Splits text into words. A compound (snake_case, CamelCase, hyphens, dots) is one word that also knows its parts.
    /// </summary>
    /// <param name="text">What a person or an author wrote.</param>
    /// <param name="most">At most this many words are read; a pasted log must not make a question slow.</param>
    public static List<SearchWord> Words(ReadOnlySpan<char> text, int most = int.MaxValue)
    {
        var words = new List<SearchWord>();
        var at = 0;
        while (words.Count < most && at < text.Length)
        {
            if (!IsWordCharacter(text, at))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (IsWordCharacter(text, end) || IsApostrophe(text[end]) || IsJoiner(text, end)))
            {
                end++;
            }

            Add(words, text[at..end]);
            at = end;
        }

        return words;
    }

    private static void Add(List<SearchWord> words, ReadOnlySpan<char> raw)
    {
        // A word of more than 64 characters is a hash, a token or noise.
        if (raw.Length > 64)
        {
            return;
        }

        Span<char> whole = stackalloc char[64];
        Span<char> part = stackalloc char[64];
        int wholeLength = 0, partLength = 0;
        List<string>? parts = null;
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (IsApostrophe(c))
            {
                continue;
            }

            if (!IsWordCharacter(raw, i))
            {
                Take(part[..partLength], ref parts);
                partLength = 0;
                whole[wholeLength++] = c;
                continue;
            }

            if (i > 0 && char.IsUpper(c) && char.IsLetter(raw[i - 1]) &&
                (char.IsLower(raw[i - 1]) || (i + 1 < raw.Length && char.IsLower(raw[i + 1]))))
            {
                Take(part[..partLength], ref parts);
                partLength = 0;
            }

            whole[wholeLength++] = part[partLength++] = Fold(c);
        }

        if (parts is not null)
        {
            Take(part[..partLength], ref parts);
        }

        words.Add(new SearchWord(new string(whole[..wholeLength]), parts is { Count: > 1 } ? parts : null));
    }

    private static void Take(ReadOnlySpan<char> part, ref List<string>? parts)
    {
        if (part.Length > 0)
        {
            (parts ??= []).Add(new string(part));
        }
    }

    // '+' and '#' belong to a word when they follow it directly: c#, c++, n+1.
    private static bool IsWordCharacter(ReadOnlySpan<char> text, int at) =>
        char.IsLetterOrDigit(text[at]) ||
        (text[at] is '+' or '#' && at > 0 &&
            (char.IsLetterOrDigit(text[at - 1]) ||
                (at > 1 && text[at - 1] == text[at] && char.IsLetterOrDigit(text[at - 2]))));

    private static bool IsJoiner(ReadOnlySpan<char> text, int at) =>
        text[at] is '_' or '-' or '.' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static char Fold(char c)
    {
        c = char.ToLowerInvariant(c);
        return c is >= 'À' and <= 'ſ' ? Latin[c - 'À'] : c;
    }
}
