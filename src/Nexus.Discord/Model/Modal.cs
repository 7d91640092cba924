using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

/// <summary>
/// A form. Must be the first response to a command or component, never to another modal.
/// See <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal"/>.
/// </summary>
public sealed record Modal
{
    /// <summary>1–100 characters.</summary>
    public required string CustomId { get; init; }

    /// <summary>At most 45 characters.</summary>
    public required string Title { get; init; }

    /// <summary>1–5 labels or text displays.</summary>
    public required IReadOnlyList<Component> Components { get; init; }
}

/// <summary>A caption over one control of a modal.</summary>
/// <param name="Text">At most 45 characters; sent as <c>label</c>.</param>
/// <param name="Component">A text input, select, file upload, radio group, checkbox group or checkbox.</param>
public sealed record Label(
    [property: JsonPropertyName("label")] string Text,
    Component Component) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.Label;

    /// <summary>At most 100 characters.</summary>
    public string? Description { get; init; }
}

public enum TextInputStyle
{
    Short = 1,
    Paragraph = 2,
}

public sealed record TextInput : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.TextInput;
    public required string CustomId { get; init; }
    public TextInputStyle Style { get; init; } = TextInputStyle.Short;

    /// <summary>0–4000.</summary>
    public int? MinLength { get; init; }

    /// <summary>1–4000.</summary>
    public int? MaxLength { get; init; }

    /// <summary>True when absent.</summary>
    public bool? Required { get; init; }

    /// <summary>What it is pre-filled with, at most 4000 characters.</summary>
    public string? Value { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? Placeholder { get; init; }
}

/// <summary>Lets a person attach files to a modal.</summary>
public sealed record FileUploadInput : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.FileUpload;
    public required string CustomId { get; init; }

    /// <summary>0–10, 1 when absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>1–10, 1 when absent.</summary>
    public int? MaxValues { get; init; }
    public bool? Required { get; init; }

    /// <summary>Extensions, at most 10; only the name is checked.</summary>
    public IReadOnlyList<string>? FileTypes { get; init; }
}

/// <param name="Value">At most 100 characters.</param>
/// <param name="Label">At most 100 characters.</param>
/// <param name="Description">At most 100 characters.</param>
public sealed record GroupOption(string Value, string Label, string? Description = null, bool? Default = null);

/// <summary>One of 2–10.</summary>
public sealed record RadioGroup : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.RadioGroup;
    public required string CustomId { get; init; }
    public required IReadOnlyList<GroupOption> Options { get; init; }
    public bool? Required { get; init; }
}

/// <summary>Some of 1–10.</summary>
public sealed record CheckboxGroup : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.CheckboxGroup;
    public required string CustomId { get; init; }
    public required IReadOnlyList<GroupOption> Options { get; init; }
    public int? MinValues { get; init; }
    public int? MaxValues { get; init; }
    public bool? Required { get; init; }
}

/// <summary>Yes or no.</summary>
public sealed record Checkbox : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.Checkbox;
    public required string CustomId { get; init; }
    public bool? Default { get; init; }
}
