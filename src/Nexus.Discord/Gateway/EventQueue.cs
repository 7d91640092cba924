using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Gateway;

/// <summary>
/// Between the read loop, which never waits, and the handlers. When <c>capacity</c> events wait, further ones are refused and
/// counted, so order is kept and heartbeats stay on time. Interactions (someone is waiting for an answer) and READY/RESUMED
/// (the signal to reconcile what was missed) have a reserve on top; an interaction is only ever refused when that is full too,
/// and then with an error of its own in the log.
/// </summary>
internal sealed class EventQueue
{
    private readonly int _capacity;
    private readonly Channel<GatewayEvent> _channel;
    private readonly GatewayMetrics _metrics;
    private readonly ILogger _logger;
    private long _refusedInEpisode;

    public EventQueue(int capacity, GatewayMetrics metrics, ILogger logger)
    {
        _capacity = Math.Max(1, capacity);
        _metrics = metrics;
        _logger = logger;
        _channel = Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(_capacity + Reserve(_capacity))
        {
            SingleWriter = true,
            AllowSynchronousContinuations = false, // a handler must not run on the read loop
        });
        metrics.ObserveQueue(() => _channel.Reader.Count);
    }

    public ChannelReader<GatewayEvent> Reader => _channel.Reader;

    /// <summary>How many more interactions fit once the queue is full.</summary>
    public static int Reserve(int capacity) => Math.Max(64, capacity / 4);

    public void Write(GatewayEvent happened, string name)
    {
        var essential = happened is InteractionCreateEvent or ReadyEvent or ResumedEvent;
        if ((essential || _channel.Reader.Count < _capacity) && _channel.Writer.TryWrite(happened))
        {
            if (_refusedInEpisode > 0 && _channel.Reader.Count <= _capacity / 2)
            {
                GatewayLog.QueueHasRoomAgain(_logger, _refusedInEpisode);
                _refusedInEpisode = 0;
            }

            return;
        }

        _metrics.Dropped(name);
        if (_refusedInEpisode++ == 0)
        {
            GatewayLog.QueueFull(_logger, _capacity);
        }

        if (happened is InteractionCreateEvent { Interaction.Id: var id })
        {
            GatewayLog.InteractionLost(_logger, id);
        }
    }

    /// <summary>No more will come; what waits can still be read.</summary>
    public void Complete() => _channel.Writer.TryComplete();
}
