using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

public sealed class GatewayIdentifyTests
{
    [Fact]
    public async Task A_client_is_greeted_then_ready_then_told_about_the_server()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.ConnectAsync(host);

        Assert.Equal(41250, (await peer.NextAsync(op: 10)).GetProperty("d").Int("heartbeat_interval"));
        await peer.SendAsync(GatewayPeer.Identify(host.World.Application.Token, GatewayPeer.UsualIntents));

        var ready = (await peer.NextAsync())!.Value;
        Assert.Equal("READY", ready.Text("t"));
        Assert.Equal(1, ready.Int("s"));
        Assert.Equal("Nexus", ready.GetProperty("d").GetProperty("user").Text("username"));
        Assert.True(ready.GetProperty("d").GetProperty("guilds")[0].Bool("unavailable"));
        var guild = (await peer.NextAsync())!.Value;
        Assert.Equal("GUILD_CREATE", guild.Text("t"));
        Assert.False(guild.GetProperty("d").Bool("unavailable"));
        Assert.Contains(guild.GetProperty("d").Items("channels"), channel => channel.Text("name") == "prodevprojectnexus");
        Assert.Equal("Nexus", Assert.Single(guild.GetProperty("d").Items("members")).GetProperty("user").Text("username"));
    }

    [Theory]
    [InlineData("""{"op":2,"d":{"token":"wrong","intents":1,"properties":{}}}""", 4004)]
    [InlineData("""{"op":6,"d":{"token":"wrong","session_id":"x","seq":1}}""", 4004)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1073741824,"properties":{}}}""", 4013)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":2,"properties":{}}}""", 4014)]
    [InlineData("""{"op":2,"d":{"token":"TOKEN","intents":1,"shard":[2,2],"properties":{}}}""", 4010)]
    [InlineData("""{"op":2,"d":[]}""", 4002)]
    [InlineData("""{"op":8,"d":{"guild_id":"1","query":"","limit":0}}""", 4003)]
    [InlineData("""{"op":99,"d":null}""", 4001)]
    [InlineData("""{"d":null}""", 4002)]
    [InlineData("""not json""", 4002)]
    public async Task What_is_wrong_with_the_first_frame_is_said_by_the_close_code(string frame, int code)
    {
        await using var host = await TestSandbox.StartAsync();
        host.World.Application.AllowedPrivileged = Intents.None;
        await using var peer = await GatewayPeer.ConnectAsync(host);

        await peer.SendAsync(frame.Replace("TOKEN", host.World.Application.Token));

        Assert.Equal(code, await peer.ClosedWithAsync());
    }

    [Theory]
    [InlineData("v=6&encoding=json", 4012)]
    [InlineData("v=10&encoding=etf", 4002)]
    public async Task Another_version_or_encoding_is_refused(string query, int code)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.ConnectAsync(host, query);

        Assert.Equal(code, await peer.ClosedWithAsync());
    }

    [Fact]
    public async Task Identifying_twice_on_one_connection_closes_it()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);

        await peer.SendAsync(GatewayPeer.Identify(host.World.Application.Token, 1));

        Assert.Equal(4005, await peer.ClosedWithAsync());
    }

    [Fact]
    public async Task A_second_identify_within_five_seconds_is_an_invalid_session_and_later_is_fine()
    {
        await using var host = await TestSandbox.StartAsync(new GatewayLimits());
        await using var first = await GatewayPeer.IdentifyAsync(host);
        await using var second = await GatewayPeer.ConnectAsync(host);
        var identify = GatewayPeer.Identify(host.World.Application.Token, 1);

        await second.SendAsync(identify);
        Assert.False((await second.NextAsync(op: 9)).Bool("d"));

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await second.SendAsync(identify);
        await second.NextAsync("READY");
    }

    [Fact]
    public async Task The_days_budget_is_told_and_kept()
    {
        await using var host = await TestSandbox.StartAsync(new GatewayLimits { IdentifyInterval = TimeSpan.Zero, IdentifyBudget = 1 });
        await using var first = await GatewayPeer.IdentifyAsync(host);
        await using var second = await GatewayPeer.ConnectAsync(host);

        await second.SendAsync(GatewayPeer.Identify(host.World.Application.Token, 1));

        Assert.False((await second.NextAsync(op: 9)).Bool("d"));
        Assert.Equal((1, 0), (host.Gateway.Budget.State().Total, host.Gateway.Budget.State().Remaining));
    }

    [Fact]
    public async Task Only_the_shard_of_the_server_hears_of_it()
    {
        await using var host = await TestSandbox.StartAsync();
        var home = (host.World.Guild.Id >> 22) % 2;
        await using var home0 = await GatewayPeer.ConnectAsync(host);
        await using var other = await GatewayPeer.ConnectAsync(host);

        await home0.SendAsync(GatewayPeer.Identify(host.World.Application.Token, 1, $",\"shard\":[{home},2]"));
        await other.SendAsync(GatewayPeer.Identify(host.World.Application.Token, 1, $",\"shard\":[{1 - home},2]"));
        await home0.NextAsync("READY");
        await other.NextAsync("READY");

        Assert.Equal(["GUILD_CREATE"], await home0.EventsSoFarAsync());
        Assert.Empty(await other.EventsSoFarAsync());
    }
}
