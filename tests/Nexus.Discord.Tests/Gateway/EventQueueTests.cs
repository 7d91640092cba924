using System.Diagnostics.Metrics;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

public sealed class EventQueueTests : IDisposable
{
    private const int Capacity = 100;

    private readonly LogBook _log = new();
    private readonly GatewayMetrics _metrics = new(meters: null);
    private readonly EventQueue _queue;

    public EventQueueTests() => _queue = new EventQueue(Capacity, _metrics, _log);

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void A_full_queue_says_so_once_refuses_new_events_and_keeps_the_order_of_the_old()
    {
        for (ulong id = 1; id <= Capacity + 10; id++)
        {
            WriteMessage(id);
        }

        Assert.Equal(["Warning: 100 gateway events wait for a handler: the queue is full. New ones are refused, interactions last."], _log.Lines);
        Assert.Equal(Enumerable.Range(1, Capacity).Select(id => (ulong)id), Drain().Select(e => ((MessageCreateEvent)e).Message.Id.Value));
    }

    [Fact]
    public void When_there_is_room_again_it_says_how_many_were_lost()
    {
        for (ulong id = 1; id <= Capacity + 3; id++)
        {
            WriteMessage(id);
        }

        Drain();
        WriteMessage(500);
        WriteMessage(501);
        Assert.Equal("Warning: The queue of gateway events has room again; 3 were lost.", _log.Lines[^1]);
        Assert.Equal(2, _log.Lines.Count);
    }

    [Fact]
    public void A_full_queue_still_takes_interactions_and_the_signals_to_reconcile()
    {
        for (ulong id = 1; id <= Capacity; id++)
        {
            WriteMessage(id);
        }

        WriteInteraction(1000);
        _queue.Write(new ResumedEvent(), "RESUMED");
        _queue.Write(new ReadyEvent(), "READY");
        Assert.Equal(["InteractionCreateEvent", "ResumedEvent", "ReadyEvent"], Drain().TakeLast(3).Select(e => e.GetType().Name));
    }

    [Fact]
    public void An_interaction_is_never_lost_silently()
    {
        for (var i = 0; i < Capacity + EventQueue.Reserve(Capacity); i++)
        {
            WriteInteraction(7);
        }

        WriteInteraction(4711);
        Assert.Contains("Error: Interaction 4711 was lost: handlers are too slow. The person sees that the app did not respond.", _log.Lines);
    }

    [Fact]
    public void Lost_events_are_counted_by_type()
    {
        var lost = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Name == "nexus.discord.gateway.events.dropped")
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            lock (lost)
            {
                lost.Add($"{tags[0].Value}:{count}");
            }
        });
        listener.Start();
        for (ulong id = 1; id <= Capacity + 1; id++)
        {
            _queue.Write(new MessageCreateEvent(new Message { Id = new Snowflake(id) }), "COUNTED_HERE");
        }

        Assert.Equal(["COUNTED_HERE:1"], lost.Where(line => line.StartsWith("COUNTED_HERE", StringComparison.Ordinal)));
    }

    private void WriteMessage(ulong id) => _queue.Write(new MessageCreateEvent(new Message { Id = new Snowflake(id) }), "MESSAGE_CREATE");

    private void WriteInteraction(ulong id) => _queue.Write(new InteractionCreateEvent(new Interaction { Id = new Snowflake(id) }), "INTERACTION_CREATE");

    private List<GatewayEvent> Drain()
    {
        var events = new List<GatewayEvent>();
        while (_queue.Reader.TryRead(out var happened))
        {
            events.Add(happened);
        }

        return events;
    }
}
