using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>Somebody of the cohort who is no mentor.</summary>
/// <param name="JoinedOn">By the server's calendar.</param>
internal sealed record Learner(Snowflake Person, IdeaRole? Track, LocalDate JoinedOn)
{
    /// <summary>They said that they want no such messages.</summary>
    public bool WantsNoNudge { get; init; }

    public DateTimeOffset? NudgedAt { get; init; }

    public int Nudges { get; init; }
}

/// <summary>Somebody's part in an idea, as its author or as who wants to build it.</summary>
internal sealed record Part(Snowflake Person, IdeaStatus Status);

/// <param name="Day">Of their own first week: who joined later has as many days as the others had.</param>
internal sealed record Idle(Learner Learner, int Day);

internal enum NudgeResult
{
    Sent,

    /// <summary>They have an idea or an interest by now.</summary>
    HasOne,
    WantsNone,

    /// <summary>Somebody wrote to them a short while ago.</summary>
    JustNudged,

    /// <summary>They were written to as often as is kind.</summary>
    Enough,
}

/// <summary>Who has neither an idea nor an interest in the first days of a cohort.</summary>
internal static class FirstWeekRules
{
    public const int MostNudges = 3;

    private static readonly TimeSpan BetweenNudges = TimeSpan.FromHours(36);

    /// <summary>On these days mentors are shown who they are; the first is day 1.</summary>
    public static IReadOnlyList<int> CheckDays { get; } = [3, 5, 7];

    /// <summary>By track, then who is there longest.</summary>
    public static IReadOnlyList<Idle> Without(IEnumerable<Learner> learners, IEnumerable<Part> parts, LocalDate cohortStart, LocalDate today)
    {
        var busy = parts.Where(part => part.Status.IsAlive()).Select(part => part.Person).ToHashSet();
        return
        [
            .. learners.Where(learner => !busy.Contains(learner.Person))
                .Select(learner => new Idle(learner, DayOf(LocalDate.Max(cohortStart, learner.JoinedOn), today)))
                .Where(idle => idle.Day >= CheckDays[0])
                .OrderBy(idle => idle.Learner.Track ?? IdeaRole.Mentor)
                .ThenByDescending(idle => idle.Day)
                .ThenBy(idle => idle.Learner.Person),
        ];
    }

    public static int DayOf(LocalDate start, LocalDate today) => Period.DaysBetween(start, today) + 1;

    public static NudgeResult Nudge(Learner learner, bool hasOne, DateTimeOffset now) =>
        hasOne ? NudgeResult.HasOne
        : learner.WantsNoNudge ? NudgeResult.WantsNone
        : learner.Nudges >= MostNudges ? NudgeResult.Enough
        : now - learner.NudgedAt < BetweenNudges ? NudgeResult.JustNudged
        : NudgeResult.Sent;
}
