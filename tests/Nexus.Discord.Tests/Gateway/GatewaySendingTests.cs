using Nexus.Discord.Gateway;
using Nexus.Discord.Tests.Gateway.Stage;

namespace Nexus.Discord.Tests.Gateway;

public class GatewaySendingTests
{
    [Fact]
    public async Task A_presence_is_told_in_Discords_words()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync();
        stage.Client.SetPresence("Answering \"questions\"", PresenceStatus.DoNotDisturb);
        Assert.Equal(
            """{"op":3,"d":{"since":null,"activities":[{"name":"Custom Status","type":4,"state":"Answering \u0022questions\u0022"}],"status":"dnd","afk":false}}""",
            await discord.HearsAsync());
    }

    [Fact]
    public async Task Of_many_presences_five_are_told_in_20_seconds_and_the_newest_is_not_lost()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync(heartbeat: 400_000);
        for (var i = 1; i <= 5; i++)
        {
            stage.Client.SetPresence($"text {i}");
            Assert.Contains($"text {i}\"", await discord.HearsAsync(opcode: 3), StringComparison.Ordinal);
        }

        stage.Client.SetPresence("text 6");
        stage.Client.SetPresence("text 7");
        stage.Client.TryRequestGuildMembers(new GuildMembersRequest(new Snowflake(1)) { Query = "a" });
        await discord.HearsAsync(opcode: 8); // other frames pass the presence that waits
        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Contains("text 7\"", await discord.HearsAsync(opcode: 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_presence_set_while_disconnected_goes_out_with_the_identify_and_only_there()
    {
        await using var stage = new GatewayStage();
        stage.Client.SetPresence("early");
        stage.Start();
        var discord = await stage.ConnectionAsync();
        discord.SaysHello();
        Assert.Contains("\"state\":\"early\"", await discord.HearsAsync(opcode: 2), StringComparison.Ordinal);
        discord.SaysReady();
        await stage.EventAsync();
        discord.Says("""{"op":1}""");
        await discord.HearsAsync(opcode: 1);
    }

    [Fact]
    public async Task Requests_wait_for_a_session_and_survive_a_reconnect()
    {
        await using var stage = new GatewayStage();
        stage.Client.TryRequestGuildMembers(new GuildMembersRequest(new Snowflake(5)) { UserIds = [new Snowflake(6), new Snowflake(7)], Nonce = "n" });
        stage.Start();
        var discord = await stage.ConnectionAsync();
        discord.SaysHello();
        await discord.HearsAsync(opcode: 2); // and not the request
        discord.Drops();
        await stage.Clock.PassPauseAsync();
        var again = await stage.ConnectionAsync();
        again.SaysHello();
        stage.Clock.Advance(IdentifyBudget.Spacing);
        await again.HearsAsync(opcode: 2);
        again.SaysReady();
        Assert.Equal("""{"op":8,"d":{"guild_id":"5","user_ids":["6","7"],"limit":0,"nonce":"n"}}""", await again.HearsAsync());
    }

    [Fact]
    public async Task After_115_frames_in_a_minute_requests_wait_but_heartbeats_do_not()
    {
        await using var stage = new GatewayStage();
        var discord = await stage.StartReadyAsync(heartbeat: 40_000);
        for (var i = 0; i < 114; i++) // the identify was the first
        {
            Assert.True(stage.Client.TryRequestGuildMembers(new GuildMembersRequest(new Snowflake(1))));
            await discord.HearsAsync(opcode: 8);
        }

        stage.Client.TryRequestGuildMembers(new GuildMembersRequest(new Snowflake(2)));
        stage.Clock.Advance(TimeSpan.FromSeconds(20));
        await discord.HearsAsync(opcode: 1);
        discord.Says("""{"op":11}""");
        discord.Says("""{"op":1}""");
        await discord.HearsAsync(opcode: 1);
        stage.Clock.Advance(TimeSpan.FromSeconds(39));
        discord.Says("""{"op":1}""");
        await discord.HearsAsync(opcode: 1);
        stage.Clock.Advance(TimeSpan.FromSeconds(1));
        var rest = new[] { await discord.HearsAsync(), await discord.HearsAsync() }.Order().ToArray();
        Assert.StartsWith("""{"op":1,""", rest[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"op":8,"d":{"guild_id":"2",""", rest[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_waiting_requests_are_refused()
    {
        await using var stage = new GatewayStage();
        var request = new GuildMembersRequest(new Snowflake(1));
        Assert.All(Enumerable.Range(0, GatewayOutbox.Capacity), _ => Assert.True(stage.Client.TryRequestGuildMembers(request)));
        Assert.False(stage.Client.TryRequestGuildMembers(request));
    }

    [Fact]
    public async Task What_is_over_a_limit_never_reaches_Discord()
    {
        await using var stage = new GatewayStage();
        Assert.Throws<ArgumentException>(() => stage.Client.SetPresence(new string('x', 5000)));
        Assert.Throws<ArgumentException>(() => stage.Client.TryRequestGuildMembers(
            new GuildMembersRequest(new Snowflake(1)) { UserIds = [.. Enumerable.Range(1, 101).Select(i => new Snowflake((ulong)i))] }));
        Assert.Throws<ArgumentException>(() => stage.Client.TryRequestGuildMembers(new GuildMembersRequest(new Snowflake(1)) { Nonce = new string('é', 17) }));
        Assert.Throws<ArgumentException>(() => new GatewayStage(o => o.Activity = new string('x', 5000)));
    }
}
