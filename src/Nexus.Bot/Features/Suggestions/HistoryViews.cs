using System.Text;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What people read about a page's earlier states.</summary>
internal static class HistoryViews
{
    private const int MostDiff = 2800;

    public static Reply History(string slug, string title, IReadOnlyList<PageRevision> revisions, bool hasFile, bool isMentor) => revisions.Count == 0
        ? Reply.Private($"**{Md.EscapeLine(title)}** is as it came with the hub: nobody here has changed it yet. `/topic suggest` proposes a change.")
        : Reply.PrivateCard(Parts(slug, title, revisions, hasFile, isMentor, 0));

    public static Reply HistoryPage(string slug, string title, IReadOnlyList<PageRevision> revisions, bool hasFile, bool isMentor, int page) =>
        Reply.ChangeCard(Parts(slug, title, revisions, hasFile, isMentor, page));

    /// <param name="before">The revision before it; null for the first.</param>
    /// <param name="newest">The number of the newest.</param>
    public static Reply Revision(PageRevision revision, PageRevision? before, int newest, bool isMentor)
    {
        var file = revision.Slug + ".md";
        var text = TextOf(revision);
        var was = before is null ? revision.FileMarkdown ?? "" : TextOf(before);
        var diff = PageText.Diff(was, text, file);
        var (parts, files) = diff.Length == 0 ? ([new TextDisplay("The text is the same as before.")], []) : DiffText.Fit(diff, MostDiff, $"{revision.Slug}-{revision.Number}.diff");
        var whole = new FileUpload($"{revision.Slug}-{revision.Number}.md", Encoding.UTF8.GetBytes(text));
        List<Component> buttons = [Control.Button("All revisions", PageHistoryButton.Spec.For($"{revision.Slug}/open/0"))];
        if (isMentor && revision.Number != newest)
        {
            buttons.Insert(0, Control.Button("Revert to this", AskRevertButton.Spec.For($"{revision.Slug}/{revision.Number}"), ButtonStyle.Primary));
        }

        return Reply.PrivateCard(
        [
            new TextDisplay($"## {Md.EscapeLine(TitleOf(revision))} · revision {revision.Number}{(revision.Number == newest ? " (served now)" : "")}\n{Line(revision)}"),
            .. parts,
            .. text.Length == 0 ? Array.Empty<Component>() : [new FileComponent(new UnfurledMedia("attachment://" + whole.FileName))],
            .. Control.Rows(buttons),
        ]).WithFiles(text.Length == 0 ? files : [.. files, whole]);
    }

    /// <param name="to">0 is the file.</param>
    public static Reply ConfirmRevert(string slug, string title, int to, PageNow now) => Reply.Private(
            (to, now.File) switch
            {
                (0, null) => $"Take **{Md.EscapeLine(title)}** out of the hub? Nobody finds it then. Its history stays, and you can bring it back from there.",
                (0, _) => $"Serve **{Md.EscapeLine(title)}** as the file has it? Your server's changes stay in the history.",
                _ => $"Serve revision {to} of **{Md.EscapeLine(title)}** again? It becomes revision {now.Number + 1}; nothing is lost.",
            })
        .With(
            Control.Button((to, now.File) switch { (0, null) => "Take it out", (0, _) => "Back to the file", _ => $"Revert to {to}" }, RevertPageButton.Spec.For($"{slug}/{to}/{now.Number}"), ButtonStyle.Danger),
            Control.Button("Cancel", KeepPageButton.Spec.For()));

    public static Reply Reverted(PageRevision revision) => Reply.Change(
            $"✅ Done: **{Md.EscapeLine(TitleOf(revision))}** is revision {revision.Number} now ({Md.EscapeLine(revision.Note)}).")
        .With(Control.Button("History", PageHistoryButton.Spec.For($"{revision.Slug}/open/0")));

    public static Reply ServedAlready() => Reply.Private("That is what is served already, so there is nothing to change.");

    public static Reply NothingChanged() => Reply.Change("Nothing was changed.");

    public static Reply CannotBeServed(string reason) => Reply.Private($"That text can no longer be shown, so nothing was changed: {Md.EscapeLine(reason)}");

    public static Reply Moved(string slug) => Reply.Private("Somebody changed the page after you looked, so nothing was changed. Please look again.")
        .With(Control.Button("History", PageHistoryButton.Spec.For($"{slug}/open/0"), ButtonStyle.Primary));

    public static Reply Unknown(string name) =>
        Reply.Private($"I know no page “{Md.EscapeLine(Md.Cut(name, 100))}”, not even an earlier one. Pick one from the list that appears while you type.");

    public static Reply Gone() => Reply.Private("That revision does not exist. `/topic history` shows those that do.");

    /// <summary>For the log channel.</summary>
    public static string ForTheLog(PageRevision revision) =>
        $"🕘 {Md.User(revision.ApprovedBy)} made **{Md.EscapeLine(TitleOf(revision))}** revision {revision.Number}: {Md.EscapeLine(revision.Note)}.";

    /// <summary>What was served: the server's text, or the file's.</summary>
    public static string TextOf(PageRevision revision) => revision.Markdown ?? revision.FileMarkdown ?? "";

    private static string TitleOf(PageRevision revision) =>
        HubFile.Parse(revision.Slug, TextOf(revision)) is HubFile.Read read ? read.Page.Title : revision.Slug;

    private static List<Component> Parts(string slug, string title, IReadOnlyList<PageRevision> revisions, bool hasFile, bool isMentor, int at)
    {
        var (shown, page, pages) = Paging.Slice(revisions, at, SuggestionListViews.PageSize);
        var first = hasFile ? "\n**0** · the file that came with the hub" : "";
        List<Component> buttons = [.. shown.Select(revision => Control.Button($"Open {revision.Number}", OpenRevisionButton.Spec.For($"{slug}/{revision.Number}")))];
        if (isMentor && revisions[0].Markdown is not null)
        {
            buttons.Add(Control.Button(hasFile ? "Back to the file" : "Take the page out", AskRevertButton.Spec.For($"{slug}/0")));
        }

        return
        [
            new TextDisplay($"## History of {Md.EscapeLine(title)}\n{string.Join('\n', shown.Select(revision => $"**{revision.Number}** · {Line(revision)}"))}{(page == pages - 1 ? first : "")}"),
            .. Control.Rows(buttons),
            .. Paging.Turns(page, pages, (way, to) => PageHistoryButton.Spec.For($"{slug}/{way}/{to}")),
        ];
    }

    private static string Line(PageRevision revision)
    {
        var who = revision.CoAuthorId is { } second ? $"{Md.User(revision.AuthorId)} and {Md.User(second)}" : Md.User(revision.AuthorId);
        var approval = revision.ApprovedBy != revision.AuthorId ? $" · approved by {Md.User(revision.ApprovedBy)}"
            : revision.Markdown is null ? ""
            : " · approved by its author";
        return $"{Md.Time(revision.ApprovedAt, 'f')} · by {who}{approval} · {Md.EscapeLine(revision.Note)}";
    }
}
