using System.Diagnostics.Metrics;

namespace Nexus.Discord.Rest;

/// <summary>What the REST side tells of itself, on the meter <c>Nexus.Discord</c>. Tags name route templates, never ids or tokens.</summary>
internal sealed class RestMetrics : IDisposable
{
    private readonly Meter _meter = new("Nexus.Discord");
    private readonly Counter<long> _calls;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _rateLimited;
    private readonly Histogram<double> _waits;

    public RestMetrics()
    {
        _calls = _meter.CreateCounter<long>("nexus.discord.rest.calls", "{call}", "Requests sent, by route and status (0: no answer).");
        _retries = _meter.CreateCounter<long>("nexus.discord.rest.retries", "{retry}", "Requests sent again, by route.");
        _rateLimited = _meter.CreateCounter<long>("nexus.discord.rest.rate_limited", "{response}", "429 responses, by scope and route.");
        _waits = _meter.CreateHistogram<double>("nexus.discord.rest.rate_limit_wait", "s", "Time a request was held back, by lane and route.");
    }

    public Meter Meter => _meter;

    public void Called(RestRoute route, int status)
    {
        if (_calls.Enabled)
        {
            _calls.Add(1, new("route", route.Name), new("status", status));
        }
    }

    public void Retried(RestRoute route) => _retries.Add(1, new KeyValuePair<string, object?>("route", route.Name));

    public void RateLimited(RestRoute route, RateLimitScope scope)
    {
        if (_rateLimited.Enabled)
        {
            _rateLimited.Add(1, new("scope", NameOf(scope)), new("route", route.Name));
        }
    }

    public void Waited(RestRoute route, RequestPriority lane, TimeSpan time)
    {
        if (_waits.Enabled)
        {
            _waits.Record(time.TotalSeconds, new("lane", lane == RequestPriority.Batch ? "batch" : "interactive"), new("route", route.Name));
        }
    }

    public void Dispose() => _meter.Dispose();

    private static string NameOf(RateLimitScope scope) => scope switch
    {
        RateLimitScope.Global => "global",
        RateLimitScope.Shared => "shared",
        _ => "user",
    };
}
