namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>What is known of an idea's silence.</summary>
/// <param name="TouchedAt">The last vote, comment, interest, edit, move or "Keep".</param>
internal sealed record Silence(IdeaStatus Status, DateTimeOffset TouchedAt)
{
    public DateTimeOffset? AskedAt { get; init; }

    public DateTimeOffset? WarnedAt { get; init; }

    /// <summary>Somebody else than its author wrote in its thread.</summary>
    public bool HasAnswer { get; init; }
}

/// <summary>What is done about an idea that nobody touched.</summary>
internal abstract record HygieneStep
{
    private HygieneStep()
    {
    }

    /// <summary>Nothing, and when to look again; null when never.</summary>
    internal sealed record Wait(DateTimeOffset? Until) : HygieneStep;

    /// <summary>In its thread, with Keep and Park.</summary>
    internal sealed record Ask : HygieneStep;

    /// <summary>The same, and mentors hear that nobody ever answered. It is never parked for that.</summary>
    internal sealed record AskMentors : HygieneStep;

    /// <summary>In its thread, with Keep: on that day it is parked.</summary>
    internal sealed record Warn(DateTimeOffset ParksAt) : HygieneStep;

    /// <summary>By <see cref="MoveRules"/>, as the clock; told in its thread, with a button that brings it back.</summary>
    internal sealed record Park : HygieneStep;
}

/// <summary>Nothing is parked in silence: it is asked about, then warned of, and any touch begins anew.</summary>
internal static class HygieneRules
{
    /// <summary>From the question to the warning, and from the warning to the day on which it is parked.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    public static HygieneStep At(Silence silence, IdeaPolicy policy, DateTimeOffset now)
    {
        if (!silence.Status.IsOpen())
        {
            return new HygieneStep.Wait(null);
        }

        var asked = silence.AskedAt >= silence.TouchedAt ? silence.AskedAt : null;
        var warned = asked is not null && silence.WarnedAt >= asked ? silence.WarnedAt : null;
        return (asked, warned, silence.HasAnswer) switch
        {
            ({ } at, _, false) => When(at + policy.Quiet, new HygieneStep.AskMentors()),
            (null, _, false) => When(silence.TouchedAt + policy.Quiet, new HygieneStep.AskMentors()),
            (null, _, true) => When(silence.TouchedAt + policy.Quiet, new HygieneStep.Ask()),
            ({ } at, null, true) => When(at + Grace, new HygieneStep.Warn(now + Grace)),
            (_, { } at, true) => When(at + Grace, new HygieneStep.Park()),
        };

        HygieneStep When(DateTimeOffset due, HygieneStep step) => now < due ? new HygieneStep.Wait(due) : step;
    }
}
