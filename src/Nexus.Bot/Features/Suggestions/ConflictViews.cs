using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What mentors read when a page's file and the server's own text have parted.</summary>
internal static class ConflictViews
{
    private const int MostDiff = 1300;

    public static Reply Opened(PageConflict conflict, bool bothWork)
    {
        var (slug, file) = (conflict.Slug, conflict.Slug + ".md");
        var before = conflict.Revision.FileMarkdown ?? "";
        var (fileParts, fileDiff) = conflict.File is { } now
            ? DiffText.Fit(PageText.Diff(before, now.Markdown, file), MostDiff, $"{slug}-file.diff")
            : ([new TextDisplay("The file is gone, or it can no longer be read.")], []);
        var (oursParts, oursDiff) = DiffText.Fit(PageText.Diff(conflict.File?.Markdown ?? before, conflict.Revision.Markdown!, file), MostDiff, $"{slug}-ours.diff");
        return Reply.PrivateCard(
        [
            new TextDisplay($"## {Md.EscapeLine(conflict.Title)}: the file has changed\nYour server serves its own revision {conflict.Revision.Number}. Since then **the file changed like this**:"),
            .. fileParts,
            new TextDisplay("**Your text differs from the file now like this**:"),
            .. oursParts,
            .. Control.Rows(
            [
                .. bothWork ? [Choice("Take both", "both", conflict, ButtonStyle.Success)] : Array.Empty<Component>(),
                Choice("Keep ours", "ours", conflict, ButtonStyle.Primary),
                Choice(conflict.File is null ? "Take the page out" : "Take the file", "file", conflict, ButtonStyle.Danger),
                SuggestButtons.Edit(slug),
            ]),
        ]).WithFiles([.. fileDiff, .. oursDiff]);
    }

    public static Reply Settled(PageRevision revision) => Reply.ChangeCard(
        new TextDisplay($"✅ Settled: revision {revision.Number} is served now ({Md.EscapeLine(revision.Note)})."),
        Control.Row(Control.Button("History", PageHistoryButton.Spec.For($"{revision.Slug}/open/0"))));

    public static Reply NoLonger() => Reply.Private("The file and your server's text agree by now; there is nothing to decide.");

    private static Button Choice(string label, string choice, PageConflict conflict, ButtonStyle style) => Control.Button(
        label, SettleConflictButton.Spec.For($"{conflict.Slug}/{conflict.Revision.Number}/{PageStamp.Of(conflict.File?.Markdown ?? "")}/{choice}"), style);
}
