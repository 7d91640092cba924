using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Merging;
using Nexus.Bot.Features.Ideas.Proposing;
using Nexus.Bot.Features.Ideas.Proposing.Editing;
using Nexus.Bot.Features.Ideas.Proposing.Places;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>The menu behind More…: only what works for whoever pressed.</summary>
internal static class MoreViews
{
    /// <param name="root">As what it goes on, when it was merged.</param>
    /// <param name="canForm">There is somebody to form its team of, and they may.</param>
    public static Reply Menu(Idea idea, Idea? root, IdeaActor by, IdeaPolicy policy, bool follows, bool canForm) => Reply.Private(string.Join('\n', Words(idea, root, follows)))
        .With([.. Controls(idea, by, policy, follows, canForm)]);

    private static IEnumerable<string> Words(Idea idea, Idea? root, bool follows)
    {
        yield return $"{IdeaNameViews.Name(idea)} · {IdeaText.Mark(idea.Status)} {IdeaText.Status(idea.Status)}";
        if (root is not null)
        {
            yield return $"It goes on as {IdeaNameViews.Linked(root)}";
        }

        yield return follows ? "-# You follow it: what becomes of it is told quietly in its thread." : "-# You don't follow it.";
    }

    private static IEnumerable<Component> Controls(Idea idea, IdeaActor by, IdeaPolicy policy, bool follows, bool canForm)
    {
        var open = MovesOpen.To(idea.Facts, by, policy);
        var reference = IdeaReference.InServer(idea);
        if (IdeaCardViews.IsCut(idea))
        {
            yield return Control.Button("Read all of it", IdeaControls.Read.For(reference));
        }

        if (canForm)
        {
            yield return Control.Button("Form the team…", CrewControls.Form.For(reference), ButtonStyle.Primary);
        }

        if (!idea.Status.IsAlive() && open.Contains(IdeaStatus.Proposed))
        {
            yield return Control.Button("Bring it back…", ChangeStatusButton.For(idea, IdeaStatus.Proposed), ButtonStyle.Primary);
        }

        if (open.Any(to => to != IdeaStatus.Withdrawn && (to != IdeaStatus.Proposed || idea.Status.IsAlive())))
        {
            yield return Control.Button("Change status…", ChangeStatusButton.For(idea));
        }

        if (Merger.CanAsk(idea.Facts, by))
        {
            yield return Control.Button("Merge…", NameOtherIdeaButton.Spec.For(reference));
        }

        if (idea.Status == IdeaStatus.Merged && by.IsMentor)
        {
            yield return Control.Button("Take the merge back…", ExplainUnmergeButton.Spec.For(reference));
        }

        if (by.IsMentor)
        {
            yield return Control.Button("Who voted", IdeaControls.Voters.For(reference));
        }

        var isTheirs = by.IsMentor || by.Id == idea.AuthorId;
        if (isTheirs && PostAgainButton.Fits(idea))
        {
            yield return Control.Button("Put it up again", PostAgainButton.Spec.For(reference));
        }

        if (isTheirs && !IdeaEditor.IsClosed(idea))
        {
            yield return Control.Button("Edit", EditIdeaButton.Spec.For(reference));
            yield return Control.Button("Change tags", ChangeTagsButton.Spec.For(reference));
        }

        if (idea.EditedAt is not null)
        {
            yield return Control.Button("What it said before", IdeaHistoryButton.Spec.For(reference));
        }

        if (open.Contains(IdeaStatus.Withdrawn))
        {
            yield return Control.Button("Withdraw…", ChangeStatusButton.For(idea, IdeaStatus.Withdrawn));
        }

        yield return follows
            ? Control.Button("Don't tell me", UnfollowIdeaButton.Spec.For(reference))
            : Control.Button("Follow", FollowIdeaButton.Spec.For(reference));
    }
}
