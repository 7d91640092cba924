using static Nexus.Bot.Features.Ideas.Rules.IdeaStatus;
using static Nexus.Bot.Features.Ideas.Rules.Movers;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>An idea's way from a thought to something shipped. Pure: the same facts and the same move give the same step.</summary>
internal static class MoveRules
{
    public const int MostReason = 300;

    /// <param name="facts">The idea as it was read; who saves checks that it still is so.</param>
    /// <param name="to">Where it is to go.</param>
    /// <param name="by">Who moves it.</param>
    /// <param name="reason">What followers are told; never empty.</param>
    /// <param name="policy">What the server chose.</param>
    public static MoveStep Take(IdeaFacts facts, IdeaStatus to, IdeaActor by, string reason, IdeaPolicy policy)
    {
        var who = Who(facts.Status, to);
        var why = reason.Trim();
        return who switch
        {
            None => new MoveStep.NotNow(facts.Status),
            Same => new MoveStep.Already(to),
            _ when (facts.Status, to) == (Declined, InReview) && facts.WasPublished => new MoveStep.NotNow(facts.Status),
            ByForming or ByMerging => new MoveStep.OtherWay(who),
            _ when !Is(who, facts, by) => new MoveStep.NotYours(who),
            _ when why.Length == 0 => new MoveStep.NeedsReason(),
            _ when to == Proposed && policy.NeedsReview && !facts.WasPublished && !by.IsMentor => new MoveStep.NeedsReview(),
            _ => new MoveStep.Done(
                facts with { Status = to, WasPublished = facts.WasPublished || to.IsOpen() },
                why.Length <= MostReason ? why : Routing.Md.Cut(why, MostReason),
                Effects(facts, to)),
        };
    }

    /// <summary>The whole table: who moves an idea from one status to another.</summary>
    internal static Movers Who(IdeaStatus from, IdeaStatus to) => from == to ? Same : (from, to) switch
    {
        (InReview, Proposed or Declined) => Mentors,
        (InReview, Withdrawn) => Author,

        (Proposed, Shaping) => Author | Mentors,
        (Proposed, Ready) => Mentors,
        (Shaping, Proposed or Ready) => Author | Mentors,
        (Ready, Proposed) => Mentors,
        (Ready, Shaping) => Author | Mentors,
        (Proposed or Shaping or Ready, Building) => ByForming,
        (Proposed or Shaping or Ready, Parked) => Author | Mentors | Clock,
        (Proposed or Shaping or Ready, Declined) => Mentors,
        (Proposed or Shaping or Ready, Withdrawn) => Author,
        (Proposed or Shaping or Ready, Merged) => ByMerging,

        // The team is the teams' matter: an idea leaves it only when a mentor says that it is no more.
        (Building, Ready or Parked) => Mentors,
        (Building, Shipped) => Author | Mentors | Team,
        (Shipped, Building) => Author | Mentors | Team,

        (Parked, Proposed or Shaping) => Author | Mentors,
        (Parked, Ready or Declined) => Mentors,
        (Parked, Withdrawn) => Author,
        (Parked, Merged) => ByMerging,
        (Declined, Proposed) => Mentors,

        // With better words, while nobody but mentors has seen it.
        (Declined, InReview) => Author,
        (Withdrawn, InReview or Proposed) => Author,

        // From Merged it comes back only by taking the merge back, never by a status.
        _ => None,
    };

    internal static bool Is(Movers who, IdeaFacts facts, IdeaActor by) => by.IsClock
        ? who.HasFlag(Clock)
        : (who.HasFlag(Author) && by.Id == facts.Author) || (who.HasFlag(Mentors) && by.IsMentor) || (who.HasFlag(Team) && by.IsOnTeam);

    internal static MoveEffects Effects(IdeaFacts facts, IdeaStatus to)
    {
        // Without a thread there is nobody but its author to tell.
        if (!facts.WasPublished)
        {
            return to == Proposed ? MoveEffects.Publish | MoveEffects.TellAuthor : to == Declined ? MoveEffects.TellAuthor : MoveEffects.None;
        }

        return MoveEffects.TellFollowers
            | (IsClosed(to) && !IsClosed(facts.Status) ? MoveEffects.CloseThread : MoveEffects.None)
            | (IsClosed(facts.Status) && !IsClosed(to) ? MoveEffects.OpenThread : MoveEffects.None);
    }

    private static bool IsClosed(IdeaStatus status) => status is Declined or Withdrawn or Merged;
}
