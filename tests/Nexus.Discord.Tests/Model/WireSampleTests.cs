using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Nexus.Discord.Tests.Model;

/// <summary>Each sample is read and written back, as it is and with the changes that Discord may make.</summary>
public sealed class WireSampleTests
{
    public static TheoryData<string> Names => [.. WireSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_in_the_sample_is_kept(string name)
    {
        var (type, json) = WireSamples.All[name];

        AssertContains(JsonNode.Parse(json)!, Written(json, type), "$");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_written_reads_as_the_same(string name)
    {
        var (type, json) = WireSamples.All[name];
        var once = Written(json, type);

        Assert.Equal(once.ToJsonString(), Written(once.ToJsonString(), type).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Fields_that_Discord_adds_change_nothing(string name)
    {
        var (type, json) = WireSamples.All[name];
        var extended = JsonNode.Parse(json)!;
        foreach (var record in Nodes(extended).OfType<JsonObject>().Where(IsRecord).ToArray())
        {
            record.Insert(0, "brand_new", JsonNode.Parse("""{"type":[1,null,{"id":{}}],"id":"x"}"""));
        }

        Assert.Equal(Written(json, type).ToJsonString(), Written(extended.ToJsonString(), type).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_number_is_too_new_to_be_read(string name)
    {
        var (type, json) = WireSamples.All[name];
        var places = Nodes(JsonNode.Parse(json)!).Count(IsWholeNumber);
        for (var place = 0; place < places; place++)
        {
            var changed = JsonNode.Parse(json)!;
            Nodes(changed).Where(IsWholeNumber).ElementAt(place).ReplaceWith(2_000_000_123);

            Assert.NotNull(JsonSerializer.Deserialize(changed.ToJsonString(), type));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_and_permissions_may_come_as_numbers(string name)
    {
        var (type, json) = WireSamples.All[name];
        var numbers = JsonNode.Parse(json)!;
        foreach (var id in Nodes(numbers).Where(IsId).ToArray())
        {
            id.ReplaceWith(ulong.Parse(id.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(Written(json, type).ToJsonString(), Written(numbers.ToJsonString(), type).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cut_off_sample_is_a_JSON_error_and_nothing_else(string name)
    {
        var (type, json) = WireSamples.All[name];
        var utf8 = System.Text.Encoding.UTF8.GetBytes(json.TrimEnd());
        for (var length = 0; length < utf8.Length; length += 1 + (utf8.Length / 200))
        {
            Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize(utf8.AsSpan(0, length), type));
        }
    }

    private static JsonNode Written(string json, JsonTypeInfo type) =>
        JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(json, type), type)!;

    private static void AssertContains(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    Assert.True(actual is JsonObject, $"{path} is not an object.");
                    Assert.True(actual!.AsObject().ContainsKey(name), $"{path}.{name} is not kept.");
                    AssertContains(value, actual[name], $"{path}.{name}");
                }

                break;
            case JsonArray items:
                Assert.Equal(items.Count, actual!.AsArray().Count);
                for (var index = 0; index < items.Count; index++)
                {
                    AssertContains(items[index], actual[index], $"{path}[{index}]");
                }

                break;
            default:
                Assert.True(JsonNode.DeepEquals(expected, actual) || SameInstant(expected, actual), $"{path} was {expected}, is {actual}.");
                break;
        }
    }

    private static bool SameInstant(JsonNode? one, JsonNode? other) =>
        DateTimeOffset.TryParse(one?.ToString(), out var first) && DateTimeOffset.TryParse(other?.ToString(), out var second) && first == second;

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        _ => [node],
    };

    // Maps by id or by language have no fields to add to.
    private static bool IsRecord(JsonObject node) =>
        !node.Any(field => char.IsAsciiDigit(field.Key[0])) && !node.GetPath().EndsWith("localizations", StringComparison.Ordinal);

    private static bool IsWholeNumber(JsonNode node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out _);

    private static bool IsId(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.String
        && node.GetPath() is var path
        && !path.Contains("values", StringComparison.Ordinal)
        && !path.EndsWith(".value", StringComparison.Ordinal)
        && node.GetValue<string>() is { Length: > 0 } text
        && text.All(char.IsAsciiDigit);
}
