using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nexus.Sandbox.Emulator;

/// <summary>Writes and reads the emulator's wire form; bytes are UTF-8 JSON throughout.</summary>
internal static class Json
{
    // Discord does not escape text beyond what JSON asks for; the page encodes for HTML itself.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static byte[] Write(IJsonWritable value) => Write(value, static (value, json) => value.WriteTo(json));

    public static byte[] Write(Action<Utf8JsonWriter> write) => Write(write, static (write, json) => write(json));

    public static byte[] Write<T>(T state, Action<T, Utf8JsonWriter> write)
    {
        // Taken off its slot while in use: what writes may itself write something else first.
        var (target, json) = (buffer ?? new ArrayBufferWriter<byte>(4096), writer);
        (buffer, writer) = (null, null);
        json ??= new Utf8JsonWriter(target, Options);
        json.Reset(target);
        write(state, json);
        json.Flush();
        var bytes = target.WrittenSpan.ToArray();
        target.ResetWrittenCount();
        (buffer, writer) = (target, json);
        return bytes;
    }

    public static byte[] WriteArray<T>(IEnumerable<T> items) where T : IJsonWritable =>
        Write(items, static (items, json) => json.WriteItems(items));

    public static JsonObject ToObject(byte[] utf8) => JsonNode.Parse(utf8)!.AsObject();

    public static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.Clone();
    }

    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static void WriteId(this Utf8JsonWriter json, string name, ulong id)
    {
        Span<char> text = stackalloc char[20];
        id.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    public static void WriteId(this Utf8JsonWriter json, string name, ulong? id)
    {
        if (id is { } value)
        {
            json.WriteId(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteIdValue(this Utf8JsonWriter json, ulong id)
    {
        Span<char> text = stackalloc char[20];
        id.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        json.WriteStringValue(text[..length]);
    }

    public static void WriteIds(this Utf8JsonWriter json, string name, IEnumerable<ulong> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteIdValue(id);
        }

        json.WriteEndArray();
    }

    public static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, Time(value));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>As Discord writes instants: microseconds and an offset.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static void WriteValue(this Utf8JsonWriter json, string name, IJsonWritable value)
    {
        json.WritePropertyName(name);
        value.WriteTo(json);
    }

    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items) where T : IJsonWritable
    {
        json.WritePropertyName(name);
        json.WriteItems(items);
    }

    public static void WriteItems<T>(this Utf8JsonWriter json, IEnumerable<T> items) where T : IJsonWritable
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            item.WriteTo(json);
        }

        json.WriteEndArray();
    }

    /// <summary>Copies JSON that was already checked, without reading it again.</summary>
    public static void WriteRaw(this Utf8JsonWriter json, string name, ReadOnlySpan<byte> utf8)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(utf8, skipInputValidation: true);
    }

    public static void WriteRaw(this Utf8JsonWriter json, string name, JsonElement value) =>
        json.WriteRaw(name, JsonMarshal.GetRawUtf8Value(value));

    /// <summary>The property's text, or null when it is absent or no string.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static ulong? Id(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && Snowflakes.TryRead(value, out var id) ? id : null;

    public static int? Int(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;

    public static bool? Bool(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
            : null;

    /// <summary>The property's items; none when it is absent or no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
