using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

/// <summary>What a person gave for an option: text, a whole number, a number, or yes/no. Ids come as text.</summary>
[JsonConverter(typeof(OptionValueJsonConverter))]
public readonly record struct OptionValue
{
    private readonly object _value;

    private OptionValue(object value) => _value = value;

    public static implicit operator OptionValue(string value) => new(value);
    public static implicit operator OptionValue(long value) => new(value);
    public static implicit operator OptionValue(double value) => new(value);
    public static implicit operator OptionValue(bool value) => new(value);

    /// <summary>The value as text; numbers in the invariant culture.</summary>
    public string Text => _value switch
    {
        string text => text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        null => "",
        _ => _value.ToString() ?? "",
    };

    /// <summary>Null unless it is a whole number, or text of one.</summary>
    public long? Integer => _value switch
    {
        long number => number,
        double number when number == Math.Floor(number) && Math.Abs(number) < 1L << 53 => (long)number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Null unless it is a number.</summary>
    public double? Number => _value switch { double number => number, long number => number, _ => null };

    /// <summary>Null unless it is yes or no.</summary>
    public bool? Boolean => _value as bool?;

    /// <summary>Null unless it is an id.</summary>
    public Snowflake? Id => _value is string text && Snowflake.TryParse(text, out var id) ? id : null;

    internal void Write(Utf8JsonWriter writer)
    {
        switch (_value)
        {
            case string text: writer.WriteStringValue(text); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case bool yes: writer.WriteBooleanValue(yes); break;
            default: writer.WriteNullValue(); break;
        }
    }
}

/// <summary>Text, number or boolean, as JSON has it.</summary>
public sealed class OptionValueJsonConverter : JsonConverter<OptionValue>
{
    public override OptionValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => Skip(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, OptionValue value, JsonSerializerOptions options) => value.Write(writer);

    private static OptionValue Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return default;
    }
}

/// <summary>For fields that are text or a number on the wire; written as text.</summary>
public sealed class TextOrNumberJsonConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonTokenType.Number when reader.TryGetUInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        JsonTokenType.Number => reader.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => throw new JsonException("Expected text or a number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
