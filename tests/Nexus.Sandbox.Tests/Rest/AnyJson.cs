using System.Text.Json.Nodes;
using CsCheck;

namespace Nexus.Sandbox.Tests.Rest;

/// <summary>JSON that looks a little like Discord's bodies: its field names, with anything in them.</summary>
internal static class AnyJson
{
    private static readonly string[] Names =
    [
        "content", "embeds", "components", "type", "data", "custom_id", "label", "options", "choices", "name", "value", "description",
        "flags", "accessory", "component", "items", "media", "url", "emoji", "id", "poll", "question", "answers", "text", "poll_media",
        "allowed_mentions", "parse", "users", "attachments", "message", "available_tags", "permission_overwrites", "min_values", "style",
        "name_localizations", "recurrence_rule", "entity_type", "fields", "footer", "default_values", "title", "files", "message_reference",
        "message_id", "applied_tags", "archived", "locked", "roles", "nick", "communication_disabled_until", "permissions", "colors",
        "messages", "recipient_id", "parent_id", "position", "nonce", "enforce_nonce", "entity_metadata", "scheduled_start_time",
        "scheduled_end_time", "privacy_level", "status", "channel_id", "default_reaction_emoji", "allow", "deny", "unicode_emoji", "image",
    ];

    private static readonly string[] Scalars =
    [
        "null", "true", "0", "1", "2", "4", "9", "10", "17", "18", "32768", "-1", "1e400", "1.5", "99999999999999999999", "\"\"", "\"x\"",
        "\"\\ud800\"", "\"users\"", "\"https://e.com\"", "\"2031-01-01T00:00:00Z\"", "\"<@1> @everyone ```\"", "{}", "[]", "[null]", "[[]]",
    ];

    public static Gen<string> Gen { get; } = CsCheck.Gen.Recursive<string>((depth, inner) => depth > 5
        ? CsCheck.Gen.OneOf(Scalars)
        : CsCheck.Gen.Frequency<string>(
            (2, (IGen<string>)CsCheck.Gen.OneOf(Scalars)),
            (2, inner.Array[0, 4].Select(items => $"[{string.Join(',', items)}]")),
            (4, Object(inner))));

    /// <summary>The JSON itself, then again and again with the value at one place replaced or left out.</summary>
    public static IEnumerable<string> Swaps(string json)
    {
        yield return json;
        var places = Places(JsonNode.Parse(json)!).Count;
        for (var place = 0; place < places; place++)
        {
            // A JSON writer refuses half a surrogate pair; the tests of request bodies have it.
            foreach (var value in Scalars.Where(scalar => !scalar.Contains("ud800")))
            {
                var root = JsonNode.Parse(json)!;
                Places(root)[place](JsonNode.Parse(value));
                yield return root.ToJsonString();
            }
        }
    }

    private static List<Action<JsonNode?>> Places(JsonNode root)
    {
        var places = new List<Action<JsonNode?>>();
        Collect(root, places);
        return places;
    }

    private static void Collect(JsonNode? node, List<Action<JsonNode?>> places)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, child) in fields.ToList())
                {
                    places.Add(value => fields[name] = value);
                    places.Add(_ => fields.Remove(name));
                    Collect(child, places);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    var index = i;
                    places.Add(value => items[index] = value);
                    Collect(items[index], places);
                }

                break;
        }
    }

    private static Gen<string> Object(Gen<string> inner) => CsCheck.Gen.Select(CsCheck.Gen.OneOf(Names), inner).Array[0, 6]
        .Select(fields => $"{{{string.Join(',', fields.DistinctBy(f => f.Item1).Select(f => $"\"{f.Item1}\":{f.Item2}"))}}}");
}
