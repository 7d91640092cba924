using System.Net.WebSockets;
using System.Text;
using CsCheck;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

public sealed class GatewayFrameTests
{
    [Fact]
    public async Task A_heartbeat_is_answered_in_any_state()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.ConnectAsync(host);
        await peer.NextAsync(op: 10);

        await peer.SendAsync("""{"op":1,"d":null}""");
        await peer.NextAsync(op: 11);
        await peer.SendAsync(GatewayPeer.Identify(host.World.Application.Token, 1));
        await peer.NextAsync("GUILD_CREATE");
        await peer.SendAsync("""{"op":1,"d":2}""");
        await peer.NextAsync(op: 11);
    }

    [Fact]
    public async Task Presence_and_voice_state_are_taken_and_change_nothing()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);

        await peer.SendAsync("""{"op":3,"d":{"since":null,"activities":[],"status":"online","afk":false}}""");
        await peer.SendAsync("""{"op":4,"d":{"guild_id":"1","channel_id":null,"self_mute":false,"self_deaf":false}}""");

        Assert.Empty(await peer.EventsSoFarAsync());
    }

    [Fact]
    public async Task A_frame_of_4096_bytes_is_read_and_one_more_byte_closes()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);
        const string Heartbeat = """{"op":1,"d":null}""";

        await peer.SendAsync(Heartbeat.PadRight(4096));
        await peer.NextAsync(op: 11);
        await peer.SendAsync(Heartbeat.PadRight(4097));

        Assert.Equal(4002, await peer.ClosedWithAsync());
    }

    [Fact]
    public async Task The_121st_frame_of_a_minute_closes_with_4008()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.ConnectAsync(host);
        for (var i = 0; i < 120; i++)
        {
            await peer.SendAsync("""{"op":1,"d":null}""");
            await peer.NextAsync(op: 11);
        }

        await peer.SendAsync("""{"op":1,"d":null}""");

        Assert.Equal(4008, await peer.ClosedWithAsync());
    }

    [Fact]
    public async Task A_minute_later_another_120_frames_may_be_sent()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.ConnectAsync(host);
        for (var i = 0; i < 240; i++)
        {
            if (i == 120)
            {
                host.Clock.Advance(TimeSpan.FromSeconds(60));
            }

            await peer.SendAsync("""{"op":1,"d":null}""");
            await peer.NextAsync(op: 11);
        }
    }

    [Fact]
    public async Task Compressed_transport_is_one_stream_whose_messages_end_in_the_sync_mark()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host, query: "v=10&encoding=json&compress=zlib-stream");

        var message = await host.As("ada").SayAsync("hello");

        Assert.Equal(message.Id, (await peer.NextAsync("MESSAGE_CREATE")).GetProperty("d").Id("id"));
    }

    [Fact]
    public async Task A_client_that_stops_beating_is_closed_after_two_intervals()
    {
        await using var host = await TestSandbox.StartAsync(new GatewayLimits { HeartbeatInterval = TimeSpan.FromMilliseconds(40) });
        await using var peer = await GatewayPeer.ConnectAsync(host);

        Assert.Equal(4009, await peer.ClosedWithAsync());
    }

    [Fact]
    public async Task Whatever_a_client_sends_the_next_client_is_served()
    {
        await using var host = await TestSandbox.StartAsync();
        var pieces = new[]
        {
            "{", "}", "[", "]", "\"op\":", "\"d\":", "1", "2", "6", "8", "-1", "1e99", "null", "true", ",", "\"", "\\ud800", "\"token\":\"" + host.World.Application.Token + "\"",
            "\"intents\":", "\"seq\":", "\"session_id\":", "\"shard\":[", "\"guild_id\":", "\"user_ids\":", " ", "\u0000", "é", new string('[', 100),
        };
        var frame = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 25].Select(string.Concat);
        await frame.SampleAsync(async text =>
        {
            await using var peer = await GatewayPeer.ConnectAsync(host);
            await peer.SendAsync(Encoding.UTF8.GetBytes(text), text.Length % 2 == 0 ? WebSocketMessageType.Text : WebSocketMessageType.Binary);
        }, iter: 150, threads: 2);
        var bytes = Gen.Byte.Array[0, 300];
        await bytes.SampleAsync(async noise =>
        {
            await using var peer = await GatewayPeer.ConnectAsync(host);
            await peer.SendAsync(noise, WebSocketMessageType.Binary);
            Assert.Equal(4002, await peer.ClosedWithAsync());
        }, iter: 100, threads: 2);

        await using var last = await GatewayPeer.IdentifyAsync(host);
        Assert.NotEmpty(last.SessionId);
    }
}
