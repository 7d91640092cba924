using System.Diagnostics.Metrics;

namespace Nexus.Discord.Gateway;

/// <summary>The gateway's part of the meter <c>Nexus.Discord</c>. Times are in seconds.</summary>
internal sealed class GatewayMetrics : IDisposable
{
    public const string MeterName = "Nexus.Discord";

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _events;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _malformed;
    private readonly Counter<long> _identifies;
    private readonly Counter<long> _resumes;
    private readonly Counter<long> _disconnects;
    private readonly Histogram<double> _latency;

    public GatewayMetrics(IMeterFactory? meters)
    {
        _ownsMeter = meters is null; // a factory disposes its own
        _meter = meters?.Create(new MeterOptions(MeterName)) ?? new Meter(MeterName);
        _events = _meter.CreateCounter<long>("nexus.discord.gateway.events", description: "Dispatches received, by type; those nobody reads are 'other'.");
        _dropped = _meter.CreateCounter<long>("nexus.discord.gateway.events.dropped", description: "Events refused because the queue was full, by type.");
        _malformed = _meter.CreateCounter<long>("nexus.discord.gateway.frames.malformed", description: "Frames that made no sense.");
        _identifies = _meter.CreateCounter<long>("nexus.discord.gateway.identifies", description: "New sessions asked for.");
        _resumes = _meter.CreateCounter<long>("nexus.discord.gateway.resumes", description: "Sessions taken up again.");
        _disconnects = _meter.CreateCounter<long>("nexus.discord.gateway.disconnects", description: "Connections that ended, by close code; 0 without one.");
        _latency = _meter.CreateHistogram<double>("nexus.discord.gateway.heartbeat.latency", "s", "From a heartbeat to its acknowledgement.");
    }

    public Meter Meter => _meter;

    public void ObserveQueue(Func<int> depth) =>
        _meter.CreateObservableGauge("nexus.discord.gateway.queue.depth", depth, description: "Events waiting for a handler.");

    public void Event(string name) => _events.Add(1, new KeyValuePair<string, object?>("type", name));

    public void Dropped(string name) => _dropped.Add(1, new KeyValuePair<string, object?>("type", name));

    public void Malformed() => _malformed.Add(1);

    public void Identified() => _identifies.Add(1);

    public void Resumed() => _resumes.Add(1);

    public void Disconnected(int? code) => _disconnects.Add(1, new KeyValuePair<string, object?>("code", code ?? 0));

    public void HeartbeatAcknowledged(TimeSpan latency) => _latency.Record(latency.TotalSeconds);

    public void Dispose()
    {
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }
}
