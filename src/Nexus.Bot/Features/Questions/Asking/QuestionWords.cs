using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>What somebody wrote into the form: cut to what is kept, with secrets masked.</summary>
internal sealed record QuestionWords(string Title, string Text, string Tried)
{
    private const string Fence = "```";

    // A log of which less fits says nothing.
    private const int LeastLog = 160;

    /// <summary>What was masked, where: <c>details</c>, <c>log</c> …</summary>
    public IReadOnlyList<(string Part, HiddenSecret Secret)> Hidden { get; private init; } = [];

    /// <summary>Everything as it was written, when that is more than is kept; secrets are masked in it, too.</summary>
    public string? Whole { get; private init; }

    /// <summary>A file was there that is no text, or too large.</summary>
    public bool LogIsUnreadable { get; init; }

    /// <summary>A log was there and the details left no room for it.</summary>
    public bool LeftLogOut { get; private init; }

    public bool IsComplete => Says(Title) && Says(Text);

    /// <param name="title">As it was typed.</param>
    /// <param name="log">The end of a log, to go below the details.</param>
    public static QuestionWords Of(string title, string text, string tried, string? log = null)
    {
        var hidden = new List<(string, HiddenSecret)>();
        title = Md.Line(Hide("title", title));
        text = Hide("details", text);
        tried = Hide("what you tried", tried);
        var isTooMuch = title.Length > Question.MostTitle || text.Length > Question.MostText || tried.Length > Question.MostTried;
        var whole = isTooMuch ? string.Join("\n\n", new[] { title, text, tried }.Where(part => part.Length > 0)) : null;
        text = Md.Cut(text, Question.MostText);
        var below = log is null ? null : Below(Hide("log", log), Question.MostText - text.Length);
        return new QuestionWords(Md.Cut(title, Question.MostTitle), text + below, Md.Cut(tried, Question.MostTried))
        {
            Hidden = hidden,
            Whole = whole,
            LeftLogOut = log is not null && below is null,
        };

        string Hide(string part, string typed)
        {
            var found = Secrets.Hide(typed.ReplaceLineEndings("\n").Trim());
            hidden.AddRange(found.Secrets.Select(secret => (part, secret)));
            return found.Text;
        }
    }

    // The end of a log tells what went wrong: whole lines of it, as many as there is room for.
    private static string? Below(string log, int room)
    {
        var (start, end) = ($"\n\n{Fence}\n", $"\n{Fence}");
        room -= start.Length + end.Length;
        if (room < LeastLog && log.Length > room)
        {
            return null;
        }

        log = log.Replace(Fence, "ˋˋˋ", StringComparison.Ordinal).Trim('\n');
        if (log.Length > room)
        {
            log = log[^room..];
            log = log.IndexOf('\n', StringComparison.Ordinal) is > -1 and var line && line < log.Length - 1 ? log[(line + 1)..] : log;
        }

        return start + log + end;
    }

    private static bool Says(string text) => text.EnumerateRunes().Any(rune => Rune(rune.Value) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark));

    private static UnicodeCategory Rune(int value) => CharUnicodeInfo.GetUnicodeCategory(value);
}
