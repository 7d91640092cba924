using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestChannelTests : IAsyncLifetime
{
    private RestPeer bot = null!;

    public async Task InitializeAsync() => bot = await RestPeer.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private string General => $"/channels/{bot.Channel("general").Id}";

    [Fact]
    public async Task A_channel_is_made_changed_and_removed()
    {
        bot.Events.Clear();
        var category = bot.Channel("Cohort").Id;
        var made = await bot.Post($"/guilds/{bot.Guild}/channels", $$"""{"name":"Team Three","parent_id":"{{category}}","topic":"t"}""");
        Assert.Equal(("201", "team-three", category.ToString()), (made.Said, made.Text("name"), made.Text("parent_id")));

        var changed = await bot.Patch($"/channels/{made.Text("id")}", """{"topic":null,"rate_limit_per_user":5}""");
        Assert.Equal((null, "5"), (changed["topic"]?.ToString(), changed.Text("rate_limit_per_user")));
        Assert.Equal("200", (await bot.Delete($"/channels/{made.Text("id")}")).Said);
        Assert.Equal(["CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE"], bot.Events);

        bot.Deny(Permission.ManageChannels);
        Assert.Equal("403 50013", (await bot.Post($"/guilds/{bot.Guild}/channels", """{"name":"x"}""")).Said);
        Assert.Equal("403 50013", (await bot.Patch(General, """{"topic":"x"}""")).Said);
    }

    [Fact]
    public async Task A_category_takes_fifty_channels()
    {
        var category = (await bot.Post($"/guilds/{bot.Guild}/channels", """{"name":"Teams","type":4}""")).Text("id");
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("201", (await bot.Post($"/guilds/{bot.Guild}/channels", $$"""{"name":"t{{i}}","parent_id":"{{category}}"}""")).Said);
        }

        Assert.Equal("400 50035", (await bot.Post($"/guilds/{bot.Guild}/channels", $$"""{"name":"one-more","parent_id":"{{category}}"}""")).Said);
        Assert.Equal("400 50035", (await bot.Patch(General, $$"""{"parent_id":"{{category}}"}""")).Said);
    }

    [Fact]
    public async Task A_new_channel_gives_and_takes_no_more_than_the_bot_has()
    {
        var everyone = bot.Guild;
        Assert.Equal("201", (await bot.Post($"/guilds/{bot.Guild}/channels", $$"""{"name":"closed","permission_overwrites":[{"id":"{{everyone}}","type":0,"deny":"1024"}]}""")).Said);
        var ban = (ulong)Permission.BanMembers;
        Assert.Equal("403 50013", (await bot.Post($"/guilds/{bot.Guild}/channels", $$"""{"name":"open","permission_overwrites":[{"id":"{{everyone}}","type":0,"allow":"{{ban}}"}]}""")).Said);
    }

    [Fact]
    public async Task A_list_of_channels_has_no_threads()
    {
        var thread = (await bot.Post(General + "/threads", """{"name":"x","type":11}""")).Text("id");
        var ids = (await bot.Get($"/guilds/{bot.Guild}/channels")).Items.Select(item => item!["id"]!.ToString()).ToList();

        Assert.Contains(bot.Channel("general").Id.ToString(), ids);
        Assert.DoesNotContain(thread, ids);
    }

    [Fact]
    public async Task The_tags_of_a_forum_are_replaced_as_a_whole_and_keep_their_ids()
    {
        var forum = bot.Channel("ideas");
        var first = forum.AvailableTags[0].Id;
        var changed = await bot.Patch($"/channels/{forum.Id}", $$"""{"available_tags":[{"id":"{{first}}","name":"open"},{"name":"new one"}]}""");
        var tags = changed["available_tags"]!.AsArray();

        Assert.Equal(2, tags.Count);
        Assert.Equal(first.ToString(), tags[0]!["id"]!.ToString());
        Assert.True(ulong.Parse(tags[1]!["id"]!.ToString()) > first);
        Assert.Equal("400 50035", (await bot.Patch($"/channels/{forum.Id}", $$"""{"available_tags":[{{Refusal.Repeat(21, i => $$"""{"name":"t{{i}}"}""")}}]}""")).Said);
    }

    [Fact]
    public async Task Overwrites_take_manage_roles_and_no_more_than_the_bot_has()
    {
        var path = $"{General}/permissions/{bot.Role("backend").Id}";
        Assert.Equal("204", (await bot.Put(path, """{"type":0,"allow":"1024","deny":"2048"}""")).Said);
        Assert.Equal("403 50013", (await bot.Put(path, """{"type":0,"allow":"8"}""")).Said);
        Assert.Equal("204", (await bot.Delete(path)).Said);
        Assert.Equal("404 10009", (await bot.Delete(path)).Said);

        bot.Deny(Permission.ManageRoles);
        Assert.Equal("403 50013", (await bot.Put(path, """{"type":0,"allow":"0"}""")).Said);
    }

    [Fact]
    public async Task Pins_are_listed_newest_first_noticed_in_the_channel_and_need_their_own_permission()
    {
        var (a, b) = (await bot.Said("general", "a"), await bot.Said("general", "b"));
        bot.Events.Clear();
        Assert.Equal("204", (await bot.Put($"{General}/messages/pins/{a}")).Said);
        Assert.Equal(["MESSAGE_UPDATE", "CHANNEL_PINS_UPDATE", "MESSAGE_CREATE"], bot.Events);
        bot.Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("204", (await bot.Put($"{General}/pins/{b}")).Said);

        var pins = await bot.Get($"{General}/messages/pins?limit=1");
        Assert.Equal(("b", "true"), (pins["items"]![0]!["message"]!["content"]!.ToString(), pins.Text("has_more")));
        Assert.Equal(["b", "a"], (await bot.Get($"{General}/pins")).Items.Select(item => item!["content"]!.ToString()));
        var notice = (await bot.Get($"{General}/messages?limit=1")).Items[0]!;
        Assert.Equal("6", notice["type"]!.ToString());
        Assert.Equal("403 50021", (await bot.Patch($"{General}/messages/{notice["id"]}", """{"content":"x"}""")).Said);

        Assert.Equal("204", (await bot.Delete($"{General}/messages/pins/{b}")).Said);
        bot.Grant(Permission.ManageMessages);
        bot.Deny(Permission.PinMessages);
        Assert.Equal("403 50013", (await bot.Put($"{General}/messages/pins/{b}")).Said);
    }

    [Fact]
    public async Task The_251st_pin_is_refused()
    {
        foreach (var id in Enumerable.Range(0, 250).Select(_ => bot.SaidBy("ada", "general")).ToList())
        {
            bot.World.FindMessage(id)!.Pinned = true;
        }

        Assert.Equal("400 30003", (await bot.Put($"{General}/messages/pins/{await bot.Said("general")}")).Said);
    }

    [Fact]
    public async Task Reactions_work_in_both_spellings_and_are_counted_once()
    {
        var message = $"{General}/messages/{bot.SaidBy("ada", "general")}";
        bot.Events.Clear();
        Assert.Equal("204", (await bot.Put($"{message}/reactions/%F0%9F%91%8D/%40me")).Said);
        Assert.Equal("204", (await bot.Put($"{message}/reactions/👍/@me")).Said);
        Assert.Equal("1", (await bot.Get(message))["reactions"]![0]!["count"]!.ToString());
        Assert.Equal("Nexus", (await bot.Get($"{message}/reactions/👍")).Items[0]!["username"]!.ToString());
        Assert.Equal("400 10014", (await bot.Put($"{message}/reactions/thumbsup/@me")).Said);
        Assert.Equal("400 10014", (await bot.Put($"{message}/reactions/party:123/@me")).Said);

        var emoji = await bot.Post($"/applications/{bot.App}/emojis", """{"name":"party","image":"data:image/png;base64,AA=="}""");
        Assert.Equal("204", (await bot.Put($"{message}/reactions/party:{emoji.Text("id")}/@me")).Said);
        Assert.Equal("204", (await bot.Delete($"{message}/reactions/party%3A{emoji.Text("id")}/@me")).Said);
        Assert.Equal("204", (await bot.Delete($"{message}/reactions/👍/@me")).Said);
        Assert.Equal("400 10014", (await bot.Delete($"{message}/reactions/👍/@me")).Said);
        Assert.Equal(["MESSAGE_REACTION_ADD", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE", "MESSAGE_REACTION_REMOVE"], bot.Events);
    }

    [Fact]
    public async Task Removing_others_reactions_takes_manage_messages()
    {
        var id = bot.SaidBy("ada", "general");
        var message = $"{General}/messages/{id}";
        bot.World.AddReaction(bot.World.FindMessage(id)!, bot.User("bo"), "👍");
        Assert.Equal("403 50013", (await bot.Delete($"{message}/reactions/👍/{bot.User("bo").Id}")).Said);
        Assert.Equal("403 50013", (await bot.Delete($"{message}/reactions")).Said);

        bot.Grant(Permission.ManageMessages);
        bot.Events.Clear();
        Assert.Equal("204", (await bot.Delete($"{message}/reactions/👍/{bot.User("bo").Id}")).Said);
        bot.World.AddReaction(bot.World.FindMessage(id)!, bot.User("bo"), "👍");
        Assert.Equal("204", (await bot.Delete($"{message}/reactions/👍")).Said);
        Assert.Equal("204", (await bot.Delete($"{message}/reactions")).Said);
        Assert.Equal(["MESSAGE_REACTION_REMOVE", "MESSAGE_REACTION_ADD", "MESSAGE_REACTION_REMOVE_EMOJI", "MESSAGE_REACTION_REMOVE_ALL"], bot.Events);
    }

    [Fact]
    public async Task A_twenty_first_kind_of_reaction_is_refused()
    {
        var id = bot.SaidBy("ada", "general");
        for (var i = 0; i < 20; i++)
        {
            bot.World.AddReaction(bot.World.FindMessage(id)!, bot.User("bo"), char.ConvertFromUtf32(0x1F600 + i));
        }

        Assert.Equal("400 30010", (await bot.Put($"{General}/messages/{id}/reactions/👍/@me")).Said);
        Assert.Equal("204", (await bot.Put($"{General}/messages/{id}/reactions/😀/@me")).Said);
    }

    [Fact]
    public async Task A_webhook_speaks_under_its_own_name_with_its_token_alone()
    {
        Assert.Equal("403 50013", (await bot.Post(General + "/webhooks", """{"name":"ci"}""")).Said);
        bot.Grant(Permission.ManageWebhooks);
        var hook = await bot.Post(General + "/webhooks", """{"name":"ci"}""");
        bot.Http.DefaultRequestHeaders.Authorization = null;
        var path = $"/webhooks/{hook.Text("id")}/{hook.Text("token")}";

        var posted = await bot.Post(path + "?wait=1", """{"content":"green"}""");
        Assert.Equal(("ci", "green"), (posted["author"]!["username"]!.ToString(), posted.Text("content")));
        Assert.Equal("204", (await bot.Post(path, """{"content":"green"}""")).Said);
        Assert.Equal("red", (await bot.Patch($"{path}/messages/{posted.Text("id")}", """{"content":"red"}""")).Text("content"));
        Assert.Equal("204", (await bot.Delete($"{path}/messages/{posted.Text("id")}")).Said);
        Assert.Equal("401 50027", (await bot.Post($"/webhooks/{hook.Text("id")}/wrong", """{"content":"x"}""")).Said);
        Assert.Equal("404 10015", (await bot.Post("/webhooks/1/wrong", """{"content":"x"}""")).Said);
    }

    [Fact]
    public async Task Typing_is_told() => Assert.Equal("204", (await bot.Post(General + "/typing")).Said);
}
