using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Embeds as Discord stores them: typed, with the addresses of the files they show.</summary>
internal static class EmbedJson
{
    /// <summary><paramref name="shown"/> are the files that an embed shows: they are no longer listed as attachments.</summary>
    public static JsonElement Complete(JsonElement body, IReadOnlyList<StoredAttachment> attachments, out HashSet<ulong> shown)
    {
        var used = shown = [];
        if (!body.TryGetProperty("embeds", out var embeds) || embeds.ValueKind != JsonValueKind.Array || embeds.GetArrayLength() == 0)
        {
            return StoredMessage.None;
        }

        return Json.Parse(Json.Write(embeds, (list, json) =>
        {
            json.WriteStartArray();
            foreach (var embed in list.EnumerateArray())
            {
                json.WriteStartObject();
                json.WriteString("type", "rich");
                foreach (var field in embed.EnumerateObject())
                {
                    if (field.Name is "type" || field.Value.ValueKind == JsonValueKind.Null)
                    {
                        continue;
                    }

                    if (field.Name is "image" or "thumbnail" or "author" or "footer")
                    {
                        json.WritePropertyName(field.Name);
                        Part(json, field.Value, attachments, used);
                    }
                    else if (field.Name == "timestamp" && DateTimeOffset.TryParse(field.Value.GetString(), out var time))
                    {
                        json.WriteTime("timestamp", time);
                    }
                    else
                    {
                        json.WriteRaw(field.Name, field.Value);
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }));
    }

    private static void Part(Utf8JsonWriter json, JsonElement part, IReadOnlyList<StoredAttachment> attachments, HashSet<ulong> shown)
    {
        json.WriteStartObject();
        foreach (var field in part.EnumerateObject())
        {
            if (field.Name is "url" or "icon_url" && field.Value.ValueKind == JsonValueKind.String
                && field.Value.GetString() is { } url && url.StartsWith(ComponentJson.AttachmentScheme, StringComparison.Ordinal))
            {
                if (ComponentJson.Find(url, attachments) is { } file)
                {
                    shown.Add(file.Id);
                    json.WriteString(field.Name, file.Url);
                }
            }
            else if (field.Value.ValueKind != JsonValueKind.Null)
            {
                json.WriteRaw(field.Name, field.Value);
            }
        }

        json.WriteEndObject();
    }
}
