using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Nexus.Discord.Tests.Rest;

public sealed class RestMetricsTests : IDisposable
{
    private readonly RestWorld _world = new();
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _measured = new();

    public RestMetricsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, _world.Rest.Metrics.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _world.Dispose();
    }

    [Fact]
    public async Task Calls_retries_429s_and_waits_are_counted_by_route()
    {
        _world.Discord.Answers(500).Limits(2, ("X-RateLimit-Scope", "shared")).AnswersMessage();

        var call = _world.SayOnce("hi");
        _world.After(0.5);
        await _world.HeldBackAsync();
        _world.After(2.05);
        await call;

        const string Route = "route=POST /channels/{channel}/messages";
        Assert.Equal(
            [
                $"nexus.discord.rest.calls 1 {Route} status=500",
                $"nexus.discord.rest.retries 1 {Route}",
                $"nexus.discord.rest.calls 1 {Route} status=429",
                $"nexus.discord.rest.rate_limited 1 scope=shared {Route}",
                $"nexus.discord.rest.retries 1 {Route}",
                $"nexus.discord.rest.rate_limit_wait 2.05 lane=interactive {Route}",
                $"nexus.discord.rest.calls 1 {Route} status=200",
            ],
            _measured);
        Assert.Equal("Nexus.Discord", _world.Rest.Metrics.Meter.Name);
    }

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : IFormattable
    {
        var text = string.Join(" ", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        _measured.Enqueue($"{instrument.Name} {value.ToString(null, CultureInfo.InvariantCulture)} {text}");
    }
}
