using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Rules;

/// <summary>What somebody is to the cohort.</summary>
internal enum AnswererRank
{
    /// <summary>A learner who helps others.</summary>
    Peer,
    Mentor,
    Lead,
}

/// <summary>Somebody who answers, as they said with <c>/helper set</c>, and what they have to do now.</summary>
/// <param name="Capacity">So many questions at a time, those they are asked to take counted too.</param>
/// <param name="Hours">When they may be asked.</param>
internal sealed record Answerer(Snowflake Id, AnswererRank Rank, int Capacity, DutyHours Hours)
{
    /// <summary>Slugs of topics.</summary>
    public IReadOnlySet<string> Topics { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> Tracks { get; init; } = new HashSet<string>();

    public bool IsOnDuty { get; init; } = true;

    public DateTimeOffset? AwayUntil { get; init; }

    /// <summary>Questions they hold, and open ones they are asked to take.</summary>
    public int Load { get; init; }

    /// <summary>How often they were asked in the last days.</summary>
    public int AskedLately { get; init; }

    /// <summary>Whether they may be disturbed at all.</summary>
    public bool IsReachable(DateTimeOffset now) => IsOnDuty && !(AwayUntil > now) && Hours.Holds(now);

    /// <summary>When they may be asked next, the moment itself when that is now; null when nobody knows.</summary>
    public DateTimeOffset? FreeFrom(DateTimeOffset now) =>
        IsOnDuty && Load < Capacity ? Hours.NextFrom(AwayUntil > now ? AwayUntil.Value : now) : null;
}

/// <summary>What a question needs of who answers it.</summary>
/// <param name="Topics">Slugs, the surest first; empty when it could not be told.</param>
/// <param name="Asked">Who was asked before since it is open, and who gave it back: nobody is asked twice.</param>
internal sealed record QuestionNeed(long Question, Snowflake Asker, IReadOnlyList<string> Topics, string? Track, IReadOnlySet<Snowflake> Asked);

/// <summary>Why somebody was asked: what "Why me?" tells.</summary>
/// <param name="Topics">Of the question's topics, those they said they know.</param>
/// <param name="Track">The question's track when they are of it.</param>
internal sealed record Reason(AnswererRank Rank, IReadOnlyList<string> Topics, string? Track, int Load, int Capacity);

internal sealed record Chosen(Snowflake Id, Reason Reason);
