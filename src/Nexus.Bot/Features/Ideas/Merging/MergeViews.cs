using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Merging;

/// <summary>What is asked before a merge, and what comes of it.</summary>
internal static class MergeViews
{
    public const string OtherField = "other";
    public const string ReasonField = "reason";

    private const int MostTitle = 60;

    public static Reply Form(Idea idea) => Reply.Form(new Modal
    {
        CustomId = NameOtherIdeaModal.Spec.For(IdeaReference.InServer(idea)),
        Title = string.Create(CultureInfo.InvariantCulture, $"As which idea does #{idea.Number} go on?"),
        Components = [Control.TextField(OtherField, "The idea that stays", 200, min: 1, hint: "Its number, a link to it, or words of its title. Nothing is done yet.", placeholder: "#12")],
    });

    /// <param name="near">Which it may be.</param>
    public static Reply WhichOne(Idea source, string typed, IReadOnlyList<Idea> near) => near.Count == 0
        ? Reply.Private($"I know no other idea like {Md.Code(Md.Cut(typed, 100))}. `/idea board` shows their numbers; nothing was changed.")
        : Reply.Private($"As which one does {IdeaNameViews.Name(source)} go on?\n{string.Join('\n', near.Select(it => $"• {IdeaNameViews.Linked(it)}"))}")
            .With([.. near.Select(it => Control.Button($"#{it.Number}", PickOtherIdeaButton.Spec.For(MergePair.Of(source, it))))]);

    public static Reply Preview(Idea source, Idea target, Idea root, MergePreview preview) => Reply.Private(string.Join('\n', Lines(source, target, root, preview)))
        .With(
            Control.Button($"Merge into #{root.Number}", MergeIdeaButton.Spec.For(MergePair.Of(source, root)), ButtonStyle.Primary),
            Control.Button("Keep both", KeepApartButton.Spec.For()));

    private static IEnumerable<string> Lines(Idea source, Idea target, Idea root, MergePreview preview)
    {
        yield return $"{IdeaText.Mark(IdeaStatus.Merged)} {IdeaNameViews.Name(source)} would go on as {IdeaNameViews.Linked(root)}";
        if (target.Id != root.Id)
        {
            yield return $"-# {IdeaNameViews.Name(target)} goes on as that one itself.";
        }

        yield return preview.Votes + preview.VotesThere == preview.Together
            ? $"• {Text(preview.Votes)} + {IdeaText.Votes(preview.VotesThere)} make {Text(preview.Together)}."
            : $"• {Text(preview.Votes)} + {IdeaText.Votes(preview.VotesThere)} make {Text(preview.Together)}: each person counts once.";
        if (preview.Seated + preview.Waiting is var come and > 0)
        {
            yield return $"• {(come == 1 ? "1 person who wants to build it comes" : $"{Text(come)} people who want to build it come")} along{Waits(preview.Waiting)}.";
        }

        if (preview.LeftOut > 0)
        {
            yield return $"• {(preview.LeftOut == 1 ? "1 person who wanted to build it has" : $"{Text(preview.LeftOut)} people who wanted to build it have")} no part there, since its team is formed. Tell them yourself.";
        }

        yield return "• Both threads link to each other; the first one closes for talk.";
        yield return "-# A mentor can take it back under **More…**.";
    }

    /// <summary>What the move says of why.</summary>
    public static string Reason(Idea source, Idea root) =>
        string.Create(CultureInfo.InvariantCulture, $"#{source.Number} is the same idea as #{root.Number} {Md.Cut(Md.Line(root.Title), MostTitle)}");

    public static Reply Merged(Idea source, Idea root, IdeaActor by)
    {
        var reply = Reply.Change($"{IdeaText.Mark(IdeaStatus.Merged)} {IdeaNameViews.Name(source)} goes on as {IdeaNameViews.Linked(root)}\nWhoever follows one of them is told quietly in its thread.");
        return by.IsMentor ? reply.With(Control.Button("Take it back…", ExplainUnmergeButton.Spec.For(IdeaReference.InServer(source)))) : reply;
    }

    public static Reply KeptApart() => Reply.Change("Both stay as they are.");

    /// <param name="elsewhere">As what the first one goes on already.</param>
    public static Reply NotMerged(Idea source, Idea target, Idea root, MergeStep step, Idea elsewhere) => Reply.Private(step switch
    {
        MergeStep.Already => $"{IdeaNameViews.Name(source)} goes on as {IdeaNameViews.Linked(root)} already.",
        MergeStep.Same => "That is the same idea twice. Name the one that it is like.",
        MergeStep.OtherWayRound => $"{IdeaNameViews.Name(target)} goes on as {IdeaNameViews.Name(source)} already. A mentor can take that back under **More…** of the first; then it works the other way round.",
        MergeStep.GoesOnElsewhere => $"{IdeaNameViews.Name(source)} goes on as {IdeaNameViews.Linked(elsewhere)} already. Merge that one, or have a mentor take it back first.",
        MergeStep.NotYours => $"Who proposed {IdeaNameViews.Name(source)}, and mentors, can merge it. Write in its thread that you know the same idea; they will read it.",
        MergeStep.NotNow { Which: var which } when which == source.Id =>
            $"{IdeaNameViews.Name(source)} is **{IdeaText.Status(source.Status)}**, so it does not go on as another one. Only ideas that are open or parked do.",
        _ => $"{IdeaNameViews.Name(root)} is **{IdeaText.Status(root.Status)}**, so nothing goes on as it. It would have to be brought back first.",
    } + (step is MergeStep.Already ? "" : " Nothing was changed."));

    public static Reply CannotAsk(Idea idea) => Reply.Private(
        $"{IdeaNameViews.Name(idea)} is **{IdeaText.Status(idea.Status)}**. Who proposed an idea, and mentors, can merge it while it is open or parked. Nothing was changed.");

    public static Reply UnmergeForm(Idea idea) => Reply.Form(new Modal
    {
        CustomId = UnmergeIdeaModal.Spec.For(IdeaReference.InServer(idea)),
        Title = string.Create(CultureInfo.InvariantCulture, $"#{idea.Number} goes on by itself again"),
        Components = [Control.TextField(ReasonField, "Why?", MoveRules.MostReason, paragraph: true, min: 1, hint: "Whoever follows one of them reads this in its thread")],
    });

    public static Reply NotMerged(Idea idea) => Reply.Private($"{IdeaNameViews.Name(idea)} is **{IdeaText.Status(idea.Status)}** and goes on by itself, so there is no merge to take back.");

    public static Reply NeedsReason() => Reply.Private("Say in a few words why: whoever follows one of them reads that. Nothing was changed.");

    public static Reply TakenBack(Idea source, Idea root, UnmergeStep step) => Reply.Private(step switch
    {
        UnmergeStep.Done => $"{IdeaText.Mark(IdeaStatus.Proposed)} {IdeaNameViews.Name(source)} goes on by itself again and is **{IdeaText.Status(source.Status)}**. Its votes, and the people who came with it, are its own again. "
            + "Whoever follows one of them is told quietly in its thread.",
        UnmergeStep.NotYours => "Only mentors take a merge back. Write in its thread why it should be; they will read it.",
        UnmergeStep.HasTeam => $"The people of both build {IdeaNameViews.Linked(root)} already, so the merge stays. Put up the idea anew with `/idea add`.",
        _ => $"{IdeaNameViews.Name(source)} goes on by itself, so there is no merge to take back.",
    });

    private static string Waits(int waiting) => waiting switch { 0 => "", 1 => "; 1 of them waits for a place", _ => $"; {Text(waiting)} of them wait for a place" };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
