using System.Text.Json;
using Nexus.Sandbox.Emulator;
using Nexus.Sandbox.Page.Modals;

namespace Nexus.Sandbox.Page;

/// <summary>What a person filled in, as the control API's JSON.</summary>
internal static class Answers
{
    public static JsonElement ToJson(IReadOnlyDictionary<string, object> answers) => Json.Parse(Json.Write(json =>
    {
        json.WriteStartObject();
        foreach (var (name, value) in answers)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case ChosenFile file:
                json.WriteStartObject();
                json.WriteString("filename", file.Name);
                json.WriteString("content_type", file.ContentType);
                json.WriteBase64String("content_base64", file.Content);
                json.WriteEndObject();
                break;
            case IEnumerable<object> several:
                json.WriteStartArray();
                foreach (var one in several)
                {
                    Write(json, one);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
