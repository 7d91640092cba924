using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Proposing.Editing;

/// <summary>Shows what an idea said before, the last change first.</summary>
internal sealed class IdeaHistoryButton(IdeaDesk desk) : IButton
{
    /// <summary>The argument is the idea's id.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "history");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => await desk.FindAsync(call, call.Argument, ct) is { } idea
        ? IdeaHistoryViews.Page(idea, await WordingsAsync(desk.Db, idea, ct), 0, changes: false)
        : IdeaNameViews.Gone();

    /// <summary>The newest first.</summary>
    internal static Task<List<IdeaWording>> WordingsAsync(NexusDb db, Idea idea, CancellationToken ct) =>
        db.In<IdeaWording>(idea.GuildId).AsNoTracking().Where(it => it.IdeaId == idea.Id).OrderByDescending(it => it.Id).ToListAsync(ct);
}

/// <summary>Shows an earlier or later change.</summary>
internal sealed class TurnIdeaHistoryButton(IdeaDesk desk) : IButton
{
    /// <summary>The argument is the idea's id, which button it is, and the page it leads to.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "earlier") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Argument.Split('/') is [var id, _, var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && await desk.FindAsync(call, id, ct) is { } idea
            ? IdeaHistoryViews.Page(idea, await IdeaHistoryButton.WordingsAsync(desk.Db, idea, ct), at, changes: true)
            : IdeaNameViews.Gone();
}

/// <summary>What was changed in an idea's words.</summary>
internal static class IdeaHistoryViews
{
    private const int MostDiff = 3000;

    public static Reply Page(Idea idea, IReadOnlyList<IdeaWording> wordings, int page, bool changes)
    {
        if (wordings.Count == 0)
        {
            return Reply.Private($"{IdeaNameViews.Name(idea)} says what it said from the beginning.");
        }

        var (shown, at, pages) = Paging.Slice(wordings, page, 1);
        var after = at == 0 ? Text(idea.Title, idea.Problem, idea.ForWhom, idea.Solution) : Text(wordings[at - 1]);
        var name = string.Create(CultureInfo.InvariantCulture, $"idea-{idea.Number}");
        var (parts, files) = DiffText.Fit(WithoutHead(PageText.Diff(Text(shown[0]), after, name)), MostDiff, $"{name}.diff");
        return ProposingViews.Card(changes,
        [
            new TextDisplay($"### History of {IdeaNameViews.Name(idea)}\n{Md.User(shown[0].By)} changed it {Md.Time(shown[0].Until, 'R')}. Lines with − went, lines with + came."),
            .. parts,
            .. Paging.Turns(at, pages, (way, to) => TurnIdeaHistoryButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{idea.Id}/{way}/{to}"))),
        ]).WithFiles(files);
    }

    private static string Text(IdeaWording wording) => Text(wording.Title, wording.Problem, wording.ForWhom, wording.Solution);

    private static string Text(string title, string problem, string forWhom, string solution) =>
        $"{title}\n\nThe problem:\n{problem}\n\nFor whom:\n{forWhom}\n\nA rough solution:\n{solution}\n";

    // Names of files and counts of lines say nothing to people.
    private static string WithoutHead(string diff) =>
        string.Join('\n', diff.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith("--- ", StringComparison.Ordinal) && !line.StartsWith("+++ ", StringComparison.Ordinal) && !line.StartsWith("@@", StringComparison.Ordinal)));
}
