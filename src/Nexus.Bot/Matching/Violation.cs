namespace Nexus.Bot.Matching;

/// <summary>A rule that does not hold in a team, and whom it is about.</summary>
internal abstract record Violation(IReadOnlyList<ulong> People)
{
    public sealed record TooSmall(IReadOnlyList<ulong> People, int Least) : Violation(People);

    public sealed record TooLarge(IReadOnlyList<ulong> People, int Most) : Violation(People);

    /// <summary>Whoever is missing, after those who are both have been counted where they help most.</summary>
    public sealed record MissingTracks(IReadOnlyList<ulong> People, int Backend, int Frontend) : Violation(People);

    /// <summary>The people are those of the track there is too much of.</summary>
    public sealed record SurplusTracks(IReadOnlyList<ulong> People, int HowMany) : Violation(People);

    /// <summary>The people are those without whom the others would have the hours; all of the team when no single one is.</summary>
    public sealed record TooFewHours(IReadOnlyList<ulong> People, double Hours, double Least) : Violation(People);

    /// <summary>Two of whom one wants to avoid the other: never to be told to anybody but mentors.</summary>
    public sealed record Avoided(IReadOnlyList<ulong> People) : Violation(People);

    public sealed record MetTooSoon(IReadOnlyList<ulong> People, int RoundsAgo) : Violation(People);
}
