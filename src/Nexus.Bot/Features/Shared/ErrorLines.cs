using Nexus.Bot.Search;

namespace Nexus.Bot.Features.Shared;

/// <summary>Picks the lines that say what went wrong out of what people paste or write.</summary>
internal static class ErrorLines
{
    private const string Fence = "```";

    private static readonly string[] Signs =
    [
        "error", "exception", "failed", "failure", "fatal", "refused", "denied", "not found", "no such", "cannot", "can't", "could not", "unable to",
        "exited", "timed out", "timeout", "not set", "undefined", "invalid", "unexpected", "forbidden", "unauthorized", "warning", "missing",
    ];

    /// <summary>Of a message: what stands in its code blocks, and sentences only when they name an error.</summary>
    public static IReadOnlyList<string> InMessage(string message, int most)
    {
        var blocks = Blocks(message);
        var inCode = Lines(string.Join('\n', blocks.Where(block => block.IsCode).Select(block => block.Text)));
        var inWords = Lines(string.Join('\n', blocks.Where(block => !block.IsCode).Select(block => block.Text)));
        return [.. inCode.Where(IsError).Concat(inWords.Where(NamesAnError).Select(WithoutTalk)).Distinct().TakeLast(most)];
    }

    /// <summary>The one line of a paste that tells most: the last exception, else the last line that sounds like trouble, else the last.</summary>
    public static string Telling(string paste)
    {
        var lines = Lines(paste);
        return lines.LastOrDefault(NamesAnError) ?? lines.LastOrDefault(IsError) ?? lines.LastOrDefault() ?? "";
    }

    private static List<string> Lines(string text) =>
        [.. ErrorText.Lines(text).Select(line => line.Replace(Fence, "", StringComparison.Ordinal).Trim()).Where(line => line.Any(char.IsLetterOrDigit))];

    private static bool IsError(string line) => Signs.Any(sign => line.Contains(sign, StringComparison.OrdinalIgnoreCase));

    private static bool NamesAnError(string line) =>
        (ErrorText.IsPasted(line) && !line.StartsWith("Traceback (most", StringComparison.Ordinal))
        || line.Contains("error:", StringComparison.OrdinalIgnoreCase) || line.Contains("exception:", StringComparison.OrdinalIgnoreCase);

    // "Fixed it! KeyError: 'x'. It was a typo." is found again by the error alone. An error that is cut at its own full stop
    // is still the beginning of what the next person pastes.
    private static string WithoutTalk(string line)
    {
        var words = line.Split(' ');
        var name = Array.FindIndex(words, word => ErrorText.IsPasted(word));
        if (name < 0)
        {
            return line;
        }

        var error = string.Join(' ', words[name..]);
        var end = error.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? error : error[..end];
    }

    private static IReadOnlyList<(string Text, bool IsCode)> Blocks(string message) =>
        [.. message.Split(Fence).Select((text, at) => (text, at % 2 == 1))];
}
