using Nexus.Bot.Search;

namespace Nexus.Bot.Hub;

/// <summary>
/// What is kept of a question that found nothing: lower-case words without numbers, addresses, paths, ids and anything that looks
/// like a secret. Rather too little than too much; applied to its own result it changes nothing.
/// </summary>
internal static class LookupWords
{
    private const int LongestWord = 32;
    private const int LongestToken = 40;
    private const int LongestWordWithDigits = 12;
    private const int MostDigits = 3;
    private const int MixedFrom = 16;

    private static readonly string[] Secrets = ["password", "passwd", "passphrase", "pwd", "pass", "secret", "token", "apikey", "key", "pin", "bearer"];
    private static readonly string[] Is = ["is", "was"];

    /// <summary>At most <see cref="LookupMissTable.MaxQuestion"/> characters; empty when nothing is left.</summary>
    public static string Of(string question)
    {
        var kept = new List<string>();
        var length = 0;
        bool afterSecret = false, valueNext = false;
        foreach (var token in TellingLine(question).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsPrivate(token))
            {
                valueNext = false;
                continue;
            }

            var pieces = token.Split(['=', ':']);
            for (var i = 0; i < pieces.Length; i++)
            {
                valueNext |= i > 0 && afterSecret;
                foreach (var word in SearchText.Normalise(pieces[i]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (valueNext)
                    {
                        valueNext = false;
                    }
                    else if (afterSecret && Is.Contains(word))
                    {
                        valueNext = true;
                    }
                    else if (IsWord(word))
                    {
                        afterSecret = Secrets.Contains(word);
                        if (length + word.Length + 1 > LookupMissTable.MaxQuestion)
                        {
                            return string.Join(' ', kept);
                        }

                        length += word.Length + 1;
                        kept.Add(word);
                    }
                }
            }
        }

        return string.Join(' ', kept);
    }

    // Of a paste the last line that names an error, else its last line.
    private static string TellingLine(string question)
    {
        if (!ErrorText.IsPasted(question))
        {
            return question;
        }

        var lines = ErrorText.Essence(question).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.LastOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) || line.Contains("exception", StringComparison.OrdinalIgnoreCase))
            ?? lines.LastOrDefault()
            ?? "";
    }

    // Addresses, mentions, paths (which hold people's names), long mixed strings.
    private static bool IsPrivate(string token)
    {
        var bare = token.Trim("\"'`.,;:!?()[]{}<>“”‘’".ToCharArray());
        if (bare.Contains('@', StringComparison.Ordinal)
            || token.Contains('@', StringComparison.Ordinal)
            || bare.Contains("://", StringComparison.Ordinal)
            || bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || bare.Contains('\\', StringComparison.Ordinal)
            || bare.StartsWith('/') || bare.StartsWith('~')
            || bare.Count(c => c == '/') > 1)
        {
            return true;
        }

        var longest = bare.Split(['=', ':']).MaxBy(piece => piece.Length) ?? "";
        return longest.Length > LongestToken || (longest.Length >= MixedFrom && (longest.Count(char.IsDigit) > 1 || IsRandomlyCased(longest)));
    }

    // CamelCase changes case once in several letters, a key made by chance every other.
    private static bool IsRandomlyCased(string text)
    {
        var changes = 0;
        for (var i = 1; i < text.Length; i++)
        {
            changes += char.IsLower(text[i - 1]) && char.IsUpper(text[i]) ? 1 : 0;
        }

        return changes * 5 > text.Length;
    }

    private static bool IsWord(string word)
    {
        var digits = word.Count(char.IsDigit);
        return digits == 0
            ? word.Length <= LongestWord
            : word.Length <= LongestWordWithDigits && digits <= MostDigits && word.Any(char.IsLetter);
    }
}
