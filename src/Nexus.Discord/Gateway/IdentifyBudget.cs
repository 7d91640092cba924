namespace Nexus.Discord.Gateway;

/// <summary>
/// How often this bot may still identify: <c>session_start_limit</c> of GET /gateway/bot, counted on between two readings.
/// Running it dry makes Discord end every session and reset the token. It also spaces identifies apart.
/// One process runs one shard; several processes of one bot do not see each other's identifies between readings.
/// <see href="https://discord.com/developers/docs/events/gateway#session-start-limit-object"/>
/// </summary>
internal sealed class IdentifyBudget
{
    /// <summary>Discord allows one in five seconds, as it receives them: the rest is for a network that was slower the time before.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.5);

    private int _remaining = int.MaxValue;
    private TimeSpan _resetsAt = TimeSpan.MaxValue;
    private TimeSpan? _lastIdentify;

    /// <summary>The number is worth asking for again: it is used up, or the day it counted is over.</summary>
    public bool IsStale(TimeSpan now) => _remaining <= 0 || now >= _resetsAt;

    public void Update(int remaining, TimeSpan resetsAfter, TimeSpan now)
    {
        _remaining = remaining;
        _resetsAt = now + resetsAfter;
    }

    /// <summary>How long to stay away altogether because nothing remains.</summary>
    public TimeSpan WaitForReset(TimeSpan now) =>
        _remaining > 0 || now >= _resetsAt ? TimeSpan.Zero : _resetsAt - now;

    /// <summary>The first instant at which the next identify may be sent.</summary>
    public TimeSpan NotBefore => _lastIdentify is { } last ? last + Spacing : TimeSpan.Zero;

    public void Identified(TimeSpan now)
    {
        _remaining--;
        _lastIdentify = now;
    }
}
