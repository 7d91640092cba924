using System.Text;

namespace Nexus.Bot.Search;

/// <summary>
/// Reads what people paste from a terminal: lines without colours and log prefixes, and lines in which everything that
/// differs from machine to machine (numbers, paths, ids, addresses, times, quoted names) is one sign.
/// Hand-written scanners, so that no paste, however hostile, costs more than its length.
/// </summary>
internal static class ErrorText
{
    /// <summary>Stands for a number, a path, an id, an address or a quoted name in a normalised line.</summary>
    public const char Varies = '#';

    /// <summary>A line longer than this is cut into pieces of it: Discord puts a pasted log into one line.</summary>
    public const int LongestLine = 400;

    private const int Overlap = 100;
    private const int MostText = 8000;
    private const int LeastPaste = 30;

    private static readonly string[] LogWords =
        ["debug", "info", "warning", "warn", "error", "critical", "fatal", "log", "notice", "mainprocess", "utc"];

    /// <summary>The lines of a paste without colours, control characters, log prefixes and doubled spaces; empty ones left out.</summary>
    public static List<string> Lines(string paste)
    {
        var lines = new List<string>();
        var text = WithoutColours(paste.Length <= MostText ? paste : paste[..MostText]);
        foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
        {
            var line = Trim(text.AsSpan(range));
            for (var from = 0; from < line.Length;)
            {
                var length = Math.Min(LongestLine, line.Length - from);
                lines.Add(line.Substring(from, length));
                from += from + length == line.Length ? length : LongestLine - Overlap;
            }
        }

        return lines;
    }

    /// <summary>
    /// Whether this was copied from a terminal rather than written: a traceback, an exception's name, several lines with more than
    /// a few words.
    /// </summary>
    public static bool IsPasted(string text)
    {
        if ((text.Length >= LeastPaste && text.Contains('\n', StringComparison.Ordinal)) || text.Contains("Traceback (most", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var word in text.AsSpan().SplitAny(' ', '\t'))
        {
            if (IsException(text.AsSpan(word).Trim(".:,;()[]'\"`")))
            {
                return true;
            }
        }

        return text.StartsWith("error", StringComparison.OrdinalIgnoreCase) && text.Contains(':', StringComparison.Ordinal);
    }

    /// <summary>Lower case, with <see cref="Varies"/> for what varies: two runs of one fault give one line.</summary>
    public static string Normalise(ReadOnlySpan<char> line)
    {
        var result = new StringBuilder(line.Length);
        for (var at = 0; at < line.Length;)
        {
            var c = line[at];
            if (IsQuote(c) && (at == 0 || !char.IsLetterOrDigit(line[at - 1])) && QuotedLength(line[at..]) is > 2 and var quoted)
            {
                Put(result, Varies);
                at += quoted;
            }
            else if (IsTokenCharacter(c))
            {
                var end = at + 1;
                while (end < line.Length && IsTokenCharacter(line[end]))
                {
                    end++;
                }

                PutToken(result, line[at..end]);
                at = end;
            }
            else
            {
                Put(result, char.IsWhiteSpace(c) ? ' ' : IsQuote(c) ? '\'' : c);
                at++;
            }
        }

        return result.ToString().Trim();
    }

    /// <summary>The words of a paste that say what went wrong: without frames of the traceback, paths, numbers and ids.</summary>
    public static string Essence(string paste)
    {
        var result = new StringBuilder();
        foreach (var line in Lines(paste).Distinct(StringComparer.Ordinal))
        {
            if (!IsFrame(line))
            {
                result.Append(WithoutPlaces(line)).Append('\n');
            }
        }

        return result.ToString();
    }

    private static string WithoutPlaces(string line)
    {
        var result = new StringBuilder(line.Length);
        foreach (var range in line.AsSpan().Split(' '))
        {
            var word = line.AsSpan(range).Trim("\"'`,;:()[]{}<>");
            if (word.Length > 0 && !IsPath(word) && !IsId(word) && !IsAddress(word))
            {
                result.Append(line.AsSpan(range)).Append(' ');
            }
        }

        return result.ToString();
    }

    // "  File "/app/x.py", line 3, in handle" and "  at Foo.Bar (x.js:3:4)" tell where, not what.
    private static bool IsFrame(string line) =>
        (line.StartsWith("File \"", StringComparison.Ordinal) && line.Contains("line ", StringComparison.Ordinal) && line.Length < 300) ||
        (line.StartsWith("at ", StringComparison.Ordinal) && line.Contains(':', StringComparison.Ordinal) && line.Contains('(', StringComparison.Ordinal)) ||
        line.AsSpan().ContainsAnyExcept("^~ ") == false;

    // ESC [ … letter; what is left of one after a copy ("[31m") too.
    private static string WithoutColours(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\u001b')
            {
                var end = at + 1;
                if (end < text.Length && text[end] == '[')
                {
                    end++;
                    while (end < text.Length && end < at + 24 && text[end] is (>= '0' and <= '9') or ';' or '?')
                    {
                        end++;
                    }
                }

                at = Math.Min(end, text.Length - 1);
            }
            else
            {
                result.Append(c is '\n' or '\r' || !char.IsControl(c) ? c : ' ');
            }
        }

        return result.ToString();
    }

    // Container name, time, level and process before the message; then single spaces.
    private static string Trim(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        var bar = line.IndexOf('|');
        if (bar is > 0 and < 40 && line[..bar].IndexOfAny('(', ':') < 0)
        {
            line = line[(bar + 1)..].TrimStart();
        }

        for (var words = 0; words < 8; words++)
        {
            var end = line.IndexOf(' ');
            if (end < 0 || !IsPrefix(line[..end]))
            {
                break;
            }

            line = line[(end + 1)..].TrimStart();
        }

        var result = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            Put(result, char.IsWhiteSpace(c) ? ' ' : c);
        }

        return result.ToString();
    }

    private static bool IsPrefix(ReadOnlySpan<char> word)
    {
        var bare = word.Trim("[]():,/-");
        if (bare.Length == 0)
        {
            return true;
        }

        if (bare.ContainsAnyExcept("0123456789.:,-+/TZ") == false)
        {
            return bare.Length > 4 || bare.Length != word.Length;
        }

        // "ERROR" and "error:" are prefixes; "error connecting" is a message.
        if (bare.Length == word.Length && word.ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        foreach (var part in bare.SplitAny('/', ':'))
        {
            var piece = bare[part];
            var known = piece.ContainsAnyExcept("0123456789.,") == false || piece.StartsWith("ForkPoolWorker", StringComparison.Ordinal);
            foreach (var log in LogWords)
            {
                known |= piece.Equals(log, StringComparison.OrdinalIgnoreCase);
            }

            if (!known)
            {
                return false;
            }
        }

        return true;
    }

    private static void PutToken(StringBuilder result, ReadOnlySpan<char> token)
    {
        var tail = token.Length - token.TrimEnd(".:").Length;
        var core = token[..^tail];
        if (core.Length > 0 && (IsNumber(core) || IsPath(core) || IsId(core) || IsAddress(core)))
        {
            Put(result, Varies);
        }
        else
        {
            foreach (var c in core)
            {
                Put(result, char.ToLowerInvariant(c));
            }
        }

        for (var i = token.Length - tail; i < token.Length; i++)
        {
            Put(result, token[i]);
        }
    }

    // Doubled spaces and doubled signs for what varies are one.
    private static void Put(StringBuilder result, char c)
    {
        if ((c is not (' ' or Varies)) || result.Length == 0 || result[^1] != c)
        {
            result.Append(c);
        }
    }

    private static bool IsQuote(char c) => c is '\'' or '"' or '`' or '“' or '”' or '‘' or '’';

    // Of a closed quotation within 80 characters; an apostrophe in a word opens none.
    private static int QuotedLength(ReadOnlySpan<char> from)
    {
        var window = from[1..Math.Min(from.Length, 82)];
        var end = window.IndexOfAny(from[0] == '“' ? '”' : from[0] == '‘' ? '’' : from[0], '\n');
        return end < 0 || window[end] == '\n' ? 0 : end + 2;
    }

    private static bool IsTokenCharacter(char c) =>
        char.IsLetterOrDigit(c) || c is '_' or '/' or '\\' or '.' or '-' or '@' or '%' or '~' or ':' or '+';

    private static bool IsNumber(ReadOnlySpan<char> token) =>
        char.IsAsciiDigit(token[0]) && token.ContainsAnyExcept("0123456789.,:+-%TZsm") == false;

    private static bool IsPath(ReadOnlySpan<char> token) =>
        token.ContainsAny('/', '\\') && token.Length > 3 &&
        (token[0] is '/' or '\\' or '~' or '.' || token.Contains("://", StringComparison.Ordinal) || token.Count('/') > 1 || token.Contains('\\'));

    // uuid, hash, container id, 0x…: hexadecimal with a digit, of some length.
    private static bool IsId(ReadOnlySpan<char> token)
    {
        if (token.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return token.Length >= 7 && token.ContainsAnyInRange('0', '9') && token.ContainsAnyExcept("0123456789abcdefABCDEF-") == false;
    }

    // 127.0.0.1:5432, localhost:8000, db.internal:5432, someone@example.org
    private static bool IsAddress(ReadOnlySpan<char> token)
    {
        var colon = token.LastIndexOf(':');
        return (colon > 0 && colon < token.Length - 1 && token[(colon + 1)..].ContainsAnyExceptInRange('0', '9') == false) ||
            (token.IndexOf('@') is > 0 and var at && token[at..].Contains('.'));
    }

    /// <summary>An exception's name: <c>ModuleNotFoundError</c>, <c>django.db.utils.OperationalError</c>, <c>DoesNotExist</c>.</summary>
    private static bool IsException(ReadOnlySpan<char> word)
    {
        var name = word[(word.LastIndexOf('.') + 1)..];
        return name.Length > 6 && char.IsUpper(name[0]) && name[1..].ContainsAnyInRange('a', 'z') &&
            (name.EndsWith("Error", StringComparison.Ordinal) || name.EndsWith("Exception", StringComparison.Ordinal) ||
                name.EndsWith("DoesNotExist", StringComparison.Ordinal) || name.EndsWith("Refused", StringComparison.Ordinal) ||
                name.StartsWith("Improperly", StringComparison.Ordinal) || name.StartsWith("Disallowed", StringComparison.Ordinal)) &&
            name.ContainsAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == false;
    }
}
