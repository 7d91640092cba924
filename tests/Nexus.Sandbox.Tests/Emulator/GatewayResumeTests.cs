using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

public sealed class GatewayResumeTests
{
    [Fact]
    public async Task A_resume_brings_exactly_what_was_missed_in_order_and_then_RESUMED()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var first = await GatewayPeer.IdentifyAsync(host);
        await host.As("ada").SayAsync("seen");
        await first.NextAsync("MESSAGE_CREATE");
        var seen = first.LastSequence;
        first.Abort();
        var one = await host.As("ada").SayAsync("missed one");
        var two = await host.As("bo").SayAsync("missed two");

        await using var second = await GatewayPeer.ConnectAsync(host);
        await second.NextAsync(op: 10);
        await second.SendAsync(first.Resume(host.World.Application.Token, seen));

        var replayed = (await second.NextAsync())!.Value;
        Assert.Equal(((ulong?)one.Id, (int?)(seen + 1)), (replayed.GetProperty("d").Id("id"), replayed.Int("s")));
        Assert.Equal(two.Id, (await second.NextAsync())!.Value.GetProperty("d").Id("id"));
        var resumed = (await second.NextAsync())!.Value;
        Assert.Equal("RESUMED", resumed.Text("t"));
        Assert.Equal(System.Text.Json.JsonValueKind.Object, resumed.GetProperty("d").ValueKind);
        Assert.Empty(await second.EventsSoFarAsync());
        Assert.Equal((1, 1), (host.Metrics[Counter.Resumes], host.Metrics[Counter.Identifies]));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    public async Task After_a_normal_goodbye_the_session_is_gone(int code)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var first = await GatewayPeer.IdentifyAsync(host);
        await first.CloseAsync(code);

        Assert.False(await ResumeIsInvalid(host, first));
    }

    [Fact]
    public async Task A_session_can_be_resumed_after_four_minutes_and_not_after_six()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var first = await GatewayPeer.IdentifyAsync(host);
        await first.CloseAsync(4000);
        await Disconnected(host);

        host.Clock.Advance(TimeSpan.FromMinutes(4));
        await using var second = await GatewayPeer.ConnectAsync(host);
        await second.SendAsync(first.Resume(host.World.Application.Token, first.LastSequence));
        await second.NextAsync("RESUMED");
        await second.CloseAsync(4000);
        await Disconnected(host);

        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.False(await ResumeIsInvalid(host, first));
    }

    [Fact]
    public async Task A_sequence_from_the_future_closes_with_4007()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var first = await GatewayPeer.IdentifyAsync(host);
        first.Abort();
        await using var second = await GatewayPeer.ConnectAsync(host);

        await second.SendAsync(first.Resume(host.World.Application.Token, first.LastSequence + 1000));

        Assert.Equal(4007, await second.ClosedWithAsync());
    }

    [Fact]
    public async Task Op_9_with_false_ends_the_session_and_with_true_keeps_it()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var first = await GatewayPeer.IdentifyAsync(host);
        host.Gateway.Invalidate(resumable: true);
        Assert.True((await first.NextAsync(op: 9)).Bool("d"));
        await first.CloseAsync(4000);
        await using var second = await GatewayPeer.ConnectAsync(host);
        await second.SendAsync(first.Resume(host.World.Application.Token, first.LastSequence));
        await second.NextAsync("RESUMED");

        host.Gateway.Invalidate(resumable: false);
        Assert.False((await second.NextAsync(op: 9)).Bool("d"));
        Assert.False(await ResumeIsInvalid(host, first));
    }

    [Fact]
    public async Task More_than_the_ring_holds_cannot_be_replayed()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var first = await GatewayPeer.IdentifyAsync(host);
        first.Abort();
        for (var i = 0; i < 2100; i++)
        {
            host.World.Dispatch("TYPING_START", Intents.Guilds, json =>
            {
                json.WriteStartObject();
                json.WriteEndObject();
            });
        }

        Assert.False(await ResumeIsInvalid(host, first));
    }

    private static async Task<bool?> ResumeIsInvalid(SandboxHost host, GatewayPeer first)
    {
        await using var peer = await GatewayPeer.ConnectAsync(host);
        await peer.SendAsync(first.Resume(host.World.Application.Token, first.LastSequence));
        return (await peer.NextAsync(op: 9)).Bool("d");
    }

    /// <summary>The emulator has noticed that the client left.</summary>
    private static async Task Disconnected(SandboxHost host)
    {
        while (host.Gateway.IsConnected)
        {
            await Task.Yield();
        }
    }
}
