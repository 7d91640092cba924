using System.Text.RegularExpressions;

namespace Nexus.Bot.Features.Shared;

/// <summary>
/// Hides what must not be shown or kept from text that people paste: passwords, tokens, keys. Hides rather too much than too
/// little. The patterns cannot backtrack, so no paste costs more than its length.
/// </summary>
internal static class Secrets
{
    public const string Mark = "•••";

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const int LeastDigitsOfRandom = 3;

    private static readonly Regex PrivateKey = new(@"-----BEGIN [A-Z ]*PRIVATE KEY-----[A-Za-z0-9+/=\s\\:,-]*", Linear);

    // scheme://user:password@host, scheme://token@host
    private static readonly Regex UrlPassword = new(@"(?<keep>[A-Za-z][A-Za-z0-9+.-]*://[^\s:/@""'<>]*):[^\s""'<>]*@", Linear);
    private static readonly Regex UrlToken = new(@"(?<keep>[A-Za-z][A-Za-z0-9+.-]*://)[^\s:/@""'<>]{16,}@", Linear);

    private static readonly Regex KnownToken = new(
        @"\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?|gh[a-z]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}"
            + @"|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{20,}|xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|[srp]k_(?:live|test)_\w{10,}|sk-[\w-]{20,}"
            + @"|AIza[\w-]{30,}|SG\.[\w-]{10,}\.[\w-]{10,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})",
        Linear);

    private static readonly Regex Webhook = new(@"(?<keep>/api/webhooks/\d+/)[\w-]+", Linear);

    private static readonly Regex Header = new(@"(?i)(?<keep>\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}", Linear);
    private static readonly Regex Cookie = new(@"(?i)(?<keep>\b(?:set-)?cookie:\s*)[^\n]+", Linear);
    private static readonly Regex Credentials = new(@"(?<keep>(?:\s|^)(?:-u|--user)[ =][^\s:]+:)\S+", Linear);

    private static readonly Regex Named = new(
        @"(?i)(?<keep>[\w.-]*(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|sessionid|authorization|credentials)[\w.-]*[""'\]]*[ \t]*(?:=>|:=|[:=])[ \t]*)(?<value>""[^""\n]*""|'[^'\n]*'|[^\s,;&)}\]]+)",
        Linear);

    private static readonly Regex Flag = new(@"(?i)(?<keep>--[\w-]*(?:password|token|secret)[\w-]*[ ])[^\s-]\S*", Linear);

    private static readonly Regex Long = new(@"[A-Za-z0-9+_=-]{32,}", Linear);

    // After "token:" stands a word in messages of errors, and a value in settings.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "missing", "required", "invalid", "expired", "none", "null", "not", "is", "was", "true", "false", "empty", "incorrect", "error",
        "wrong", "no", "the", "must", "this", "unknown", "undefined", "field", "token", "bearer", "basic", "os.environ", "unexpected",
    };

    /// <summary>The text with <see cref="Mark"/> in place of each secret; the same text when there is none.</summary>
    public static string Mask(string text)
    {
        text = PrivateKey.Replace(text, $"-----PRIVATE KEY----- {Mark} ");
        text = UrlPassword.Replace(text, $"${{keep}}:{Mark}@");
        text = UrlToken.Replace(text, $"${{keep}}{Mark}@");
        text = KnownToken.Replace(text, Mark);
        text = Webhook.Replace(text, $"${{keep}}{Mark}");
        text = Header.Replace(text, $"${{keep}}{Mark}");
        text = Cookie.Replace(text, $"${{keep}}{Mark}");
        text = Credentials.Replace(text, $"${{keep}}{Mark}");
        text = Flag.Replace(text, $"${{keep}}{Mark}");
        text = Named.Replace(text, match => IsWord(match.Groups["value"].Value) ? match.Value : match.Groups["keep"].Value + Mark);
        return Long.Replace(text, match => IsRandom(match.Value) ? Mark : match.Value);
    }

    private static bool IsWord(string value)
    {
        var word = value.Trim('"', '\'', '.', '!', '?', ':', '(', '<', '*');
        return word.Length == 0 || word.StartsWith(Mark, StringComparison.Ordinal) || word.StartsWith("${", StringComparison.Ordinal)
            || Words.Contains(word) || word.StartsWith("os.environ", StringComparison.Ordinal);
    }

    private static bool IsRandom(string text) =>
        text.Count(char.IsAsciiDigit) >= LeastDigitsOfRandom && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower);
}
