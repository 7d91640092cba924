using System.Text;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Components as Discord stores them: each with an id, media with real addresses, text displays collected for mentions.</summary>
internal static class ComponentJson
{
    public const string AttachmentScheme = "attachment://";

    /// <summary>The components of a message body.</summary>
    public static JsonElement Complete(JsonElement body, IReadOnlyList<StoredAttachment> attachments)
    {
        if (!body.TryGetProperty("components", out var components) || components.ValueKind != JsonValueKind.Array || components.GetArrayLength() == 0)
        {
            return StoredMessage.None;
        }

        return Number(components, attachments);
    }

    /// <summary>Numbers the components from 1 in order, leaving out ids that the client chose itself.</summary>
    public static JsonElement Number(JsonElement components, IReadOnlyList<StoredAttachment> attachments)
    {
        var copy = new Copy(attachments);
        copy.FindIds(components);
        return Json.Parse(Json.Write(components, (list, json) => copy.List(json, list)));
    }

    /// <summary>All text of text displays, top to bottom.</summary>
    public static void AppendText(StringBuilder text, JsonElement components)
    {
        foreach (var component in components.EnumerateArray())
        {
            if (component.Int("type") == 10)
            {
                text.Append('\n').Append(component.Text("content"));
            }
            else if (component.TryGetProperty("components"u8, out var children) && children.ValueKind == JsonValueKind.Array)
            {
                AppendText(text, children);
            }
        }
    }

    public static StoredAttachment? Find(string url, IReadOnlyList<StoredAttachment> attachments)
    {
        var name = url[AttachmentScheme.Length..].TrimEnd('/');
        return attachments.FirstOrDefault(a => a.Filename == name || a.Filename == "SPOILER_" + name || a.Filename == name.Replace(' ', '_'));
    }

    private sealed class Copy(IReadOnlyList<StoredAttachment> attachments)
    {
        private readonly HashSet<int> chosen = [];
        private int last;

        public void FindIds(JsonElement components)
        {
            foreach (var component in components.EnumerateArray())
            {
                FindIdsIn(component);
            }
        }

        public void List(Utf8JsonWriter json, JsonElement components)
        {
            json.WriteStartArray();
            foreach (var component in components.EnumerateArray())
            {
                Component(json, component);
            }

            json.WriteEndArray();
        }

        private void FindIdsIn(JsonElement component)
        {
            if (component.Int("id") is { } id && id != 0)
            {
                chosen.Add(id);
            }

            if (component.TryGetProperty("components"u8, out var children) && children.ValueKind == JsonValueKind.Array)
            {
                FindIds(children);
            }

            foreach (var name in (ReadOnlySpan<string>)["accessory", "component"])
            {
                if (component.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object)
                {
                    FindIdsIn(child);
                }
            }
        }

        private void Component(Utf8JsonWriter json, JsonElement component)
        {
            json.WriteStartObject();
            json.WriteNumber("type", PayloadForm.TryWhole(component.GetProperty("type"u8), out var type) ? type : 0);
            json.WriteNumber("id", component.Int("id") is { } own && own != 0 ? own : NextId());
            foreach (var field in component.EnumerateObject())
            {
                if (field.Value.ValueKind == JsonValueKind.Null)
                {
                    continue;
                }

                switch (field.Name)
                {
                    case "type" or "id":
                        break;
                    case "components":
                        json.WritePropertyName(field.Name);
                        List(json, field.Value);
                        break;
                    case "accessory" or "component":
                        json.WritePropertyName(field.Name);
                        Component(json, field.Value);
                        break;
                    case "media":
                        json.WritePropertyName(field.Name);
                        Media(json, field.Value);
                        break;
                    case "file":
                        json.WritePropertyName(field.Name);
                        if (Media(json, field.Value) is { } file)
                        {
                            json.WriteString("name", file.Filename);
                            json.WriteNumber("size", file.Size);
                        }

                        break;
                    case "items":
                        json.WriteStartArray(field.Name);
                        foreach (var item in field.Value.EnumerateArray())
                        {
                            Item(json, item);
                        }

                        json.WriteEndArray();
                        break;
                    default:
                        json.WriteRaw(field.Name, field.Value);
                        break;
                }
            }

            json.WriteEndObject();
        }

        private void Item(Utf8JsonWriter json, JsonElement item)
        {
            json.WriteStartObject();
            foreach (var field in item.EnumerateObject())
            {
                if (field.Name == "media")
                {
                    json.WritePropertyName(field.Name);
                    Media(json, field.Value);
                }
                else
                {
                    json.WriteRaw(field.Name, field.Value);
                }
            }

            json.WriteEndObject();
        }

        private StoredAttachment? Media(Utf8JsonWriter json, JsonElement media)
        {
            var url = media.Text("url") ?? "";
            var file = url.StartsWith(AttachmentScheme, StringComparison.Ordinal)
                ? Find(url, attachments) ?? throw DiscordError.Form("components", "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND", $"The referenced attachment \"{url}\" was not found")
                : null;
            json.WriteStartObject();
            json.WriteString("url", file?.Url ?? url);
            json.WriteString("proxy_url", file?.Url ?? url);
            if (file is not null)
            {
                json.WriteString("content_type", file.ContentType);
                json.WriteId("attachment_id", file.Id);
            }

            json.WriteEndObject();
            return file;
        }

        private int NextId()
        {
            do
            {
                last++;
            }
            while (chosen.Contains(last));
            return last;
        }
    }
}
