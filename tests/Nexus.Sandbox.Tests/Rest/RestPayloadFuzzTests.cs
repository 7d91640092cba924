using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestPayloadFuzzTests
{
    [Fact]
    public void No_json_makes_the_rules_throw() => AnyJson.Gen.Sample(
        text =>
        {
            using var document = JsonDocument.Parse(text);
            foreach (var error in EveryRule(document.RootElement))
            {
                if (error is not null)
                {
                    Assert.Equal(JsonValueKind.Object, JsonNode.Parse(error.ToJson())!.GetValueKind());
                }
            }
        },
        iter: 2_000);

    /// <summary>Good bodies, and each with every one value swapped for every odd one: they get further than noise does.</summary>
    [Fact]
    public async Task No_nearly_good_body_makes_an_endpoint_fail()
    {
        await using var bot = await RestPeer.StartAsync();
        foreach (var (request, good) in await RoutesAsync(bot))
        {
            foreach (var body in AnyJson.Swaps(good))
            {
                var reply = await bot.SendAsync(request.Split(' ')[0], request.Split(' ')[1], body);

                Assert.True(reply.Status < 500 && (reply.Status < 400 || reply.Body?["code"] is not null), $"{request} {body}: {reply.Status}");
            }
        }
    }

    private static async Task<(string Request, string Body)[]> RoutesAsync(RestPeer bot)
    {
        bot.Grant(Permission.Administrator);
        var general = $"/channels/{bot.Channel("general").Id}";
        var message = $"{general}/messages/{await bot.Said("general")}";
        var thread = $"/channels/{(await bot.Post(general + "/threads", """{"name":"x","type":11}""")).Text("id")}";
        var forum = bot.Channel("ideas");
        var guild = $"/guilds/{bot.Guild}";
        var hook = await bot.Post(general + "/webhooks", """{"name":"ci"}""");
        const string Message = """
            {"content":"<@1> `x` @everyone","embeds":[{"title":"t","timestamp":"2031-01-01T00:00:00Z","fields":[{"name":"n","value":"v"}],"image":{"url":"attachment://a"}}],
            "components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"c","label":"l","emoji":{"name":"👍"}}]}],"allowed_mentions":{"parse":["users"],"roles":["1"],"replied_user":true},
            "message_reference":{"message_id":"1","fail_if_not_exists":false},"nonce":"n","enforce_nonce":false,"flags":4,"attachments":[]}
            """;
        const string V2 = """
            {"flags":32768,"components":[{"type":17,"components":[{"type":10,"content":"<@&1>"},{"type":9,"components":[{"type":10,"content":"x"}],"accessory":{"type":11,"media":{"url":"https://e.com"}}},
            {"type":12,"items":[{"media":{"url":"https://e.com"}}]},{"type":13,"file":{"url":"attachment://a"}}]}]}
            """;
        const string Poll = """{"poll":{"question":{"text":"?"},"answers":[{"poll_media":{"text":"a","emoji":{"name":"👍"}}}],"duration":2,"allow_multiselect":true}}""";
        const string Event = """
            {"name":"n","description":"d","privacy_level":2,"entity_type":3,"scheduled_start_time":"2031-01-01T00:00:00Z","scheduled_end_time":"2031-01-02T00:00:00Z","entity_metadata":{"location":"l"},
            "recurrence_rule":{"start":"2031-01-01T00:00:00Z","frequency":2,"interval":2,"by_weekday":[1]},"channel_id":"1","status":1}
            """;
        const string Command = """
            {"name":"c","description":"d","name_localizations":{"de":"c"},"default_member_permissions":"8","contexts":[0],"options":[{"type":1,"name":"s","description":"d",
            "options":[{"type":3,"name":"o","description":"d","required":true,"choices":[{"name":"n","value":"v"}]},{"type":7,"name":"p","description":"d","channel_types":[0]}]}]}
            """;
        return
        [
            ($"POST {general}/messages", Message), ($"POST {general}/messages", V2), ($"POST {general}/messages", Poll), ($"PATCH {message}", Message), ($"PATCH {message}", V2),
            ($"POST {general}/messages/bulk-delete", """{"messages":["1","2"]}"""), ($"POST {message}/threads", """{"name":"n","auto_archive_duration":60,"rate_limit_per_user":1}"""),
            ($"POST {general}/threads", """{"name":"n","type":12,"invitable":true}"""),
            ($"POST /channels/{forum.Id}/threads", $$$"""{"name":"n","applied_tags":["{{{forum.AvailableTags[0].Id}}}"],"message":{{{Message}}}}"""),
            ($"PATCH {general}", """{"name":"n","topic":"t","position":1,"parent_id":null,"rate_limit_per_user":1,"permission_overwrites":[{"id":"1","type":1,"allow":"1","deny":"2"}]}"""),
            ($"PATCH /channels/{forum.Id}", """{"available_tags":[{"name":"n","moderated":true,"emoji_name":"👍"}],"default_reaction_emoji":{"emoji_name":"👍"},"default_sort_order":1}"""),
            ($"PATCH {thread}", """{"name":"n","archived":false,"locked":false,"auto_archive_duration":60,"applied_tags":[],"flags":0}"""),
            ($"PUT {general}/permissions/{bot.Guild}", """{"type":0,"allow":"1024","deny":"0"}"""),
            ($"POST {guild}/channels", """{"name":"n","type":0,"permission_overwrites":[]}"""), ($"PATCH {guild}/channels", """[{"id":"1","position":1}]"""),
            ($"POST {guild}/roles", """{"name":"n","permissions":"0","colors":{"primary_color":1},"hoist":true,"unicode_emoji":"👍"}"""), ($"PATCH {guild}/roles", """[{"id":"1","position":1}]"""),
            ($"PATCH {guild}/roles/{bot.Role("backend").Id}", """{"name":"n","permissions":"0","color":1}"""),
            ($"PATCH {guild}/members/{bot.User("ada").Id}", """{"nick":"n","roles":["1"],"communication_disabled_until":"2031-01-01T00:00:00Z"}"""),
            ($"PATCH {guild}/members/@me", """{"nick":"n"}"""), ($"POST {guild}/scheduled-events", Event), ("POST /users/@me/channels", $$"""{"recipient_id":"{{bot.User("ada").Id}}"}"""),
            ("PATCH /applications/@me", """{"description":"d"}"""), ($"PUT /applications/{bot.App}/commands", $"[{Command}]"), ($"POST /applications/{bot.App}{guild}/commands", Command),
            ($"POST /applications/{bot.App}/emojis", """{"name":"nn","image":"data:image/png;base64,AA"}"""), ($"POST /webhooks/{hook.Text("id")}/{hook.Text("token")}", Message),
        ];
    }

    private static IEnumerable<DiscordError?> EveryRule(JsonElement body)
    {
        yield return PayloadRules.Message(body);
        yield return PayloadRules.FollowUp(body);
        yield return PayloadRules.MessageEdit(body, 0);
        yield return PayloadRules.MessageEdit(body, PayloadRules.ComponentsV2);
        yield return PayloadRules.ForumPost(body, 0);
        yield return PayloadRules.Command(body, global: true);
        yield return PayloadRules.Commands(body, global: false);
        yield return PayloadRules.ChannelCreate(body);
        yield return PayloadRules.ChannelEdit(body, thread: false);
        yield return PayloadRules.ChannelEdit(body, thread: true);
        yield return PayloadRules.ThreadCreate(body);
        yield return PayloadRules.Overwrite(body);
        yield return PayloadRules.Role(body);
        yield return PayloadRules.Member(body);
        yield return PayloadRules.ScheduledEvent(body, DateTimeOffset.UnixEpoch);
        yield return PayloadRules.Webhook(body);
        yield return PayloadRules.ApplicationEmoji(body);
        foreach (var (type, interaction) in ((int, int)[])[(4, 2), (5, 2), (7, 3), (8, 4), (9, 2)])
        {
            using var callback = JsonDocument.Parse($$"""{"type":{{type}},"data":{{body.GetRawText()}}}""");
            yield return PayloadRules.Callback(callback.RootElement, interaction, fromComponent: true);
        }
    }
}
