using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>The buttons and selects under a message, wherever they are nested.</summary>
internal static class MessageControls
{
    public const int Button = 2;

    private const int LinkStyle = 5;

    public static IEnumerable<JsonElement> All(JsonElement components)
    {
        if (components.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var component in components.EnumerateArray())
        {
            if (component.Int("type") is Button or 3 or 5 or 6 or 7 or 8)
            {
                yield return component;
            }

            if (component.TryGetProperty("accessory", out var accessory) && accessory.Int("type") == Button)
            {
                yield return accessory;
            }

            if (component.TryGetProperty("components", out var children))
            {
                foreach (var child in All(children))
                {
                    yield return child;
                }
            }
        }
    }

    /// <summary>A button by custom id, else by label, else by its emoji and label together.</summary>
    public static JsonElement? FindButton(StoredMessage message, string customIdOrLabel)
    {
        var buttons = All(message.Components).Where(control => control.Int("type") == Button).ToList();
        return First(button => button.Text("custom_id") == customIdOrLabel)
            ?? First(button => string.Equals(button.Text("label"), customIdOrLabel, StringComparison.OrdinalIgnoreCase))
            ?? First(button => string.Equals(Shown(button), customIdOrLabel, StringComparison.OrdinalIgnoreCase));

        JsonElement? First(Func<JsonElement, bool> matches) =>
            buttons.Where(matches).Select(button => (JsonElement?)button).FirstOrDefault();
    }

    public static JsonElement PressableButton(StoredMessage message, string customIdOrLabel)
    {
        var button = FindButton(message, customIdOrLabel) ?? throw new PersonRefusal(
            $"That message has no button {customIdOrLabel}; it has {Names(message, Button)}.", 404);
        if (button.Int("style") == LinkStyle)
        {
            throw new PersonRefusal($"{customIdOrLabel} is a link to {button.Text("url")}; pressing it opens a page and tells the bot nothing.");
        }

        return NotDisabled(button, customIdOrLabel);
    }

    public static JsonElement UsableSelect(StoredMessage message, string customId)
    {
        var select = All(message.Components).FirstOrDefault(control => control.Int("type") != Button && control.Text("custom_id") == customId);
        return select.ValueKind == JsonValueKind.Object
            ? NotDisabled(select, customId)
            : throw new PersonRefusal($"That message has no select {customId}; it has {Names(message, null)}.", 404);
    }

    private static JsonElement NotDisabled(JsonElement control, string name) =>
        control.Bool("disabled") == true ? throw new PersonRefusal($"{name} is disabled.", 409) : control;

    private static string Shown(JsonElement button) =>
        button.TryGetProperty("emoji", out var emoji) ? $"{emoji.Text("name")} {button.Text("label")}".Trim() : button.Text("label") ?? "";

    private static string Names(StoredMessage message, int? type)
    {
        var names = All(message.Components)
            .Where(control => type is null ? control.Int("type") != Button : control.Int("type") == type)
            .Select(control => type is null ? control.Text("custom_id") : Shown(control))
            .ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }
}
