using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Rules;

/// <summary>One step: who is asked when nobody has claimed the question so long.</summary>
/// <param name="After">Of the server's working time, since the question is open.</param>
/// <param name="Most">At most so many people.</param>
internal sealed record LadderStep(TimeSpan After, Audience Audience, int Most);

/// <summary>What a step that is due does.</summary>
internal abstract record Climb
{
    private Climb()
    {
    }

    /// <summary>It is claimed, answered or gone: nothing is sent, and no step comes after it.</summary>
    internal sealed record Needless : Climb;

    internal sealed record Ask(IReadOnlyList<Chosen> Whom) : Climb;

    /// <summary>All who could be asked are asleep or off: the step moves to when the first is there.</summary>
    internal sealed record WaitUntil(DateTimeOffset At) : Climb;

    /// <summary>There is nobody for this step before the next one is due.</summary>
    internal sealed record Nobody : Climb;
}

/// <summary>The steps that a question climbs while nobody claims it. A step is known by the question, its opening and its number, and happens once.</summary>
internal sealed record Ladder(IReadOnlyList<LadderStep> Steps, DutyHours WorkingHours)
{
    /// <summary>Of one opening at most so many, so that <see cref="Occurrence"/> names each.</summary>
    public const int MostSteps = 16;

    /// <summary>So long somebody who was asked, and did nothing, has a question less to take; they can still claim it later.</summary>
    public static readonly TimeSpan AskCounts = TimeSpan.FromHours(2);

    // After the last step nobody comes any more: those who are full or off duty are looked for again.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    private const int LaterRounds = 6;

    /// <summary>The ladder of a server that chose nothing.</summary>
    public static Ladder Usual(DutyHours workingHours) => Of(TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(8), workingHours);

    /// <summary>
    /// Asked at once: whoever fits best; then those who know the topic, the track's mentors, the lead. Then some of those nobody has
    /// asked yet, once in a while: no question is left alone.
    /// </summary>
    public static Ladder Of(TimeSpan specialists, TimeSpan mentors, TimeSpan lead, DutyHours workingHours) => new(
        [
            new LadderStep(TimeSpan.Zero, Audience.BestMatch, 1),
            new LadderStep(specialists, Audience.Specialists, 2),
            new LadderStep(mentors, Audience.TrackMentors, 3),
            new LadderStep(lead, Audience.Leads, 1),
            .. Enumerable.Range(1, LaterRounds).Select(round => new LadderStep(lead + TimeSpan.FromHours(6 * round), Audience.Everybody, 2)),
        ],
        workingHours);

    /// <summary>The number of a step in the queue: one per question, opening and step, so that the queue's unique index keeps it from being planned twice.</summary>
    public static int Occurrence(int opening, int step) => (opening * MostSteps) + step;

    public static (int Opening, int Step) Of(int occurrence) => (occurrence / MostSteps, occurrence % MostSteps);

    /// <summary>
    /// When a step is due by the server's working hours; null when there is no such step (any more). What is asked at once does not
    /// wait for them: those who help in the evening have said so.
    /// </summary>
    public DateTimeOffset? DueAt(DateTimeOffset openedAt, int step) =>
        step >= Steps.Count ? null : Steps[step].After == TimeSpan.Zero ? openedAt : WorkingHours.After(openedAt, Steps[step].After);

    /// <summary>
    /// What becomes of a step that was decided, and then cut off before it was known to be sent: it stays with whom it chose, but
    /// wakes nobody who meanwhile has gone to bed.
    /// </summary>
    public static Climb Resume(QuestionFacts facts, int occurrence, IReadOnlyList<Chosen> decided, IEnumerable<Answerer> answerers, DateTimeOffset now)
    {
        if (facts.State != QuestionState.Open || facts.Opening != Of(occurrence).Opening)
        {
            return new Climb.Needless();
        }

        var known = answerers.Where(one => decided.Any(chosen => chosen.Id == one.Id)).ToList();
        var reachable = decided.Where(chosen => known.Exists(one => one.Id == chosen.Id && one.IsReachable(now))).ToList();
        return reachable.Count > 0 ? new Climb.Ask(reachable)
            : known.Where(one => one.IsOnDuty).Min(one => one.Hours.NextFrom(one.AwayUntil > now ? one.AwayUntil.Value : now)) is { } at ? new Climb.WaitUntil(at)
            : new Climb.Nobody();
    }

    /// <summary>What a due step does now.</summary>
    /// <param name="facts">The question as it is now.</param>
    /// <param name="occurrence">See <see cref="Occurrence"/>.</param>
    /// <param name="openedAt">Since when it is open.</param>
    public Climb At(QuestionFacts facts, int occurrence, DateTimeOffset openedAt, QuestionNeed need, IEnumerable<Answerer> answerers, DateTimeOffset now)
    {
        var (opening, step) = Of(occurrence);
        if (facts.State != QuestionState.Open || facts.Opening != opening || step >= Steps.Count)
        {
            return new Climb.Needless();
        }

        var routed = Router.Choose(need, Steps[step].Audience, Steps[step].Most, answerers, now);
        return routed switch
        {
            { Chosen.Count: > 0 } => new Climb.Ask(routed.Chosen),
            { LookAgainAt: { } at } when DueAt(openedAt, step + 1) is not { } next || at < next => new Climb.WaitUntil(at),
            { IsAnybody: true } when step == Steps.Count - 1 && WorkingHours.After(now, BetweenLooks) is { } later => new Climb.WaitUntil(later),
            _ => new Climb.Nobody(),
        };
    }
}
