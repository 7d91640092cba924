using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>A form's fields as they are kept in a draft.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DraftFields : JsonSerializerContext
{
    public static string Write(IReadOnlyDictionary<string, string> fields) =>
        JsonSerializer.Serialize(new Dictionary<string, string>(fields), Default.DictionaryStringString);

    public static IReadOnlyDictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize(json, Default.DictionaryStringString) ?? [];
}
