using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>What the rules need to know of an idea.</summary>
internal sealed record IdeaFacts(long Id, Snowflake Author)
{
    public IdeaStatus Status { get; init; } = IdeaStatus.Proposed;

    /// <summary>It was on the board at least once: bringing it back needs no second review.</summary>
    public bool WasPublished { get; init; } = true;
}

/// <summary>Who does something to an idea.</summary>
/// <param name="Id">None (0) for the clock.</param>
/// <param name="IsOnTeam">They have a place in it.</param>
internal readonly record struct IdeaActor(Snowflake Id, bool IsMentor, bool IsOnTeam = false)
{
    public static IdeaActor Clock => default;

    public bool IsClock => Id == default;
}

/// <summary>What a server chose about its ideas.</summary>
internal sealed record IdeaPolicy
{
    public static IdeaPolicy Usual { get; } = new();

    /// <summary>Mentors look at an idea before others see it.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>Who proposes something is for it anyhow.</summary>
    public bool AuthorsMayVote { get; init; }

    /// <summary>So many ideas that are not decided yet may one person be for; null for any number.</summary>
    public int? MostOpenVotes { get; init; }

    /// <summary>So many places may one person have in ideas that are not decided yet; null for any number.</summary>
    public int? MostPlaces { get; init; } = 3;

    /// <summary>Authors need no mentor to form the team.</summary>
    public bool AuthorsFormTeams { get; init; }

    /// <summary>After so long without a touch an idea is asked about.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromDays(21);
}
