using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>What came of a press on "I'd build this", or of leaving again.</summary>
internal abstract record CrewStep
{
    private CrewStep()
    {
    }

    /// <summary>They have a place.</summary>
    /// <param name="MovedUp">Who got a place because they left another one.</param>
    internal sealed record Seated(IdeaCrew Now, Interest Mine, IReadOnlyList<Snowflake> MovedUp) : CrewStep;

    /// <summary>Nothing was saved: all places of the role are taken. The waiting list is offered, not taken for granted.</summary>
    internal sealed record Full(IdeaRole Role, int Waiting) : CrewStep;

    /// <param name="Place">From 1.</param>
    internal sealed record Waits(IdeaCrew Now, Interest Mine, int Place) : CrewStep;

    /// <summary>They have this already: a second press does no harm.</summary>
    internal sealed record Already(Interest Mine) : CrewStep;

    /// <summary>They have a place in another role, and would lose it for a place on a waiting list.</summary>
    internal sealed record KeepsPlace(Interest Mine) : CrewStep;

    internal sealed record Left(IdeaCrew Now, Interest Before, IReadOnlyList<Snowflake> MovedUp) : CrewStep;

    internal sealed record NotThere : CrewStep;

    /// <summary>The idea needs nobody of this role.</summary>
    internal sealed record NotNeeded(IdeaRole Role) : CrewStep;

    internal sealed record MentorsOnly : CrewStep;

    /// <summary>They have as many places in other ideas as the server allows.</summary>
    internal sealed record Enough(int Most) : CrewStep;

    /// <summary>In this status nobody joins or leaves: it is decided, or the team is formed.</summary>
    internal sealed record NotNow(IdeaStatus Status) : CrewStep;
}

/// <summary>What came of changing how many an idea needs.</summary>
internal abstract record ResizeStep
{
    private ResizeStep()
    {
    }

    /// <param name="Dropped">Who waited for a role that is no longer needed.</param>
    internal sealed record Done(IdeaCrew Now, IReadOnlyList<Snowflake> MovedUp, IReadOnlyList<Snowflake> Dropped) : ResizeStep;

    /// <summary>Nobody is put out of their place: somebody has to leave first.</summary>
    internal sealed record PlacesTaken(IdeaRole Role, int Taken) : ResizeStep;

    /// <summary>A minimum above the slots, too many slots, a role twice, or nobody at all.</summary>
    internal sealed record MakesNoSense(IdeaRole? Role) : ResizeStep;
}
