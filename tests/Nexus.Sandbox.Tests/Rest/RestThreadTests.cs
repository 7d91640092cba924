using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestThreadTests : IAsyncLifetime
{
    private RestPeer bot = null!;

    public async Task InitializeAsync() => bot = await RestPeer.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private string General => $"/channels/{bot.Channel("general").Id}";

    private string Questions => $"/channels/{bot.Channel("questions").Id}";

    private async Task<string> Thread(string body = """{"name":"side talk","type":11}""") => (await bot.Post(General + "/threads", body)).Text("id");

    [Fact]
    public async Task A_thread_from_a_message_has_its_id_and_there_is_only_one()
    {
        var id = await bot.Said("general");
        bot.Events.Clear();
        var thread = await bot.Post($"{General}/messages/{id}/threads", """{"name":"more on this"}""");

        Assert.Equal(("201", id, "11"), (thread.Said, thread.Text("id"), thread.Text("type")));
        Assert.Equal(["THREAD_CREATE", "MESSAGE_UPDATE"], bot.Events);
        Assert.Equal("400 160004", (await bot.Post($"{General}/messages/{id}/threads", """{"name":"again"}""")).Said);
        var starter = await bot.Get($"{General}/messages/{id}");
        Assert.Equal(("32", id), (starter.Text("flags"), starter["thread"]!["id"]!.ToString()));
    }

    [Fact]
    public async Task A_thread_without_a_type_is_private_and_one_in_an_announcement_channel_is_of_its_kind()
    {
        Assert.Equal("12", (await bot.Post(General + "/threads", """{"name":"pair"}""")).Text("type"));
        var news = bot.Channel("prodevprojectnexus");
        var id = await bot.Said("prodevprojectnexus");
        Assert.Equal("10", (await bot.Post($"/channels/{news.Id}/messages/{id}/threads", """{"name":"questions"}""")).Text("type"));
        Assert.Equal("400 50024", (await bot.Post($"/channels/{news.Id}/threads", """{"name":"x","type":12}""")).Said);
    }

    [Theory]
    [InlineData("""{"name":"x","type":11}""", "CreatePublicThreads")]
    [InlineData("""{"name":"x","type":12}""", "CreatePrivateThreads")]
    public async Task Starting_a_thread_takes_the_permission_of_its_kind(string body, string permission)
    {
        bot.Deny(Enum.Parse<Permission>(permission));
        Assert.Equal("403 50013", (await bot.Post(General + "/threads", body)).Said);
    }

    [Fact]
    public async Task Writing_in_a_thread_takes_its_own_permission()
    {
        var id = await Thread();
        bot.Deny(Permission.SendMessages);
        Assert.Equal("200", (await bot.Post($"/channels/{id}/messages", """{"content":"x"}""")).Said);

        bot.Deny(Permission.SendMessagesInThreads);
        Assert.Equal("403 50013", (await bot.Post($"/channels/{id}/messages", """{"content":"x"}""")).Said);
    }

    [Fact]
    public async Task An_archived_thread_refuses_edits_reactions_and_members_until_it_is_opened()
    {
        var id = await Thread();
        var message = (await bot.Post($"/channels/{id}/messages", """{"content":"x"}""")).Text("id");
        Assert.Equal("true", (await bot.Patch($"/channels/{id}", """{"archived":true}"""))["thread_metadata"]!["archived"]!.ToString());

        Assert.Equal("400 50083", (await bot.Patch($"/channels/{id}/messages/{message}", """{"content":"y"}""")).Said);
        Assert.Equal("400 50083", (await bot.Delete($"/channels/{id}/messages/{message}")).Said);
        Assert.Equal("400 50083", (await bot.Put($"/channels/{id}/messages/{message}/reactions/%F0%9F%91%8D/@me")).Said);
        Assert.Equal("400 50083", (await bot.Put($"/channels/{id}/thread-members/{bot.User("ada").Id}")).Said);
        Assert.Equal("400 50083", (await bot.Patch($"/channels/{id}", """{"name":"renamed"}""")).Said);
        Assert.Equal("200", (await bot.Patch($"/channels/{id}", """{"archived":false,"name":"renamed"}""")).Said);
        Assert.Equal("200", (await bot.Patch($"/channels/{id}/messages/{message}", """{"content":"y"}""")).Said);
    }

    [Fact]
    public async Task A_thread_is_archived_after_its_time_without_a_word()
    {
        var quiet = await Thread("""{"name":"quiet","type":11,"auto_archive_duration":60}""");
        var lively = await Thread("""{"name":"lively","type":11,"auto_archive_duration":60}""");
        bot.Host.Clock.Advance(TimeSpan.FromMinutes(40));
        await bot.Post($"/channels/{lively}/messages", """{"content":"still here"}""");
        bot.Events.Clear();
        bot.Host.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("true", (await bot.Get($"/channels/{quiet}"))["thread_metadata"]!["archived"]!.ToString());
        Assert.Equal("false", (await bot.Get($"/channels/{lively}"))["thread_metadata"]!["archived"]!.ToString());
        Assert.Equal(["THREAD_UPDATE"], bot.Events);

        bot.Host.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal("true", (await bot.Get($"/channels/{lively}"))["thread_metadata"]!["archived"]!.ToString());
    }

    [Fact]
    public async Task Writing_opens_an_archived_thread_but_not_a_locked_one()
    {
        var id = await Thread();
        await bot.Patch($"/channels/{id}", """{"archived":true}""");
        Assert.Equal("200", (await bot.Post($"/channels/{id}/messages", """{"content":"x"}""")).Said);
        Assert.Equal("false", (await bot.Get($"/channels/{id}"))["thread_metadata"]!["archived"]!.ToString());

        await bot.Patch($"/channels/{id}", """{"archived":true,"locked":true}""");
        bot.Deny(Permission.ManageThreads);
        Assert.Equal("400 160005", (await bot.Post($"/channels/{id}/messages", """{"content":"x"}""")).Said);
        Assert.Equal("400 160005", (await bot.Patch($"/channels/{id}", """{"archived":false}""")).Said);
    }

    [Fact]
    public async Task The_creator_may_rename_its_thread_but_only_a_manager_locks_it()
    {
        var id = await Thread();
        bot.Deny(Permission.ManageThreads);
        Assert.Equal("200", (await bot.Patch($"/channels/{id}", """{"name":"renamed"}""")).Said);
        Assert.Equal("403 50013", (await bot.Patch($"/channels/{id}", """{"locked":true}""")).Said);
    }

    [Fact]
    public async Task A_forum_post_is_a_thread_and_its_first_message_with_one_id()
    {
        var tag = bot.Channel("questions").AvailableTags[0];
        bot.Events.Clear();
        var post = await bot.Post(Questions + "/threads?use_nested_fields=1", $$$"""{"name":"N+1?","applied_tags":["{{{tag.Id}}}"],"message":{"content":"how?"}}""");

        Assert.Equal(("201", post.Text("id"), "how?"), (post.Said, post["message"]!["id"]!.ToString(), post["message"]!["content"]!.ToString()));
        Assert.Equal(tag.Id.ToString(), post["applied_tags"]![0]!.ToString());
        Assert.Equal("0", post.Text("message_count"));
        Assert.Equal(["THREAD_CREATE", "MESSAGE_CREATE"], bot.Events);
    }

    [Fact]
    public async Task A_forum_takes_known_tags_only_and_some_ask_for_one()
    {
        const string Untagged = """{"name":"x","message":{"content":"x"}}""";
        Assert.Equal("400 50035", (await bot.Post(Questions + "/threads", """{"name":"x","applied_tags":["1"],"message":{"content":"x"}}""")).Said);
        Assert.Equal("201", (await bot.Post(Questions + "/threads", Untagged)).Said);

        bot.Channel("questions").Flags = 16;
        Assert.Equal("400 40067", (await bot.Post(Questions + "/threads", Untagged)).Said);
    }

    [Fact]
    public async Task A_moderated_tag_takes_manage_threads()
    {
        var done = bot.Channel("ideas").AvailableTags.Single(tag => tag.Moderated);
        var id = (await bot.Post($"/channels/{bot.Channel("ideas").Id}" + "/threads", """{"name":"x","message":{"content":"x"}}""")).Text("id");
        var body = $$"""{"applied_tags":["{{done.Id}}"]}""";
        Assert.Equal("200", (await bot.Patch($"/channels/{id}", body)).Said);

        await bot.Patch($"/channels/{id}", """{"applied_tags":[]}""");
        bot.Deny(Permission.ManageThreads);
        Assert.Equal("403 50013", (await bot.Patch($"/channels/{id}", body)).Said);
    }

    [Fact]
    public async Task A_refused_first_message_leaves_no_thread_behind()
    {
        var before = bot.World.Guild.Channels.Count;
        Assert.Equal("400 50006", (await bot.Post(Questions + "/threads", """{"name":"x","message":{}}""")).Said);
        Assert.Equal("400 50035", (await bot.Post(Questions + "/threads", """{"name":"x","message":{"flags":32768,"components":[{"type":13,"file":{"url":"attachment://no.txt"}}]}}""")).Said);
        Assert.Equal(before, bot.World.Guild.Channels.Count);
    }

    [Fact]
    public async Task Members_of_a_thread_come_and_go()
    {
        var id = await Thread("""{"name":"pair","type":12}""");
        var ada = bot.User("ada").Id;
        bot.Events.Clear();
        Assert.Equal("204", (await bot.Put($"/channels/{id}/thread-members/{ada}")).Said);
        Assert.Equal([bot.World.BotUser.Id.ToString(), ada.ToString()], (await bot.Get($"/channels/{id}/thread-members")).Items.Select(item => item!["user_id"]!.ToString()).Order());
        Assert.Equal("204", (await bot.Delete($"/channels/{id}/thread-members/{ada}")).Said);
        Assert.Equal("404 10007", (await bot.Get($"/channels/{id}/thread-members/{ada}")).Said);
        Assert.Equal("404 10007", (await bot.Put($"/channels/{id}/thread-members/123")).Said);
        Assert.Equal(["THREAD_MEMBERS_UPDATE", "THREAD_MEMBERS_UPDATE"], bot.Events);
        Assert.Equal("204", (await bot.Delete($"/channels/{id}/thread-members/@me")).Said);
    }

    [Fact]
    public async Task A_message_edited_to_mention_somebody_brings_them_to_the_thread_and_pings_nobody()
    {
        var id = await Thread();
        var ada = bot.User("ada").Id;
        var message = (await bot.Post($"/channels/{id}/messages", """{"content":"news"}""")).Text("id");
        var named = $"news <@{ada}>";
        Assert.Equal("200", (await bot.Patch($"/channels/{id}/messages/{message}", $$$"""{"content":"{{{named}}}","allowed_mentions":{"parse":[]}}""")).Said);
        Assert.Equal("404 10007", (await bot.Get($"/channels/{id}/thread-members/{ada}")).Said);

        Assert.Equal("200", (await bot.Patch($"/channels/{id}/messages/{message}", $$$"""{"content":"{{{named}}}","allowed_mentions":{"users":["{{{ada}}}"]}}""")).Said);
        Assert.Equal("200", (await bot.Patch($"/channels/{id}/messages/{message}", """{"content":"news"}""")).Said);

        Assert.Equal("200", (await bot.Get($"/channels/{id}/thread-members/{ada}")).Said);
        Assert.DoesNotContain(bot.World.Notifications, notification => notification.UserId == ada);
    }

    [Fact]
    public async Task Lists_tell_active_from_archived_and_public_from_private()
    {
        var (open, closed, secret) = (await Thread(), await Thread(), await Thread("""{"name":"s","type":12}"""));
        await bot.Patch($"/channels/{closed}", """{"archived":true}""");
        await bot.Patch($"/channels/{secret}", """{"archived":true}""");

        Assert.Contains(open, Ids(await bot.Get($"/guilds/{bot.Guild}/threads/active")));
        Assert.DoesNotContain(closed, Ids(await bot.Get($"/guilds/{bot.Guild}/threads/active")));
        var archived = await bot.Get(General + "/threads/archived/public");
        Assert.Equal([closed], Ids(archived));
        Assert.Equal("false", archived.Text("has_more"));
        Assert.Equal([secret], Ids(await bot.Get(General + "/threads/archived/private")));
        Assert.Equal([secret], Ids(await bot.Get(General + "/users/@me/threads/archived/private")));

        static IEnumerable<string> Ids(RestReply reply) => reply["threads"]!.AsArray().Select(item => item!["id"]!.ToString());
    }

    [Fact]
    public async Task A_deleted_thread_takes_its_messages_along()
    {
        var id = await Thread();
        bot.Events.Clear();
        Assert.Equal("200", (await bot.Delete($"/channels/{id}")).Said);
        Assert.Equal("404 10003", (await bot.Get($"/channels/{id}/messages")).Said);
        Assert.Equal(["THREAD_DELETE"], bot.Events);
    }
}
