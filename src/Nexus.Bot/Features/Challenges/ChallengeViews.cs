using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Challenges;

/// <summary>What people read when they look for the fix of an error.</summary>
internal static class ChallengeViews
{
    public const string LogField = "log";

    private const string Cause = "cause";
    private const string Fix = "fix";
    private const int MostLine = 200;
    private const string PageHasMore = "the whole page has more";

    // The fix is what people came for: it gets what the 4000 characters of a card leave beside the cause and the small lines.
    private const int MostCause = 700;
    private const int MostFix = 2300;
    private const int MostPoints = 2;
    private const int MostButtonsInRow = 5;

    public static Reply Form(bool isPrivate) => Reply.Form(new Modal
    {
        CustomId = isPrivate ? FindChallengeModal.Spec.For(FindChallengeModal.Privately) : FindChallengeModal.Spec.For(),
        Title = "Find the fix for an error",
        Components =
        [
            Control.TextField(LogField, "Error or log", 4000, paragraph: true, placeholder: "Paste the last lines, the error itself among them",
                hint: "Up to 4000 characters; passwords and tokens are hidden"),
        ],
    });

    public static Reply Known(ErrorAnswer.Known known, string? sourceUrl) =>
        Answer(known.Page, $"Known from this line: {Md.Code(Md.Cut(known.Line, MostLine))}", known.Signature, known.Others, sourceUrl);

    /// <param name="paste">Masked.</param>
    public static Reply Likely(ErrorAnswer.Likely likely, string paste, string? sourceUrl) =>
        Answer(likely.Page, "No line of this is known, but its words are on this page:", paste, [], sourceUrl);

    /// <param name="telling">The line that tells most; masked.</param>
    public static Reply Unknown(ErrorAnswer.Unknown unknown, string telling, bool canAsk)
    {
        var text = $"The hub does not know this error yet: {Md.Code(Md.Cut(telling, MostLine))}";
        if (unknown.Nearest.Count > 0)
        {
            text += "\nThese pages come nearest, perhaps one of them helps.";
        }

        if (canAsk)
        {
            text += "\n-# Once it is solved, save the fix for the next person: on the message with the answer, **Apps → Save as challenge**.";
        }

        return Reply.Private(text).With(
        [
            .. canAsk ? new[] { AskButton.For(telling) } : [],
            .. unknown.Nearest.Select(page => PageButtons.Show(page)),
        ]);
    }

    public static Reply NothingToRead() => Reply.Private(
        "There is nothing in that paste I can read. Paste the line that names the error, for example `ModuleNotFoundError: No module named 'celery'`.");

    public static Reply NotReadable(string file) => Reply.Private(
        $"I could not read {Md.Code(Md.Cut(file, MostLine))}. Attach a text file of up to 256 KB, or paste the last lines of it as `log`.");

    /// <param name="error">What the answer is about.</param>
    private static Reply Answer(HubPage page, string reason, string error, IReadOnlyList<HubPage> others, string? sourceUrl)
    {
        var parts = new List<Component> { new TextDisplay($"## {Md.EscapeLine(page.Title)}\n-# {reason}") };
        if (page.Section(Fix) is { } fix)
        {
            AddText(parts, page.Section(Cause) is { } cause ? $"**Cause**\n{PageCut.Fit(cause.Markdown, MostCause, PageHasMore)}" : "");
            AddText(parts, $"**Fix**\n{PageCut.Fit(fix.Markdown, MostFix, PageHasMore)}");
        }
        else
        {
            // Such a page is about more than this error: its first words, and of its common mistakes those that speak of it.
            AddText(parts, PageCut.Fit(page.Summary.Split("\n\n")[0], MostCause, PageHasMore));
            var points = PageBullets.About(page.Section(PageBullets.Mistakes), error, MostPoints);
            AddText(parts, points.Count == 0 ? "" : $"**Perhaps one of these mistakes**\n{PageCut.Fit(string.Join('\n', points.Select(point => $"- {point}")), MostFix, PageHasMore)}");
        }

        parts.Add(new TextDisplay(PageCard.SmallLine(page)));
        parts.Add(Control.Row(
        [
            PageButtons.Show(page, "The whole page"),
            .. sourceUrl is null ? Array.Empty<Button>() : [Control.Link("Where it came from", sourceUrl)],
        ]));
        if (others.Count > 0)
        {
            parts.Add(new TextDisplay("Not it? These fit, too:"));
            parts.Add(Control.Row([.. others.Take(MostButtonsInRow).Select(other => PageButtons.Show(other))]));
        }

        return Reply.PublicCard(new Container(parts) { AccentColor = PageCard.Accent });
    }

    private static void AddText(List<Component> parts, string text)
    {
        if (text.Length > 0)
        {
            parts.Add(new TextDisplay(text));
        }
    }
}
