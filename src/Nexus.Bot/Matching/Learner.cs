namespace Nexus.Bot.Matching;

/// <summary>One person to be placed.</summary>
/// <param name="Skill">1 to 5; without it, as skilled as the others are on average.</param>
/// <param name="Free">Empty without a profile: then there are no hours in common with anybody.</param>
/// <param name="Wishes">Whom they would like to be with.</param>
/// <param name="Avoids">Whom they must not be with; one of the two saying so is enough.</param>
internal sealed record Learner(
    ulong Id,
    Tracks Tracks,
    double? Skill,
    IReadOnlyCollection<string> Tags,
    WeekGrid Free,
    IReadOnlyCollection<ulong> Wishes,
    IReadOnlyCollection<ulong> Avoids);

/// <summary>Two who were together, 1 being the latest round.</summary>
internal readonly record struct Meeting(ulong One, ulong Other, int RoundsAgo);
