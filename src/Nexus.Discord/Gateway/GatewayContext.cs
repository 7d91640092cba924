using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Gateway;

/// <summary>What outlives a connection and every connection needs.</summary>
internal sealed class GatewayContext
{
    /// <summary>Larger messages are skipped; GUILD_CREATE of a large guild is a few megabytes.</summary>
    public const int MaxMessageBytes = 16 * 1024 * 1024;

    private readonly long _origin;
    private volatile PresenceChoice _presence;

    public GatewayContext(DiscordOptions options, GatewaySession session, Random random, TimeProvider clock, ILogger logger, GatewayMetrics metrics)
    {
        Options = options;
        Session = session;
        Clock = clock;
        Logger = logger;
        Metrics = metrics;
        Pauses = new ReconnectPauses(random);
        Events = new EventQueue(options.EventQueueCapacity, metrics, logger);
        _origin = clock.GetTimestamp();
        _presence = new PresenceChoice(options.Activity, PresenceStatus.Online);
        IdentifyFrame(); // a frame that is too long is found here, not at three in the morning
    }

    public DiscordOptions Options { get; }
    public GatewaySession Session { get; }
    public TimeProvider Clock { get; }
    public ILogger Logger { get; }
    public GatewayMetrics Metrics { get; }
    public ReconnectPauses Pauses { get; }
    public EventQueue Events { get; }
    public IdentifyBudget Budget { get; } = new();
    public GatewayOutbox Outbox { get; } = new();

    /// <summary>Monotonic time since this client was made.</summary>
    public TimeSpan Now() => Clock.GetElapsedTime(_origin);

    public byte[] IdentifyFrame() => GatewayPayloads.Identify(Options, _presence.Activity, _presence.Status);

    public void SetPresence(string? activity, PresenceStatus status)
    {
        var frame = GatewayPayloads.Presence(activity, status);
        _presence = new PresenceChoice(activity, status);
        Outbox.SetPresence(frame);
    }

    private sealed record PresenceChoice(string? Activity, PresenceStatus Status);
}
