using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Nexus.Bot.Routing;

/// <summary>How an interaction ended, as metrics and logs name it.</summary>
internal enum Outcome
{
    Answered,

    /// <summary>Answered after "… is thinking".</summary>
    AnsweredLate,
    Refused,
    CooledDown,

    /// <summary>Nothing of that name is known (any more).</summary>
    Expired,
    Failed,

    /// <summary>Handled, but the answer did not reach Discord.</summary>
    Lost,

    /// <summary>Delivered a second time and ignored.</summary>
    Replayed,
}

/// <summary>The meter <c>Nexus.Bot</c>: interactions by command and outcome, running ones, due and late deliveries.</summary>
internal sealed class InteractionMetrics : IDisposable
{
    public const string MeterName = "Nexus.Bot";

    private readonly Meter _meter;
    private readonly Counter<long> _interactions;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<int> _running;
    private readonly Counter<long> _delivered;
    private readonly Histogram<double> _lateness;

    public InteractionMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _interactions = _meter.CreateCounter<long>("nexus.interactions", "{interaction}", "Interactions by command and outcome");
        _duration = _meter.CreateHistogram<double>("nexus.interaction.duration", "ms", "From the gateway's event to the answer being out");
        _running = _meter.CreateUpDownCounter<int>("nexus.interactions.running", "{interaction}", "Interactions being handled");
        _delivered = _meter.CreateCounter<long>("nexus.deliveries", "{delivery}", "Messages sent by jobs, by kind and whether they were late");
        _lateness = _meter.CreateHistogram<double>("nexus.delivery.lateness", "s", "How long after its due instant a message was sent");
    }

    public void Started() => _running.Add(1);

    public void Ended(string command, Outcome outcome, TimeSpan duration)
    {
        _running.Add(-1);
        var tags = new TagList { { "command", command }, { "outcome", NameOf(outcome) } };
        _interactions.Add(1, tags);
        _duration.Record(duration.TotalMilliseconds, tags);
    }

    /// <summary>For jobs: a due message went out.</summary>
    /// <param name="kind">What was sent, such as <c>announcement</c>.</param>
    public void Delivered(string kind, TimeSpan lateness, bool isLate)
    {
        _delivered.Add(1, new TagList { { "kind", kind }, { "late", isLate } });
        _lateness.Record(Math.Max(0, lateness.TotalSeconds), new TagList { { "kind", kind } });
    }

    public void Dispose() => _meter.Dispose();

    private static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.AnsweredLate => "answered_late",
        Outcome.Refused => "refused",
        Outcome.CooledDown => "cooled_down",
        Outcome.Expired => "expired",
        Outcome.Failed => "failed",
        Outcome.Lost => "lost",
        Outcome.Replayed => "replayed",
        _ => "unknown",
    };
}
