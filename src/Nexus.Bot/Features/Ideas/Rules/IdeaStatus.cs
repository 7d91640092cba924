namespace Nexus.Bot.Features.Ideas.Rules;

internal enum IdeaStatus
{
    /// <summary>Waits for a mentor before others see it, where the server wants that.</summary>
    InReview,

    /// <summary>On the board, to be voted for and talked about.</summary>
    Proposed,

    /// <summary>Somebody works out what exactly it is to be.</summary>
    Shaping,

    /// <summary>It could be begun.</summary>
    Ready,

    /// <summary>It has a team.</summary>
    Building,

    /// <summary>There is something to look at.</summary>
    Shipped,

    /// <summary>Nobody works on it now; it can be brought back.</summary>
    Parked,

    /// <summary>Mentors say no, and why.</summary>
    Declined,

    /// <summary>Its author took it back.</summary>
    Withdrawn,

    /// <summary>It goes on as another idea.</summary>
    Merged,
}

internal static class IdeaStatuses
{
    /// <summary>Not decided yet: it takes votes and interest, and is asked about when it falls silent.</summary>
    public static bool IsOpen(this IdeaStatus status) => status is IdeaStatus.Proposed or IdeaStatus.Shaping or IdeaStatus.Ready;

    /// <summary>Its author, and who wants to build it, have something to do with their time.</summary>
    public static bool IsAlive(this IdeaStatus status) => status.IsOpen() || status is IdeaStatus.InReview or IdeaStatus.Building or IdeaStatus.Shipped;
}
