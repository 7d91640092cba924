using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Nexus.Discord.Gateway;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

public class GatewayMetricsTests
{
    [Fact]
    public async Task An_operator_sees_identifies_resumes_disconnects_events_and_heartbeats()
    {
        var seen = new ConcurrentDictionary<string, double>();
        await using var stage = new GatewayStage();
        using var listener = Listen(stage.Client, seen);
        var discord = await stage.StartReadyAsync(heartbeat: 40_000);
        discord.SaysMessage(2);
        await stage.EventAsync();
        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        await discord.HearsAsync(opcode: 1);
        stage.Clock.Advance(TimeSpan.FromMilliseconds(100));
        discord.Says("""{"op":11}""");
        discord.Closes(4000);
        await stage.Clock.PassPauseAsync();
        var again = await stage.ConnectionAsync();
        again.SaysHello();
        await again.HearsAsync(opcode: 6);
        again.SaysResumed(3);
        await stage.EventAsync();
        again.SaysMessage(4);
        again.Says("""{"op":1}"""); // answered: all before it has been counted
        await again.HearsAsync(opcode: 1);
        listener.RecordObservableInstruments();

        Assert.Equal(
            new Dictionary<string, double>
            {
                ["nexus.discord.gateway.identifies"] = 1,
                ["nexus.discord.gateway.resumes"] = 1,
                ["nexus.discord.gateway.disconnects 4000"] = 1,
                ["nexus.discord.gateway.events READY"] = 1,
                ["nexus.discord.gateway.events MESSAGE_CREATE"] = 2,
                ["nexus.discord.gateway.events RESUMED"] = 1,
                ["nexus.discord.gateway.heartbeat.latency"] = 0.1,
                ["nexus.discord.gateway.queue.depth"] = 1,
            },
            new Dictionary<string, double>(seen));
    }

    /// <summary>Other tests have meters of the same name: only this client's is listened to.</summary>
    private static MeterListener Listen(GatewayClient client, ConcurrentDictionary<string, double> seen)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, me) =>
            {
                if (ReferenceEquals(instrument.Meter, client.Meter))
                {
                    me.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        return listener;

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            seen.AddOrUpdate(tags.IsEmpty ? instrument.Name : $"{instrument.Name} {tags[0].Value}", value, (_, before) => before + value);
    }
}
