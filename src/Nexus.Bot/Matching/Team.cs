namespace Nexus.Bot.Matching;

/// <summary>One team with what speaks for it: the parts of the score and the facts each rests on.</summary>
internal sealed record Team(IReadOnlyList<ulong> Members, TeamScore Score, TeamFacts Facts, IReadOnlyList<Violation> Violations);

/// <summary>Each part from 0 to 1, and what it counts.</summary>
internal sealed record TeamScore(double Hours, double Interests, double Balance, double Wishes, double Novelty, Weights Weights)
{
    private static readonly Criterion[] All = Enum.GetValues<Criterion>();

    public double this[Criterion criterion] => criterion switch
    {
        Criterion.Hours => Hours,
        Criterion.Interests => Interests,
        Criterion.Balance => Balance,
        Criterion.Wishes => Wishes,
        Criterion.Novelty => Novelty,
    };

    /// <summary>Out of 100; the points of the criteria add up to it.</summary>
    public double Total => All.Sum(Points);

    /// <summary>Where most points are missing.</summary>
    public Criterion Weakest => All.MaxBy(Lost);

    public double Points(Criterion criterion) => 100 * Weights[criterion] * this[criterion];

    private double Lost(Criterion criterion) => 100 * Weights[criterion] * (1 - this[criterion]);
}

/// <summary>What a team has in common and who does what.</summary>
/// <param name="Shared">When all of them are free.</param>
/// <param name="Tag">What most of them share; null when no two do.</param>
/// <param name="Skill">On average, of those who told it; null when nobody did.</param>
/// <param name="CohortSkill">Of everybody who was placed; null when nobody told it.</param>
/// <param name="Granted">Who is with somebody they wished for: private to the first of each.</param>
/// <param name="NotGranted">Who wished for others only: private to each.</param>
/// <param name="Unknown">Whose profile lacks something, so that a neutral value or none counted.</param>
internal sealed record TeamFacts(
    WeekGrid Shared,
    string? Tag,
    IReadOnlyList<ulong> Tagged,
    IReadOnlyList<ulong> Backend,
    IReadOnlyList<ulong> Frontend,
    IReadOnlyList<ulong> FullStack,
    double? Skill,
    double? CohortSkill,
    IReadOnlyList<(ulong Who, ulong Whom)> Granted,
    IReadOnlyList<ulong> NotGranted,
    IReadOnlyList<Meeting> Met,
    IReadOnlyList<(ulong Who, ProfileGap Gap)> Unknown)
{
    public double SharedHours => Shared.Hours;
}

/// <summary>What somebody has not told.</summary>
internal enum ProfileGap
{
    Hours,
    Skill,
    Tags,
}
