using System.Text.Json.Nodes;
using Nexus.Sandbox.Page.Modals;

namespace Nexus.Sandbox.Page;

/// <summary>What a person filled in, as the control API's JSON.</summary>
internal static class Answers
{
    public static JsonObject ToJson(IReadOnlyDictionary<string, object> answers)
    {
        var json = new JsonObject();
        foreach (var (name, value) in answers)
        {
            json[name] = Node(value);
        }

        return json;
    }

    private static JsonNode? Node(object value) => value switch
    {
        bool flag => JsonValue.Create(flag),
        long whole => JsonValue.Create(whole),
        double number => JsonValue.Create(number),
        ChosenFile file => File(file),
        IReadOnlyList<string> values => new JsonArray([.. values.Select(text => (JsonNode)JsonValue.Create(text)!)]),
        IReadOnlyList<ChosenFile> files => new JsonArray([.. files.Select(file => (JsonNode)File(file))]),
        _ => JsonValue.Create(value.ToString()),
    };

    private static JsonObject File(ChosenFile file) => new()
    {
        ["filename"] = file.Name,
        ["content_type"] = file.ContentType,
        ["content_base64"] = Convert.ToBase64String(file.Content),
    };
}
