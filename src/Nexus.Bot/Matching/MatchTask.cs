namespace Nexus.Bot.Matching;

/// <summary>What is asked for. The same task gives the same plan, in whatever order its people come.</summary>
internal sealed record MatchTask(Cohort Cohort, MatchRules Rules, Weights Weights, ulong Seed)
{
    /// <summary>Teams there are already; people of them who are not in the cohort have left.</summary>
    public IReadOnlyList<IReadOnlyList<ulong>> Seats { get; init; } = [];

    /// <summary>Who stays in their seat. A team all of whose people stay, and that is large enough, stays as it is.</summary>
    public IReadOnlySet<ulong> Locked { get; init; } = new HashSet<ulong>();

    /// <summary>How long to look; by itself as long as is worth it.</summary>
    public Effort? Effort { get; init; }
}
