using Nexus.Discord.Gateway;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

public class GatewayStopTests
{
    [Fact]
    public async Task Stopping_for_a_restart_closes_with_4000_and_the_next_process_resumes_there()
    {
        GatewayResume? resume;
        await using (var first = new GatewayStage())
        {
            var discord = await first.StartReadyAsync();
            discord.SaysMessage(8);
            await first.EventAsync();
            var stopping = first.Client.StopAsync(resumable: true);
            Assert.Equal("close 4000", await discord.HearsAsync());
            resume = await stopping;
            await first.Run;
        }

        Assert.Equal(new GatewayResume("s1", 8, new Uri("ws://resume.test")), resume);

        await using var second = new GatewayStage();
        second.Start(resume);
        var again = await second.ConnectionAsync();
        Assert.Equal("resume.test", (await again.ConnectedAsync()).Host);
        again.SaysHello();
        Assert.EndsWith("\"session_id\":\"s1\",\"seq\":8}}", await again.HearsAsync(opcode: 6), StringComparison.Ordinal);
        Assert.Equal(0, second.GatewayBotAsked);
    }

    [Fact]
    public async Task A_session_that_is_gone_by_then_is_replaced()
    {
        await using var stage = new GatewayStage();
        stage.Start(new GatewayResume("s0", 8, new Uri("ws://resume.test")));
        var discord = await stage.ConnectionAsync();
        discord.SaysHello();
        await discord.HearsAsync(opcode: 6);
        discord.Says("""{"op":9,"d":false}""");
        await discord.HearsAsync(); // close
        await stage.Clock.PassPauseAsync();
        var again = await stage.ConnectionAsync();
        again.SaysHello();
        await again.HearsAsync(opcode: 2);
    }

    [Fact]
    public async Task Stopping_for_good_closes_with_1000_and_leaves_nothing_to_resume()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        var stopping = stage.Client.StopAsync(resumable: false);
        Assert.Equal("close 1000", await discord.HearsAsync());
        Assert.Null(await stopping);
        await stage.Run;
    }

    [Fact]
    public async Task Cancelling_leaves_the_session_resumable()
    {
        await using var stage = new GatewayStage();
        using var cancel = new CancellationTokenSource();
        stage.Start(ct: cancel.Token);
        var discord = await stage.ConnectionAsync();
        discord.SaysHello();
        await discord.HearsAsync(opcode: 2);
        discord.SaysReady();
        await stage.EventAsync();
        await cancel.CancelAsync();
        Assert.Equal("close 4000", await discord.HearsAsync());
        await stage.Run;
        Assert.Equal("s1", (await stage.Client.StopAsync(resumable: true))!.SessionId);
    }

    [Fact]
    public async Task Events_that_arrived_before_the_stop_can_still_be_read()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        discord.SaysMessage(2);
        discord.Says("""{"op":1}""");
        await discord.HearsAsync(opcode: 1); // the message is in
        await stage.Client.StopAsync();
        Assert.IsType<MessageCreateEvent>(await stage.EventAsync());
        await stage.Client.Events.Completion.WaitAsync(Patience.Span);
    }

    [Fact]
    public async Task A_pause_between_connections_ends_at_once()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        discord.Drops();
        await stage.Clock.PauseAsync();
        Assert.Equal("s1", (await stage.Client.StopAsync().WaitAsync(Patience.Span))!.SessionId);
        await stage.Run;
    }

    [Fact]
    public async Task A_handshake_under_way_is_abandoned()
    {
        await using var stage = new GatewayStage();
        stage.Next(new ScriptedSocket { NeverAnswers = true });
        stage.Start();
        await stage.ConnectionAsync();
        Assert.Null(await stage.Client.StopAsync().WaitAsync(Patience.Span));
        await stage.Run;
    }

    [Fact]
    public async Task A_peer_that_does_not_answer_the_close_is_waited_for_a_second()
    {
        await using var stage = new GatewayStage();
        stage.Next(new ScriptedSocket { IgnoresClose = true });
        var discord = await stage.StartReadyAsync();
        var stopping = stage.Client.StopAsync();
        await discord.HearsAsync();
        Assert.False(stopping.IsCompleted);
        stage.Clock.Advance(GatewayConnection.CloseTimeout);
        Assert.Equal("s1", (await stopping.WaitAsync(Patience.Span))!.SessionId);
        await stage.Run;
        Assert.True(discord.IsDisposed);
    }

    [Fact]
    public async Task A_client_runs_once()
    {
        await using var stage = new GatewayStage();
        await stage.StartReadyAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.Client.RunAsync());
    }
}
