using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

public sealed class GatewayIntentTests
{
    private const int Guilds = 1, Members = 2, Messages = 1 << 9, Reactions = 1 << 10, Direct = 1 << 12, Content = 1 << 15;

    public static TheoryData<int, string> Asked => new()
    {
        { Guilds, "" },
        { Messages, "MESSAGE_CREATE" },
        { Reactions, "MESSAGE_REACTION_ADD" },
        { Members, "GUILD_MEMBER_ADD" },
        { Messages | Reactions | Members, "MESSAGE_CREATE MESSAGE_REACTION_ADD GUILD_MEMBER_ADD" },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_session_hears_of_what_it_asked_for_only(int intents, string heard)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host, intents);

        var message = await host.As("ada").SayAsync("hello");
        await host.As("bo").ReactAsync(message.Id, "👍");
        host.Join("nova");

        Assert.Equal(heard, string.Join(' ', await peer.EventsSoFarAsync()));
    }

    [Theory]
    [InlineData(Messages, "general", "what others write", false)]
    [InlineData(Messages | Content, "general", "what others write", true)]
    [InlineData(Messages, "general", "hey <@BOT>, look", true)]
    [InlineData(Direct, "dm", "just between us", true)]
    public async Task Text_of_others_is_empty_without_the_intent_but_for_mentions_and_direct_messages(int intents, string channel, string text, bool readable)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host, intents);
        text = text.Replace("BOT", Snowflakes.Text(host.World.BotUser.Id));

        await host.As("ada").SayAsync(channel, text);

        var message = (await peer.NextAsync("MESSAGE_CREATE")).GetProperty("d");
        Assert.Equal(readable ? text : "", message.Text("content"));
        Assert.Equal("ada", message.GetProperty("author").Text("username"));
    }

    [Fact]
    public async Task What_happens_in_a_channel_the_bot_does_not_see_stays_there()
    {
        await using var host = await TestSandbox.StartAsync();
        var mentors = host.World.FindChannel("mentors")!;
        mentors.Overwrites.RemoveAll(overwrite => overwrite.Id == DemoServer.Id(14));
        await using var peer = await GatewayPeer.IdentifyAsync(host, Guilds | Messages);

        await host.As("mira").SayAsync("mentors", "staff only");

        Assert.Empty(await peer.EventsSoFarAsync());
        Assert.Equal("staff only", host.As("mira").LastText("mentors"));
    }

    [Fact]
    public async Task Members_come_in_chunks_with_the_nonce_that_asked()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host, Guilds | Members);

        // discord.py sends the server's id as a number.
        await peer.SendAsync($$$"""{"op":8,"d":{"guild_id":{{{host.World.Guild.Id}}},"query":"","limit":0,"nonce":"n1"}}""");
        var all = (await peer.NextAsync("GUILD_MEMBERS_CHUNK")).GetProperty("d");
        Assert.Equal(("n1", 0, 1), (all.Text("nonce"), all.Int("chunk_index"), all.Int("chunk_count")));
        Assert.Equal(host.World.Guild.Members.Count, all.Items("members").Count());

        await peer.SendAsync($$$"""{"op":8,"d":{"guild_id":"{{{host.World.Guild.Id}}}","query":"","limit":0}}""");
        Assert.Equal(8, (await peer.NextAsync("RATE_LIMITED")).GetProperty("d").Int("opcode"));

        await peer.SendAsync($$$"""{"op":8,"d":{"guild_id":"{{{host.World.Guild.Id}}}","user_ids":["{{{DemoServer.Id(201)}}}","42"]}}""");
        var picked = (await peer.NextAsync("GUILD_MEMBERS_CHUNK")).GetProperty("d");
        Assert.Equal("ada", Assert.Single(picked.Items("members")).GetProperty("user").Text("username"));
        Assert.Equal("42", Assert.Single(picked.Items("not_found")).GetString());
    }
}
