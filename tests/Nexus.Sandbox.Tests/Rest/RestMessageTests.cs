using System.Net.Http.Headers;
using System.Text;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestMessageTests : IAsyncLifetime
{
    private RestPeer bot = null!;

    public async Task InitializeAsync() => bot = await RestPeer.StartAsync();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private string Messages(string channel = "general") => $"/channels/{bot.Channel(channel).Id}/messages";

    [Fact]
    public async Task A_message_is_posted_read_edited_and_deleted_with_the_events_that_go_with_it()
    {
        bot.Events.Clear();
        var posted = await bot.Post(Messages(), """{"content":"hello","nonce":"n1"}""");
        var path = $"{Messages()}/{posted.Text("id")}";
        var edited = await bot.Patch(path, """{"content":"hello again"}""");
        var read = await bot.Get(path);

        Assert.Equal(("hello", "n1", null), (posted.Text("content"), posted.Text("nonce"), posted["edited_timestamp"]?.ToString()));
        Assert.Equal("hello again", read.Text("content"));
        Assert.NotNull(edited["edited_timestamp"]);
        Assert.Equal(bot.World.BotUser.Id.ToString(), read["author"]!["id"]!.ToString());
        Assert.Equal("204", (await bot.Delete(path)).Said);
        Assert.Equal("404 10008", (await bot.Get(path)).Said);
        Assert.Equal(["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"], bot.Events);
    }

    [Fact]
    public async Task A_list_pages_newest_first()
    {
        var ids = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await bot.Said("mentors", $"m{i}"));
        }

        Assert.Equal(["m5", "m4"], Contents(await bot.Get(Messages("mentors") + "?limit=2")));
        Assert.Equal(["m2", "m1"], Contents(await bot.Get($"{Messages("mentors")}?limit=2&before={ids[3]}")));
        Assert.Equal(["m3", "m2"], Contents(await bot.Get($"{Messages("mentors")}?limit=2&after={ids[1]}")));
        Assert.Equal(["m4", "m3", "m2"], Contents(await bot.Get($"{Messages("mentors")}?limit=3&around={ids[3]}")));
        Assert.Equal("400 50035", (await bot.Get(Messages("mentors") + "?limit=101")).Said);

        static IEnumerable<string> Contents(RestReply reply) => reply.Items.Select(item => item!["content"]!.ToString());
    }

    [Theory]
    [InlineData("VIEW", "403 50001")]
    [InlineData("SEND", "403 50013")]
    [InlineData("", "200")]
    public async Task Sending_takes_seeing_the_channel_and_the_permission(string missing, string said)
    {
        bot.Channel("general").Overwrites.Add(new PermissionOverwrite(bot.Guild, false, Permission.None, missing switch
        {
            "VIEW" => Permission.ViewChannel,
            "SEND" => Permission.SendMessages,
            _ => Permission.None,
        }));

        Assert.Equal(said, (await bot.Post(Messages(), """{"content":"x"}""")).Said);
    }

    [Fact]
    public async Task A_refused_message_is_not_posted_and_names_the_field()
    {
        bot.Events.Clear();
        var refused = await bot.Post(Messages(), $$"""{"content":"{{Refusal.Text(2001)}}"}""");

        Assert.Equal("400 50035", refused.Said);
        Assert.Equal("BASE_TYPE_MAX_LENGTH", refused["errors"]!["content"]!["_errors"]![0]!["code"]!.ToString());
        Assert.Empty(bot.Events);
    }

    [Fact]
    public async Task An_enforced_nonce_returns_the_first_message_for_five_minutes()
    {
        const string Body = """{"content":"once","nonce":"job-1","enforce_nonce":true}""";
        var first = await bot.Post(Messages(), Body);
        var again = await bot.Post(Messages("backend"), Body);
        Assert.Equal(first.Text("id"), again.Text("id"));

        bot.Host.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        Assert.NotEqual(first.Text("id"), (await bot.Post(Messages(), Body)).Text("id"));
    }

    [Fact]
    public async Task An_enforced_nonce_of_a_deleted_message_is_not_posted_anew()
    {
        const string Body = """{"content":"once","nonce":"job-2","enforce_nonce":true}""";
        var first = await bot.Post(Messages(), Body);
        await bot.Delete($"{Messages()}/{first.Text("id")}");

        Assert.Equal("404 10008", (await bot.Post(Messages(), Body)).Said);
    }

    [Theory]
    [InlineData("""{"content":"<@ADA> <@&MENTOR> @everyone"}""", "ada")]
    [InlineData("""{"content":"<@ADA>","allowed_mentions":{"parse":[]}}""", "")]
    [InlineData("""{"content":"<@ADA> <@BO>","allowed_mentions":{"users":["BO"]}}""", "bo")]
    [InlineData("""{"content":"`<@ADA>` and <@BO>"}""", "bo")]
    [InlineData("""{"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"<@ADA>"}]}]}""", "ada")]
    [InlineData("""{"embeds":[{"description":"<@ADA>"}]}""", "")]
    public async Task Allowed_mentions_decide_who_is_pinged(string body, string pinged)
    {
        // Neither role can be mentioned, and the bot may not mention everyone.
        bot.Role("mentor").Mentionable = false;
        var json = body.Replace("ADA", bot.User("ada").Id.ToString()).Replace("BO", bot.User("bo").Id.ToString()).Replace("MENTOR", bot.Role("mentor").Id.ToString());
        var posted = await bot.Post(Messages(), json);

        Assert.Equal("200", posted.Said);
        Assert.Equal(pinged, string.Join(" ", bot.World.Notifications.Select(n => bot.World.Users[n.UserId].Username)));
        Assert.Equal("False", posted.Text("mention_everyone"), ignoreCase: true);
    }

    [Fact]
    public async Task A_role_that_may_be_mentioned_pings_all_who_have_it_and_see_the_channel()
    {
        var mentors = bot.World.Guild.Members.Values.Where(member => member.Roles.Contains(bot.Role("mentor").Id)).Select(member => member.User.Id).Order();
        var posted = await bot.Post(Messages(), $$$"""{"content":"<@&{{{bot.Role("mentor").Id}}}>","allowed_mentions":{"roles":["{{{bot.Role("mentor").Id}}}"]}}""");

        Assert.Equal(mentors, bot.World.Notifications.Select(n => n.UserId).Order());
        Assert.Equal(bot.Role("mentor").Id.ToString(), posted["mention_roles"]![0]!.ToString());
    }

    [Fact]
    public async Task A_reply_points_to_its_message_and_pings_its_author_unless_told_not_to()
    {
        var question = bot.SaidBy("ada", "general", "how?");
        var loud = await bot.Post(Messages(), $$$"""{"content":"so","message_reference":{"message_id":"{{{question}}}"}}""");
        await bot.Post(Messages(), $$$"""{"content":"quiet","message_reference":{"message_id":{{{question}}}},"allowed_mentions":{"parse":[],"replied_user":false}}""");

        Assert.Equal(("19", "how?"), (loud.Text("type"), loud["referenced_message"]!["content"]!.ToString()));
        Assert.Single(bot.World.Notifications);
        Assert.Equal("400 50035", (await bot.Post(Messages(), """{"content":"so","message_reference":{"message_id":"1"}}""")).Said);
        Assert.Equal("200", (await bot.Post(Messages(), """{"content":"so","message_reference":{"message_id":"1","fail_if_not_exists":false}}""")).Said);
    }

    [Fact]
    public async Task Components_get_ids_in_order_and_keep_those_the_bot_chose()
    {
        var posted = await bot.Post(Messages(), """
            {"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"x","id":2},{"type":1,"components":[{"type":2,"style":1,"label":"b","custom_id":"c"}]}]}]}
            """);
        var container = posted["components"]![0]!;

        Assert.Equal("1 2 3 4", string.Join(" ", container["id"], container["components"]![0]!["id"], container["components"]![1]!["id"], container["components"]![1]!["components"]![0]!["id"]));
    }

    [Fact]
    public async Task An_edit_cannot_leave_components_v2_or_mix_it_with_content()
    {
        var id = (await bot.Post(Messages(), """{"content":"old"}""")).Text("id");
        Assert.Equal("400 50035", (await bot.Patch($"{Messages()}/{id}", """{"flags":32768,"components":[{"type":10,"content":"new"}]}""")).Said);

        var changed = await bot.Patch($"{Messages()}/{id}", """{"content":null,"flags":32768,"components":[{"type":10,"content":"new"}]}""");
        Assert.Equal("32768", changed.Text("flags"));
        Assert.Equal("32768", (await bot.Patch($"{Messages()}/{id}", """{"flags":0,"components":[{"type":10,"content":"newer"}]}""")).Text("flags"));
        Assert.Equal("400 50006", (await bot.Patch($"{Messages()}/{id}", """{"components":[]}""")).Said);
    }

    [Fact]
    public async Task Files_are_kept_named_shown_and_dropped_as_the_attachments_say()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"content":"two files","attachments":[{"id":0,"description":"the log"},{"id":1}]}""", Encoding.UTF8, "application/json"), "payload_json" },
            { new ByteArrayContent("first"u8.ToArray()), "files[0]", "log one.txt" },
            { new ByteArrayContent("second"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "files[1]", "b.png" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages().TrimStart('/')) { Content = form };
        var posted = await bot.SendAsync(request);
        var files = posted["attachments"]!.AsArray();

        Assert.Equal(("log_one.txt", "the log", "5"), (files[0]!["filename"]!.ToString(), files[0]!["description"]!.ToString(), files[0]!["size"]!.ToString()));
        var url = files[1]!["url"]!.ToString();
        using var anonymous = new HttpClient();
        Assert.Equal("second", await anonymous.GetStringAsync(new Uri(url)));

        var kept = await bot.Patch($"{Messages()}/{posted.Text("id")}", $$$"""{"attachments":[{"id":"{{{files[0]!["id"]}}}"}]}""");
        Assert.Equal("log_one.txt", Assert.Single(kept["attachments"]!.AsArray())!["filename"]!.ToString());

        bot.Host.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(404, (int)(await anonymous.GetAsync(new Uri(url))).StatusCode);
        var fresh = (await bot.Get($"{Messages()}/{posted.Text("id")}"))["attachments"]![0]!["url"]!.ToString();
        Assert.Equal("first", await anonymous.GetStringAsync(new Uri(fresh)));
    }

    [Fact]
    public async Task Files_in_components_say_their_name_and_size_and_their_addresses_are_renewed()
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    """{"flags":32768,"components":[{"type":17,"components":[{"type":13,"file":{"url":"attachment://plan.txt"}},{"type":12,"items":[{"media":{"url":"attachment://a.png"}},{"media":{"url":"https://pics.example/b.png"}}]}]}]}""",
                    Encoding.UTF8, "application/json"), "payload_json"
            },
            { new ByteArrayContent("the plan"u8.ToArray()), "files[0]", "plan.txt" },
            { new ByteArrayContent("png"u8.ToArray()), "files[1]", "a.png" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages().TrimStart('/')) { Content = form };
        var posted = await bot.SendAsync(request);
        var file = posted["components"]![0]!["components"]![0]!;
        Assert.Equal(("plan.txt", "8"), (file["name"]!.ToString(), file["size"]!.ToString()));

        bot.Host.Clock.Advance(TimeSpan.FromHours(25));
        var fresh = (await bot.Get($"{Messages()}/{posted.Text("id")}"))["components"]![0]!["components"]!;
        using var anonymous = new HttpClient();
        Assert.Equal("the plan", await anonymous.GetStringAsync(new Uri(fresh[0]!["file"]!["url"]!.ToString())));
        Assert.Equal("png", await anonymous.GetStringAsync(new Uri(fresh[1]!["items"]![0]!["media"]!["url"]!.ToString())));
        Assert.Equal("https://pics.example/b.png", fresh[1]!["items"]![1]!["media"]!["url"]!.ToString());
        Assert.Equal(404, (int)(await anonymous.GetAsync(new Uri(file["file"]!["url"]!.ToString()))).StatusCode);
    }

    [Fact]
    public async Task A_file_in_an_embed_or_a_gallery_is_found_by_its_name_or_refused()
    {
        Assert.Equal("400 50035", (await bot.Post(Messages(), """{"flags":32768,"components":[{"type":13,"file":{"url":"attachment://a.txt"}}]}""")).Said);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"embeds":[{"image":{"url":"attachment://a.png"}}]}""", Encoding.UTF8, "application/json"), "payload_json" },
            { new ByteArrayContent("png"u8.ToArray()), "files[0]", "a.png" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages().TrimStart('/')) { Content = form };
        var posted = await bot.SendAsync(request);

        Assert.StartsWith($"{bot.Host.BaseAddress}attachments/", posted["embeds"]![0]!["image"]!["url"]!.ToString());
        Assert.Empty(posted["attachments"]!.AsArray());
    }

    [Fact]
    public async Task Others_messages_are_not_the_bots_to_edit_and_its_to_delete_only_with_the_permission()
    {
        var path = $"{Messages()}/{bot.SaidBy("ada", "general")}";
        Assert.Equal("403 50005", (await bot.Patch(path, """{"content":"mine now"}""")).Said);
        Assert.Equal("403 50013", (await bot.Delete(path)).Said);

        bot.Grant(Permission.ManageMessages);
        Assert.Equal("204", (await bot.Delete(path)).Said);
    }

    [Fact]
    public async Task Bulk_delete_takes_2_to_100_young_messages_and_sends_one_event()
    {
        bot.Grant(Permission.ManageMessages);
        var (a, b) = (bot.SaidBy("ada", "general"), bot.SaidBy("bo", "general"));
        var old = Snowflakes.At(bot.World.Now - TimeSpan.FromDays(15));
        Assert.Equal("400 50016", (await bot.Post(Messages() + "/bulk-delete", $$"""{"messages":["{{a}}"]}""")).Said);
        Assert.Equal("400 50034", (await bot.Post(Messages() + "/bulk-delete", $$"""{"messages":["{{a}}","{{old}}"]}""")).Said);

        bot.Events.Clear();
        Assert.Equal("204", (await bot.Post(Messages() + "/bulk-delete", $$"""{"messages":["{{a}}","{{b}}"]}""")).Said);
        Assert.Equal(["MESSAGE_DELETE_BULK"], bot.Events);
    }

    [Fact]
    public async Task A_crosspost_is_for_announcement_channels_and_once()
    {
        var id = await bot.Said("prodevprojectnexus");
        Assert.Equal("1", (await bot.Post($"{Messages("prodevprojectnexus")}/{id}/crosspost")).Text("flags"));
        Assert.Equal("400 40033", (await bot.Post($"{Messages("prodevprojectnexus")}/{id}/crosspost")).Said);
        Assert.Equal("400 50024", (await bot.Post($"{Messages()}/{await bot.Said("general")}/crosspost")).Said);
    }

    [Fact]
    public async Task A_direct_message_reaches_a_person_unless_they_closed_them_or_left()
    {
        var ada = bot.User("ada");
        var dm = (await bot.Post("/users/@me/channels", $$"""{"recipient_id":{{ada.Id}}}""")).Text("id");
        Assert.Equal(dm, (await bot.Post("/users/@me/channels", $$"""{"recipient_id":"{{ada.Id}}"}""")).Text("id"));
        Assert.Equal("200", (await bot.Post($"/channels/{dm}/messages", """{"content":"psst"}""")).Said);

        ada.ClosesDirectMessages = true;
        Assert.Equal("403 50007", (await bot.Post($"/channels/{dm}/messages", """{"content":"psst"}""")).Said);
        ada.ClosesDirectMessages = false;
        bot.World.Leave(ada);
        Assert.Equal("403 50278", (await bot.Post($"/channels/{dm}/messages", """{"content":"psst"}""")).Said);
    }

    [Fact]
    public async Task A_poll_closes_at_its_time_and_tells_the_result()
    {
        const string Poll = """{"poll":{"question":{"text":"Next topic?"},"answers":[{"poll_media":{"text":"DRF"}},{"poll_media":{"text":"Celery"}}],"duration":1}}""";
        var posted = await bot.Post(Messages(), Poll);
        bot.World.Vote(bot.World.FindMessage(ulong.Parse(posted.Text("id")))!, bot.User("ada"), 2);

        var voters = await bot.Get($"/channels/{bot.Channel("general").Id}/polls/{posted.Text("id")}/answers/2");
        Assert.Equal("ada", voters["users"]![0]!["username"]!.ToString());

        bot.Host.Clock.Advance(TimeSpan.FromMinutes(61));
        var newest = await bot.Get(Messages() + "?limit=2");
        Assert.Equal("46", newest.Items[0]!["type"]!.ToString());
        Assert.Equal("true", newest.Items[1]!["poll"]!["results"]!["is_finalized"]!.ToString());
        Assert.Equal("400 520001", (await bot.Post($"/channels/{bot.Channel("general").Id}/polls/{posted.Text("id")}/expire")).Said);
    }

    [Fact]
    public async Task A_poll_can_be_ended_early()
    {
        var posted = await bot.Post(Messages(), """{"poll":{"question":{"text":"?"},"answers":[{"poll_media":{"text":"a"}}]}}""");
        var ended = await bot.Post($"/channels/{bot.Channel("general").Id}/polls/{posted.Text("id")}/expire");

        Assert.Equal("true", ended["poll"]!["results"]!["is_finalized"]!.ToString());
        bot.Host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Single((await bot.Get(Messages())).Items, item => item!["type"]!.ToString() == "46");
    }

    [Theory]
    [InlineData("GET", "/nowhere", "404 0")]
    [InlineData("GET", "/channels/1/messages", "404 10003")]
    [InlineData("GET", "/channels/abc", "400 50035")]
    [InlineData("POST", "/channels/CATEGORY/messages", "400 50008")]
    [InlineData("GET", "/guilds/1", "404 10004")]
    [InlineData("GET", "/users/1", "404 10013")]
    public async Task What_does_not_exist_is_refused_by_its_own_code(string method, string path, string said) =>
        Assert.Equal(said, (await bot.SendAsync(method, path.Replace("CATEGORY", bot.Channel("Cohort").Id.ToString()), method == "POST" ? """{"content":"x"}""" : null)).Said);

    [Fact]
    public async Task Without_the_token_nothing_is_answered()
    {
        bot.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", "somebody-elses");
        var reply = await bot.Get("/users/@me");

        Assert.Equal("401 0", reply.Said);
        Assert.Equal("401: Unauthorized", reply.Text("message"));
    }

    [Fact]
    public async Task Malformed_json_is_a_400_with_a_code() =>
        Assert.Equal("400 50109", (await bot.Post(Messages(), "{\"content\":")).Said);
}
