using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

/// <summary>See <see href="https://discord.com/developers/docs/components/reference#component-object-component-types"/>.</summary>
public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Section = 9,
    TextDisplay = 10,
    Thumbnail = 11,
    MediaGallery = 12,
    File = 13,
    Separator = 14,
    Container = 17,
    Label = 18,
    FileUpload = 19,
    RadioGroup = 21,
    CheckboxGroup = 22,
    Checkbox = 23,
}

/// <summary>
/// A part of a message or modal. With <see cref="MessageFlags.IsComponentsV2"/>: at most 40 in a message, nested ones counted,
/// and 4000 characters over all text displays. Without it: at most 5 action rows.
/// A type that is not known here is read as <see cref="UnknownComponent"/>.
/// </summary>
[JsonConverter(typeof(ComponentJsonConverter))]
public abstract record Component
{
    public abstract ComponentType Type { get; }

    /// <summary>Unique in the message; given out by Discord when absent.</summary>
    public int? Id { get; init; }
}

/// <summary>Up to 5 buttons or one select.</summary>
public sealed record ActionRow(IReadOnlyList<Component> Components) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.ActionRow;
}

public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
    Premium = 6,
}

/// <summary>A button. A link has <see cref="Url"/> (at most 512 characters), every other style <see cref="CustomId"/> (1–100).</summary>
public sealed record Button : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.Button;
    public ButtonStyle Style { get; init; } = ButtonStyle.Secondary;

    /// <summary>At most 80 characters; up to about 34 are shown on a phone.</summary>
    public string? Label { get; init; }
    public Emoji? Emoji { get; init; }
    public string? CustomId { get; init; }
    public string? Url { get; init; }
    public bool? Disabled { get; init; }
}

/// <param name="Label">At most 100 characters.</param>
/// <param name="Value">At most 100 characters.</param>
/// <param name="Description">At most 100 characters.</param>
public sealed record SelectOption(string Label, string Value, string? Description = null, Emoji? Emoji = null, bool? Default = null);

/// <summary>What all selects share. <see cref="Required"/> is for modals, <see cref="Disabled"/> for messages only.</summary>
public abstract record Select : Component
{
    public required string CustomId { get; init; }

    /// <summary>At most 150 characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>0–25, 1 when absent.</summary>
    public int? MinValues { get; init; }

    /// <summary>1–25, 1 when absent.</summary>
    public int? MaxValues { get; init; }
    public bool? Disabled { get; init; }
    public bool? Required { get; init; }
}

/// <summary>1–25 options.</summary>
public sealed record StringSelect : Select
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.StringSelect;
    public required IReadOnlyList<SelectOption> Options { get; init; }
}

/// <param name="Type"><c>user</c>, <c>role</c> or <c>channel</c>.</param>
public sealed record SelectDefaultValue(Snowflake Id, string Type);

/// <summary>A select that Discord fills with users, roles or channels.</summary>
public abstract record EntitySelect : Select
{
    public IReadOnlyList<SelectDefaultValue>? DefaultValues { get; init; }
}

public sealed record UserSelect : EntitySelect
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.UserSelect;
}

public sealed record RoleSelect : EntitySelect
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.RoleSelect;
}

public sealed record MentionableSelect : EntitySelect
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.MentionableSelect;
}

public sealed record ChannelSelect : EntitySelect
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.ChannelSelect;
    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }
}

/// <summary>1–3 text displays beside a button or thumbnail.</summary>
public sealed record Section(IReadOnlyList<Component> Components, Component Accessory) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.Section;
}

/// <summary>Markdown. Mentions in it ping, so <see cref="AllowedMentions"/> governs it.</summary>
public sealed record TextDisplay(string Content) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.TextDisplay;
}

/// <param name="Url"><c>https://…</c> or <c>attachment://name</c>.</param>
public sealed record UnfurledMedia(string Url);

public sealed record Thumbnail(UnfurledMedia Media) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.Thumbnail;

    /// <summary>Alternative text, at most 1024 characters.</summary>
    public string? Description { get; init; }
    public bool? Spoiler { get; init; }
}

/// <param name="Description">Alternative text, at most 1024 characters.</param>
public sealed record MediaGalleryItem(UnfurledMedia Media, string? Description = null, bool? Spoiler = null);

/// <summary>1–10 pictures.</summary>
public sealed record MediaGallery(IReadOnlyList<MediaGalleryItem> Items) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.MediaGallery;
}

/// <summary>A file of this message, by <c>attachment://name</c>.</summary>
public sealed record FileComponent(UnfurledMedia File) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.File;
    public bool? Spoiler { get; init; }
}

public sealed record Separator : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.Separator;
    public bool? Divider { get; init; }

    /// <summary>1 small, 2 large.</summary>
    public int? Spacing { get; init; }
}

/// <summary>A box of action rows, text displays, sections, galleries, separators and files.</summary>
public sealed record Container(IReadOnlyList<Component> Components) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => ComponentType.Container;

    /// <summary>RGB of the left edge.</summary>
    public int? AccentColor { get; init; }
    public bool? Spoiler { get; init; }
}

/// <summary>A part that this library does not know yet.</summary>
public sealed record UnknownComponent(ComponentType UnknownType) : Component
{
    [JsonPropertyOrder(-1)]
    public override ComponentType Type => UnknownType;
}

/// <summary>Chooses the record by <c>type</c>, wherever in the object it stands.</summary>
public sealed class ComponentJsonConverter : JsonConverter<Component>
{
    public override Component? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = DiscordJson.Default;
        var type = TypeOf(reader);
        return type switch
        {
            ComponentType.ActionRow => JsonSerializer.Deserialize(ref reader, json.ActionRow),
            ComponentType.Button => JsonSerializer.Deserialize(ref reader, json.Button),
            ComponentType.StringSelect => JsonSerializer.Deserialize(ref reader, json.StringSelect),
            ComponentType.TextInput => JsonSerializer.Deserialize(ref reader, json.TextInput),
            ComponentType.UserSelect => JsonSerializer.Deserialize(ref reader, json.UserSelect),
            ComponentType.RoleSelect => JsonSerializer.Deserialize(ref reader, json.RoleSelect),
            ComponentType.MentionableSelect => JsonSerializer.Deserialize(ref reader, json.MentionableSelect),
            ComponentType.ChannelSelect => JsonSerializer.Deserialize(ref reader, json.ChannelSelect),
            ComponentType.Section => JsonSerializer.Deserialize(ref reader, json.Section),
            ComponentType.TextDisplay => JsonSerializer.Deserialize(ref reader, json.TextDisplay),
            ComponentType.Thumbnail => JsonSerializer.Deserialize(ref reader, json.Thumbnail),
            ComponentType.MediaGallery => JsonSerializer.Deserialize(ref reader, json.MediaGallery),
            ComponentType.File => JsonSerializer.Deserialize(ref reader, json.FileComponent),
            ComponentType.Separator => JsonSerializer.Deserialize(ref reader, json.Separator),
            ComponentType.Container => JsonSerializer.Deserialize(ref reader, json.Container),
            ComponentType.Label => JsonSerializer.Deserialize(ref reader, json.Label),
            ComponentType.FileUpload => JsonSerializer.Deserialize(ref reader, json.FileUploadInput),
            ComponentType.RadioGroup => JsonSerializer.Deserialize(ref reader, json.RadioGroup),
            ComponentType.CheckboxGroup => JsonSerializer.Deserialize(ref reader, json.CheckboxGroup),
            ComponentType.Checkbox => JsonSerializer.Deserialize(ref reader, json.Checkbox),
            _ => Unknown(ref reader, type),
        };
    }

    public override void Write(Utf8JsonWriter writer, Component value, JsonSerializerOptions options)
    {
        var json = DiscordJson.Default;
        switch (value)
        {
            case ActionRow it: JsonSerializer.Serialize(writer, it, json.ActionRow); break;
            case Button it: JsonSerializer.Serialize(writer, it, json.Button); break;
            case StringSelect it: JsonSerializer.Serialize(writer, it, json.StringSelect); break;
            case TextInput it: JsonSerializer.Serialize(writer, it, json.TextInput); break;
            case UserSelect it: JsonSerializer.Serialize(writer, it, json.UserSelect); break;
            case RoleSelect it: JsonSerializer.Serialize(writer, it, json.RoleSelect); break;
            case MentionableSelect it: JsonSerializer.Serialize(writer, it, json.MentionableSelect); break;
            case ChannelSelect it: JsonSerializer.Serialize(writer, it, json.ChannelSelect); break;
            case Section it: JsonSerializer.Serialize(writer, it, json.Section); break;
            case TextDisplay it: JsonSerializer.Serialize(writer, it, json.TextDisplay); break;
            case Thumbnail it: JsonSerializer.Serialize(writer, it, json.Thumbnail); break;
            case MediaGallery it: JsonSerializer.Serialize(writer, it, json.MediaGallery); break;
            case FileComponent it: JsonSerializer.Serialize(writer, it, json.FileComponent); break;
            case Separator it: JsonSerializer.Serialize(writer, it, json.Separator); break;
            case Container it: JsonSerializer.Serialize(writer, it, json.Container); break;
            case Label it: JsonSerializer.Serialize(writer, it, json.Label); break;
            case FileUploadInput it: JsonSerializer.Serialize(writer, it, json.FileUploadInput); break;
            case RadioGroup it: JsonSerializer.Serialize(writer, it, json.RadioGroup); break;
            case CheckboxGroup it: JsonSerializer.Serialize(writer, it, json.CheckboxGroup); break;
            case Checkbox it: JsonSerializer.Serialize(writer, it, json.Checkbox); break;
            default: throw new JsonException($"A component of type {(int)value.Type} can be read but not sent.");
        }
    }

    /// <summary>Looks ahead on a copy of the reader.</summary>
    private static ComponentType TypeOf(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A component is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var type) ? (ComponentType)type : 0;
            }

            reader.Skip();
        }

        return 0;
    }

    private static UnknownComponent Unknown(ref Utf8JsonReader reader, ComponentType type)
    {
        reader.Skip();
        return new UnknownComponent(type);
    }
}
