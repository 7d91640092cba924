using System.Text;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>All text a person would read of a message or form, top to bottom, one line each.</summary>
internal static class MessageText
{
    private static readonly string[] Order = ["title", "label", "description", "content", "placeholder", "name", "value", "text"];

    public static string Of(StoredMessage message)
    {
        var lines = new StringBuilder();
        Add(lines, message.Content);
        foreach (var embed in message.Embeds.EnumerateArray())
        {
            AddEmbed(lines, embed);
        }

        AddComponents(lines, message.Components);
        foreach (var file in message.Attachments.EnumerateArray())
        {
            Add(lines, file.Text("filename"));
        }

        if (message.Poll is { } poll)
        {
            Add(lines, poll.Question.Text("text"));
            foreach (var answer in poll.Answers)
            {
                Add(lines, answer.Text("text"));
            }
        }

        return lines.ToString();
    }

    public static string Of(ModalView modal)
    {
        var lines = new StringBuilder(modal.Title);
        AddComponents(lines, modal.Components);
        return lines.ToString();
    }

    private static void AddEmbed(StringBuilder lines, JsonElement embed)
    {
        if (embed.TryGetProperty("author", out var author))
        {
            Add(lines, author.Text("name"));
        }

        Add(lines, embed.Text("title"));
        Add(lines, embed.Text("description"));
        foreach (var field in embed.Items("fields"))
        {
            Add(lines, field.Text("name"));
            Add(lines, field.Text("value"));
        }

        if (embed.TryGetProperty("footer", out var footer))
        {
            Add(lines, footer.Text("text"));
        }
    }

    private static void AddComponents(StringBuilder lines, JsonElement components)
    {
        if (components.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var component in components.EnumerateArray())
        {
            AddComponent(lines, component);
        }
    }

    private static void AddComponent(StringBuilder lines, JsonElement component)
    {
        if (component.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var name in Order)
        {
            Add(lines, component.Text(name));
        }

        foreach (var option in component.Items("options"))
        {
            Add(lines, option.Text("label"));
            Add(lines, option.Text("description"));
        }

        foreach (var item in component.Items("items"))
        {
            Add(lines, item.Text("description"));
        }

        if (component.TryGetProperty("components", out var children))
        {
            AddComponents(lines, children);
        }

        if (component.TryGetProperty("component", out var child))
        {
            AddComponent(lines, child);
        }

        if (component.TryGetProperty("accessory", out var accessory))
        {
            AddComponent(lines, accessory);
        }
    }

    private static void Add(StringBuilder lines, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (lines.Length > 0)
        {
            lines.Append('\n');
        }

        lines.Append(text);
    }
}
