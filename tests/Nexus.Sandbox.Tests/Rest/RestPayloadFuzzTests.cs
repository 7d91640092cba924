using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

public sealed class RestPayloadFuzzTests
{
    private static readonly string[] Names =
    [
        "content", "embeds", "components", "type", "data", "custom_id", "label", "options", "choices", "name", "value", "description",
        "flags", "accessory", "component", "items", "media", "url", "emoji", "id", "poll", "question", "answers", "text", "poll_media",
        "allowed_mentions", "parse", "users", "attachments", "message", "available_tags", "permission_overwrites", "min_values", "style",
        "name_localizations", "recurrence_rule", "entity_type", "fields", "footer", "default_values", "title", "files",
    ];

    private static readonly string[] Scalars =
        ["null", "true", "0", "1", "2", "4", "9", "10", "17", "18", "32768", "-1", "1e400", "1.5", "99999999999999999999", "\"\"", "\"x\"", "\"\\ud800\"", "\"users\"", "\"https://e.com\"", "{}", "[]"];

    private static readonly Gen<string> AnyJson = Gen.Recursive<string>((depth, inner) => depth > 5
        ? Gen.OneOf(Scalars)
        : Gen.Frequency<string>(
            (2, (IGen<string>)Gen.OneOf(Scalars)),
            (2, inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]")),
            (4, Gen.Select(Gen.OneOf(Names), inner).Array[0, 6].Select(fields => $"{{{string.Join(',', fields.Select(f => $"\"{f.Item1}\":{f.Item2}"))}}}"))));

    [Fact]
    public void No_json_makes_the_rules_throw() => AnyJson.Sample(
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
        for (var interaction = 2; interaction <= 5; interaction++)
        {
            foreach (var type in (int[])[4, 5, 6, 7, 8, 9])
            {
                using var callback = JsonDocument.Parse($$"""{"type":{{type}},"data":{{body.GetRawText()}}}""");
                yield return PayloadRules.Callback(callback.RootElement, interaction, fromComponent: true);
            }
        }
    }
}
