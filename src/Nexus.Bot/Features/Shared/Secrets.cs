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
    private const int MostName = 40;
    private const char LineEnd = '\v';

    private static readonly string[] Meant = ["password", "token", "secret", "key"];

    private static readonly Regex PrivateKey = new(
        @"-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[A-Za-z0-9+/=\s\\:,-]*?-----END [A-Z ]*PRIVATE KEY-----|[A-Za-z0-9+/=\s\\:,-]*)", Linear);

    // scheme://user:password@host, scheme://token@host
    private static readonly Regex UrlPassword = new(@"(?<keep>[A-Za-z][A-Za-z0-9+.-]*://[^\s:/@""'<>]*):[^\s""'<>]*@", Linear);
    private static readonly Regex UrlToken = new(@"(?<keep>[A-Za-z][A-Za-z0-9+.-]*://)[^\s:/@""'<>]{16,}@", Linear);

    private static readonly Regex KnownToken = new(
        @"\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?|gh[a-z]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}"
            + @"|npm_[A-Za-z0-9]{20,}|pypi-[\w-]{20,}|xox[a-z]-[\w-]{10,}|xapp-[\w-]{10,}|[srp]k_(?:live|test)_\w{10,}|whsec_[\w+/=]{16,}|sk-[\w-]{20,}"
            + @"|AIza[\w-]{30,}|ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}|SG\.[\w-]{10,}\.[\w-]{10,}|dckr_pat_[\w-]{20,}|hf_[A-Za-z0-9]{20,}"
            + @"|django-insecure-[^\s""']{20,}|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,})",
        Linear);

    private static readonly Regex Webhook = new(@"(?<keep>/api/webhooks/\d+/|hooks\.slack\.com/services/)[\w/-]+", Linear);

    private static readonly Regex Header = new(@"(?i)(?<keep>\b(?:bearer|basic|api-key)\s+)[\w.~+/=-]{8,}", Linear);
    private static readonly Regex DjangoToken = new(@"(?i)(?<keep>\btoken\s+)[0-9a-f]{32,}", Linear);
    private static readonly Regex Cookie = new(@"(?i)(?<keep>\b(?:set-)?cookie:\s*)[^\n]+", Linear);
    private static readonly Regex Credentials = new(@"(?<keep>(?:\s|^)(?:-u|--user)[ =][^\s:]+:)\S+", Linear);

    private static readonly Regex Named = new(
        @"(?i)(?<keep>[\w.-]*(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|account[_-]?key|sessionid|authorization|credentials)[\w.-]*[""'\]]*[ \t]*(?:=>|:=|[:=])[ \t]*)(?<value>""[^""\n]*""|'[^'\n]*'|[^\s,;&)}\]]+)",
        Linear);

    private static readonly Regex Flag = new(@"(?i)(?<keep>--[\w-]*(?:password|token|secret)[\w-]*[ ])[^\s-]\S*", Linear);

    private static readonly Regex Long = new(@"[A-Za-z0-9+_=-]{32,}", Linear);

    // After "token:" stands a word in messages of errors, and a value in settings.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "missing", "required", "invalid", "expired", "none", "null", "not", "is", "was", "true", "false", "empty", "incorrect", "error",
        "wrong", "no", "the", "must", "this", "unknown", "undefined", "field", "token", "bearer", "basic", "os.environ", "unexpected",
        "str", "string", "int", "bool", "bytes", "optional",
    };

    // In code these stand for a secret and are none.
    private static readonly Regex Code = new(@"^(?:[A-Za-z_][\w.]*\(.*|(?:self|this|cls|request|req|res|response|settings|os|config|env|data|body|user|form|serializer|validated_data|attrs|kwargs|process|import\.meta)[.\[].*)$", Linear);

    /// <summary>The text with <see cref="Mark"/> in place of each secret; the same text when there is none.</summary>
    public static string Mask(string text) => Hide(text).Text;

    /// <summary>The same, and what was hidden, in the order of its lines.</summary>
    public static HiddenText Hide(string text)
    {
        var found = new List<HiddenSecret>();

        // A key has many lines: their ends stay until the lines of all else are known.
        text = Replace(text, PrivateKey, _ => "a private key", match =>
            $"-----PRIVATE KEY----- {Mark} {new string(LineEnd, match.ValueSpan.Count('\n'))}");
        text = Replace(text, UrlPassword, _ => "a password in an address", match => $"{match.Groups["keep"].Value}:{Mark}@");
        text = Replace(text, UrlToken, _ => "a token in an address", match => Kept(match) + "@");
        text = Replace(text, KnownToken, match => KindOf(match.ValueSpan), _ => Mark);
        text = Replace(text, Webhook, _ => "the address of a webhook", Kept);
        text = Replace(text, Header, _ => "a token in a header", Kept);
        text = Replace(text, DjangoToken, _ => "a token in a header", Kept);
        text = Replace(text, Cookie, _ => "a cookie", Kept);
        text = Replace(text, Credentials, _ => "a password of a command", Kept);
        text = Replace(text, Flag, _ => "a password of a command", Kept);
        text = Replace(text, Named, match => NameIn(match.Groups["keep"].Value), match => IsWord(match.Groups["keep"].Value, match.Groups["value"].Value) ? match.Value : Kept(match));
        text = Replace(text, Long, _ => "a random key", match => IsRandom(match.Value) ? Mark : match.Value);
        return new HiddenText(text.Replace($"{LineEnd}", "", StringComparison.Ordinal), [.. found.OrderBy(secret => secret.Line)]);

        string Replace(string within, Regex pattern, Func<Match, string> kind, Func<Match, string> shown) => pattern.Replace(within, match =>
        {
            var result = shown(match);
            if (result != match.Value)
            {
                var before = within.AsSpan(0, match.Index);
                found.Add(new HiddenSecret(1 + before.Count('\n') + before.Count(LineEnd), kind(match)));
            }

            return result;
        });
    }

    private static string Kept(Match match) => match.Groups["keep"].Value + Mark;

    private static string KindOf(ReadOnlySpan<char> token) => token switch
    {
        ['A', 'K' or 'S', 'I', 'A', ..] => "an AWS key",
        ['e', 'y', 'J', ..] => "a signed token (JWT)",
        ['g', 'h', ..] or ['g', 'i', 't', 'h', ..] => "a GitHub token",
        ['g', 'l', 'p', ..] => "a GitLab token",
        ['n', 'p', 'm', ..] => "an npm token",
        ['p', 'y', 'p', 'i', ..] => "a PyPI token",
        ['x', ..] => "a Slack token",
        ['A', 'I', 'z', 'a', ..] or ['y', 'a', '2', ..] or ['G', 'O', 'C', ..] => "a Google key",
        ['S', 'G', '.', ..] => "a SendGrid key",
        ['d', 'c', 'k', ..] => "a Docker token",
        ['d', 'j', 'a', 'n', 'g', 'o', ..] => "a Django secret key",
        ['s' or 'r' or 'p', 'k', '_', ..] or ['w', 'h', ..] => "a Stripe key",
        ['s', 'k', '-', ..] or ['h', 'f', ..] => "an API key",
        _ => "a token",
    };

    private static string NameIn(string keep)
    {
        var name = new string([.. keep.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')]);
        return $"the value of {Routing.Md.Cut(name.Trim('.', '-'), MostName)}";
    }

    private static bool IsWord(string name, string value)
    {
        var word = value.TrimStart('f').Length < value.Length && value.Length > 1 && value[1] is '"' or '\'' ? value[1..] : value;
        word = word.Trim('"', '\'', '.', '!', '?', ':', '(', '<', '*', ' ');
        return word.Length == 0 || word.StartsWith(Mark, StringComparison.Ordinal) || word.StartsWith("${", StringComparison.Ordinal) || word[0] == '{'
            || Words.Contains(word) || word.StartsWith("os.environ", StringComparison.Ordinal)
            || (value[0] is not ('"' or '\'') && (Code.IsMatch(value) || IsVariable(name, word)));
    }

    // "password=password", "token=access_token": says nothing but its name.
    private static bool IsVariable(string name, string word) =>
        word.All(c => char.IsAsciiLetter(c) || c == '_')
        && (name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || (word.Contains('_') && Meant.Any(meant => word.Contains(meant, StringComparison.OrdinalIgnoreCase))));

    private static bool IsRandom(string text) =>
        text.Count(char.IsAsciiDigit) >= LeastDigitsOfRandom && text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower);
}

/// <param name="Text">With the secrets masked.</param>
internal sealed record HiddenText(string Text, IReadOnlyList<HiddenSecret> Secrets);

/// <param name="Line">From 1.</param>
/// <param name="Kind">Such as <c>an AWS key</c>.</param>
internal readonly record struct HiddenSecret(int Line, string Kind);
