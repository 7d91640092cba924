using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>Checks a filled form as Discord's client does and writes <c>data.components</c> of its submission.</summary>
internal sealed class ModalForm(JsonElement components, JsonElement values, Entities entities)
{
    private const int ActionRow = 1, TextInput = 4, TextDisplay = 10, Label = 18, FileUpload = 19, RadioGroup = 21, CheckboxGroup = 22, Checkbox = 23;

    private readonly HashSet<string> known = [];

    /// <summary>Checks everything first, so that a refused form sends nothing.</summary>
    public Action<Utf8JsonWriter> Check()
    {
        var fields = components.EnumerateArray().Select(Top).ToList();
        foreach (var value in values.ValueKind == JsonValueKind.Object ? values.EnumerateObject() : default)
        {
            if (!known.Contains(value.Name))
            {
                throw new PersonRefusal($"The form has no field {value.Name}; it has {string.Join(", ", known)}.");
            }
        }

        return json =>
        {
            json.WriteStartArray("components");
            foreach (var field in fields)
            {
                field(json);
            }

            json.WriteEndArray();
        };
    }

    private Action<Utf8JsonWriter> Top(JsonElement component)
    {
        var (type, id) = (component.Int("type"), component.Int("id") ?? 0);
        switch (type)
        {
            case Label:
                var child = Field(component.GetProperty("component"), component.Text("label"));
                return json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("type", Label);
                    json.WriteNumber("id", id);
                    json.WritePropertyName("component");
                    child(json);
                    json.WriteEndObject();
                };
            case ActionRow:
                var row = component.Items("components").Select(input => Field(input, input.Text("label"))).ToList();
                return json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("type", ActionRow);
                    json.WriteNumber("id", id);
                    json.WriteStartArray("components");
                    row.ForEach(field => field(json));
                    json.WriteEndArray();
                    json.WriteEndObject();
                };
            default:
                return json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("type", type ?? TextDisplay);
                    json.WriteNumber("id", id);
                    json.WriteEndObject();
                };
        }
    }

    private Action<Utf8JsonWriter> Field(JsonElement field, string? label)
    {
        var customId = field.Text("custom_id") ?? "";
        known.Add(customId);
        JsonElement? given = values.ValueKind == JsonValueKind.Object && values.TryGetProperty(customId, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        var what = label ?? customId;
        var required = field.Bool("required") ?? true;
        var write = field.Int("type") switch
        {
            TextInput => Text(field, what, given, required),
            RadioGroup => Radio(field, what, given, required),
            Checkbox => Tick(field, what, given),
            FileUpload => Files(field, what, given, required),
            _ => Many(field, what, given, required),
        };
        return json =>
        {
            json.WriteStartObject();
            json.WriteNumber("type", field.Int("type") ?? 0);
            json.WriteNumber("id", field.Int("id") ?? 0);
            json.WriteString("custom_id", customId);
            write(json);
            json.WriteEndObject();
        };
    }

    private static Action<Utf8JsonWriter> Text(JsonElement field, string what, JsonElement? given, bool required)
    {
        var text = given is { } value ? One(value, what) : field.Text("value") ?? "";
        var min = field.Int("min_length") ?? 0;
        var max = field.Int("max_length") ?? 4000;
        if (required && text.Length == 0)
        {
            throw new PersonRefusal($"{what}: this field is required.");
        }

        if (text.Length > max || (text.Length > 0 && text.Length < min))
        {
            throw new PersonRefusal($"{what}: between {min} and {max} characters, this has {text.Length}.");
        }

        return json => json.WriteString("value", text);
    }

    private static Action<Utf8JsonWriter> Radio(JsonElement field, string what, JsonElement? given, bool required)
    {
        var chosen = given is { } value
            ? SelectValues.Option(field, what, One(value, what))
            : field.Items("options").FirstOrDefault(option => option.Bool("default") == true).Text("value");
        if (required && chosen is null)
        {
            throw new PersonRefusal($"{what}: choose one.");
        }

        return json => json.WriteString("value", chosen);
    }

    private static Action<Utf8JsonWriter> Tick(JsonElement field, string what, JsonElement? given)
    {
        var ticked = given is null
            ? field.Bool("default") ?? false
            : bool.TryParse(One(given.Value, what), out var spoken) ? spoken : throw new PersonRefusal($"{what}: true or false.");
        return json => json.WriteBoolean("value", ticked);
    }

    private Action<Utf8JsonWriter> Files(JsonElement field, string what, JsonElement? given, bool required)
    {
        var files = given is not { } value ? [] : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        var (min, max) = Bounds(field, required);
        if (files.Count < min || files.Count > max)
        {
            throw new PersonRefusal($"{what}: attach {min} to {max} files; {files.Count} were attached.");
        }

        return Values([.. files.Select(file => Snowflakes.Text(entities.Attachment(what, file)))]);
    }

    private Action<Utf8JsonWriter> Many(JsonElement field, string what, JsonElement? given, bool required)
    {
        var picked = given is not { } value
            ? SelectValues.Defaults(field)
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => One(item, what))] : [One(value, what)];
        var (min, max) = Bounds(field, required);
        if (field.Int("type") == CheckboxGroup && field.Int("max_values") is null)
        {
            max = field.Items("options").Count();
        }

        return picked.Count == 0 && !required ? Values([]) : Values(SelectValues.Check(field, picked, entities, min, max));
    }

    private static (int Min, int Max) Bounds(JsonElement field, bool required)
    {
        var min = field.Int("min_values") ?? (required ? 1 : 0);
        return (required ? Math.Max(1, min) : 0, Math.Max(field.Int("max_values") ?? 1, min));
    }

    private static Action<Utf8JsonWriter> Values(List<string> values) => json =>
    {
        json.WriteStartArray("values");
        values.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    };

    private static string One(JsonElement value, string what) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.GetArrayLength() == 1 => One(value[0], what),
        JsonValueKind.Array => throw new PersonRefusal($"{what}: this field takes one value."),
        _ => value.GetRawText(),
    };
}
