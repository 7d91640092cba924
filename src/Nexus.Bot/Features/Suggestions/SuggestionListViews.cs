using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What people read in lists of suggestions.</summary>
internal static class SuggestionListViews
{
    /// <summary>As many as there can be buttons in a row.</summary>
    public const int PageSize = 5;

    private const int MostNote = 120;

    public static Reply Queue(IReadOnlyList<PageSuggestion> waiting, IReadOnlyList<PageConflict> conflicts, int page = 0) =>
        waiting.Count == 0 && conflicts.Count == 0
            ? Reply.Private("Nothing waits for you. Members suggest with `/topic suggest`, or with **Suggest a change** on a page.")
            : Reply.PrivateCard(QueueParts(waiting, conflicts, page));

    public static Reply QueuePage(IReadOnlyList<PageSuggestion> waiting, IReadOnlyList<PageConflict> conflicts, int page) =>
        waiting.Count == 0 && conflicts.Count == 0
            ? Reply.ChangeCard(new TextDisplay("Nothing waits for you any more."))
            : Reply.ChangeCard(QueueParts(waiting, conflicts, page));

    public static Reply Mine(IReadOnlyList<PageSuggestion> mine) => mine.Count == 0
        ? Reply.Private("You have not suggested anything yet. `/topic suggest` starts one: a correction, a better example, or a whole page.")
        : Reply.PrivateCard(MineParts(mine, 0));

    public static Reply MinePage(IReadOnlyList<PageSuggestion> mine, int page) => Reply.ChangeCard(MineParts(mine, page));

    private static List<Component> QueueParts(IReadOnlyList<PageSuggestion> waiting, IReadOnlyList<PageConflict> conflicts, int at)
    {
        var (shown, page, pages) = Paging.Slice(waiting, at, PageSize);
        var parts = new List<Component>();
        if (conflicts.Count > 0 && page == 0)
        {
            var more = conflicts.Count > PageSize ? $" The first {PageSize} of {conflicts.Count}:" : "";
            parts.Add(new TextDisplay($"⚠️ **The file of {(conflicts.Count == 1 ? "a page" : $"{conflicts.Count} pages")} has changed** since your server's own text was approved. Your text is served until somebody decides.{more}"));
            parts.Add(Control.Row([.. conflicts.Take(PageSize).Select(conflict => Control.Button(conflict.Title, OpenConflictButton.Spec.For(conflict.Slug), ButtonStyle.Primary))]));
        }

        parts.Add(new TextDisplay(waiting.Count == 0 ? "No suggestion waits." : "## Waiting suggestions\n" + string.Join('\n', shown.Select(suggestion =>
            $"{Name(suggestion)} · {(suggestion.BaseMarkdown is null ? "new page" : "change")} by {Md.User(suggestion.AuthorId)} {Md.Time(suggestion.CreatedAt, 'R')}{Note(suggestion)}"))));
        return [.. parts, .. Openers(shown), .. Paging.Turns(page, pages, (way, to) => PageQueueButton.Spec.For($"{way}/{to}"))];
    }

    private static List<Component> MineParts(IReadOnlyList<PageSuggestion> mine, int at)
    {
        var (shown, page, pages) = Paging.Slice(mine, at, PageSize);
        return
        [
            new TextDisplay("## Your suggestions\n" + string.Join('\n', shown.Select(suggestion => $"{Name(suggestion)} · {SuggestionViews.State(suggestion, MostNote)}{Note(suggestion)}"))),
            .. Openers(shown),
            .. Paging.Turns(page, pages, (way, to) => PageMineButton.Spec.For($"{way}/{to}")),
        ];
    }

    private static IEnumerable<Component> Openers(IReadOnlyList<PageSuggestion> shown) => Control.Rows(
        [.. shown.Select(suggestion => Control.Button($"Open #{suggestion.Number}", OpenSuggestionButton.Spec.For(suggestion.Number)))]);

    private static string Name(PageSuggestion suggestion) => $"**#{suggestion.Number} {Md.EscapeLine(SuggestionViews.Title(suggestion))}**";

    private static string Note(PageSuggestion suggestion) =>
        suggestion.Note.Length == 0 ? "" : $"\n-# {Md.EscapeLine(Md.Cut(suggestion.Note, MostNote))}";
}
