using System.Globalization;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>Checks what a person typed for each option, as Discord's client does, and writes <c>data.options</c>.</summary>
internal sealed class CommandOptions(Entities entities)
{
    private const double WholeMax = 9007199254740992;

    /// <summary>Writes the checked values of a command that is run.</summary>
    public List<(JsonElement Option, Action<Utf8JsonWriter> Value)> Check(CommandLookup command, JsonElement given)
    {
        RefuseUnknown(command, given);
        var values = new List<(JsonElement, Action<Utf8JsonWriter>)>();
        foreach (var option in command.Options)
        {
            var name = option.Text("name")!;
            if (!TryGet(given, name, out var value))
            {
                if (option.Bool("required") == true)
                {
                    throw new PersonRefusal($"{name}: this option is required.");
                }

                continue;
            }

            values.Add((option, Value(option, name, value)));
        }

        return values;
    }

    /// <summary>What has been typed so far: nothing is required, and the focused option is text whatever its type.</summary>
    public List<(JsonElement Option, Action<Utf8JsonWriter> Value)> CheckTyping(CommandLookup command, JsonElement given, string focused)
    {
        RefuseUnknown(command, given);
        var values = new List<(JsonElement, Action<Utf8JsonWriter>)>();
        foreach (var option in command.Options)
        {
            var name = option.Text("name")!;
            if (name == focused)
            {
                if (option.Bool("autocomplete") != true)
                {
                    throw new PersonRefusal($"{name}: this option has no autocomplete.");
                }

                var typed = TryGet(given, name, out var partial) ? AsText(partial) : "";
                values.Add((option, json => json.WriteStringValue(typed)));
            }
            else if (TryGet(given, name, out var value))
            {
                values.Add((option, Value(option, name, value)));
            }
        }

        return values.Any(item => item.Item1.Text("name") == focused)
            ? values
            : throw new PersonRefusal($"There is no option {focused}; there are {Names(command)}.");
    }

    private static void RefuseUnknown(CommandLookup command, JsonElement given)
    {
        if (given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new PersonRefusal("options is an object: {\"query\": \"drf\"}.");
        }

        foreach (var property in given.EnumerateObject())
        {
            if (!command.Options.Any(option => option.Text("name") == property.Name))
            {
                throw new PersonRefusal($"There is no option {property.Name}; there are {Names(command)}.");
            }
        }
    }

    private static bool TryGet(JsonElement given, string name, out JsonElement value)
    {
        value = default;
        return given.ValueKind == JsonValueKind.Object && given.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }

    private Action<Utf8JsonWriter> Value(JsonElement option, string name, JsonElement value)
    {
        switch (option.Int("type"))
        {
            case 3:
                var text = Choice(option, name, value) is { } choice ? choice.GetString()! : Text(option, name, value);
                return json => json.WriteStringValue(text);
            case 4:
                var whole = (Choice(option, name, value) ?? value).TryNumber(out var number) && Math.Floor(number) == number && Math.Abs(number) <= WholeMax
                    ? (long)number
                    : throw new PersonRefusal($"{name}: this is no whole number.");
                Range(option, name, whole);
                return json => json.WriteNumberValue(whole);
            case 10:
                var real = (Choice(option, name, value) ?? value).TryNumber(out var parsed) ? parsed : throw new PersonRefusal($"{name}: this is no number.");
                Range(option, name, real);
                return json => json.WriteNumberValue(real);
            case 5:
                var truth = value.ValueKind switch
                {
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    JsonValueKind.String when bool.TryParse(value.GetString(), out var spoken) => spoken,
                    _ => throw new PersonRefusal($"{name}: choose true or false."),
                };
                return json => json.WriteBooleanValue(truth);
            case 11:
                return Id(entities.Attachment(name, value));
            case 6:
                return Id(entities.User(name, AsText(value)));
            case 7:
                return Id(entities.Channel(name, AsText(value), option.Items("channel_types")));
            case 8:
                return Id(entities.Role(name, AsText(value)));
            case 9:
                return Id(entities.Mentionable(name, AsText(value)));
            default:
                throw new PersonRefusal($"{name}: options of type {option.Int("type")} cannot be filled in.");
        }
    }

    private static Action<Utf8JsonWriter> Id(ulong id) => json => json.WriteIdValue(id);

    private static string Text(JsonElement option, string name, JsonElement value)
    {
        var text = AsText(value);
        var min = option.Int("min_length") ?? (option.Bool("required") == true ? 1 : 0);
        var max = option.Int("max_length") ?? 6000;
        return text.Length >= min && text.Length <= max ? text : throw new PersonRefusal($"{name}: between {min} and {max} characters, this has {text.Length}.");
    }

    /// <summary>With choices only those are taken, by name or value.</summary>
    private static JsonElement? Choice(JsonElement option, string name, JsonElement value)
    {
        var choices = option.Items("choices").ToList();
        if (choices.Count == 0)
        {
            return null;
        }

        var typed = AsText(value);
        var chosen = choices.FirstOrDefault(choice => choice.Text("name") == typed || AsText(choice.GetProperty("value")) == typed);
        return chosen.ValueKind == JsonValueKind.Object
            ? chosen.GetProperty("value")
            : throw new PersonRefusal($"{name}: choose one of {string.Join(", ", choices.Select(choice => choice.Text("name")))}.");
    }

    private static void Range(JsonElement option, string name, double value)
    {
        if ((option.TryGetProperty("min_value", out var min) && value < min.GetDouble()) || (option.TryGetProperty("max_value", out var max) && value > max.GetDouble()))
        {
            throw new PersonRefusal($"{name}: {value.ToString(CultureInfo.InvariantCulture)} is out of range.");
        }
    }

    private static string AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Names(CommandLookup command) =>
        command.Options.Count == 0 ? "none" : string.Join(", ", command.Options.Select(option => option.Text("name")));
}
