using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Reads the fields of one request body and collects what is wrong with them, each under its path.</summary>
/// <remarks>Lengths are UTF-16 units: Discord does not say what it counts, and this is never smaller than code points.</remarks>
internal sealed class PayloadForm(string? root = null)
{
    private static readonly string[] Indexes = [.. Enumerable.Range(0, 128).Select(i => i.ToString(CultureInfo.InvariantCulture))];

    private readonly List<string> path = root is null ? new(8) : [root];
    private List<FieldError>? errors;

    public bool IsValid => errors is null;

    public DiscordError? Error => errors is null ? null : new DiscordError(400, 50035, "Invalid Form Body", errors);

    public Level In(string field)
    {
        path.Add(field);
        return new Level(this);
    }

    public Level In(int index)
    {
        path.Add(index < Indexes.Length ? Indexes[index] : index.ToString(CultureInfo.InvariantCulture));
        return new Level(this);
    }

    public void Fail(string code, string message) =>
        (errors ??= []).Add(new FieldError(string.Join('.', path), code, message));

    public void Fail(string field, string code, string message)
    {
        using (In(field))
        {
            Fail(code, message);
        }
    }

    public void Missing(string field) => Fail(field, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>The root or an array item must be an object; anything else is a fault of its own.</summary>
    public bool IsObject(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Fail("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return false;
    }

    /// <summary>True when the field is there and not null; null counts as absent.</summary>
    public static bool Has(JsonElement body, ReadOnlySpan<byte> field, out JsonElement value) =>
        body.TryGetProperty(field, out value) && value.ValueKind != JsonValueKind.Null;

    public string? Text(JsonElement body, string field, int min = 0, int max = int.MaxValue, bool required = false)
    {
        if (!body.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Missing(field);
            }

            return null;
        }

        if (value.ValueKind != JsonValueKind.String || ReadText(value) is not { } text)
        {
            Fail(field, "STRING_TYPE_CONVERT", $"Could not interpret \"{Shown(value)}\" as string.");
            return null;
        }

        if (required && text.Length == 0 && min > 0)
        {
            Missing(field);
        }
        else
        {
            Length(field, text.Length, min, max);
        }

        return text;
    }

    public void Length(string field, int length, int min, int max)
    {
        if (length >= min && length <= max)
        {
            return;
        }

        if (min > 0 && max < int.MaxValue)
        {
            Fail(field, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        }
        else if (length > max)
        {
            Fail(field, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        }
        else
        {
            Fail(field, "BASE_TYPE_MIN_LENGTH", $"Must be {min} or more in length.");
        }
    }

    public long? Whole(JsonElement body, string field, long min = long.MinValue, long max = long.MaxValue, bool required = false)
    {
        if (!body.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Missing(field);
            }

            return null;
        }

        if (!TryWhole(value, out var number))
        {
            Fail(field, "NUMBER_TYPE_COERCE", $"Value \"{Shown(value)}\" is not int.");
            return null;
        }

        if (number > max)
        {
            Fail(field, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        }
        else if (number < min)
        {
            Fail(field, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        }

        return number;
    }

    /// <summary>A number out of a closed list, such as a type or a style.</summary>
    public long? Choice(JsonElement body, string field, ReadOnlySpan<long> allowed, bool required = false)
    {
        var errorsBefore = errors?.Count ?? 0;
        var number = Whole(body, field, required: required);
        if (number is { } n && (errors?.Count ?? 0) == errorsBefore && !allowed.Contains(n))
        {
            Fail(field, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed.ToArray())}}}.");
            return null;
        }

        return number;
    }

    public bool? Flag(JsonElement body, string field)
    {
        if (!body.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.ValueKind == JsonValueKind.True;
        }

        Fail(field, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return null;
    }

    public ulong? Id(JsonElement body, string field, bool required = false)
    {
        if (!body.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Missing(field);
            }

            return null;
        }

        if (TryId(value, out var id))
        {
            return id;
        }

        Fail(field, "NUMBER_TYPE_COERCE", $"Value \"{Shown(value)}\" is not snowflake.");
        return null;
    }

    public bool Object(JsonElement body, string field, out JsonElement value, bool required = false)
    {
        if (!body.TryGetProperty(field, out value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Missing(field);
            }

            return false;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Fail(field, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return false;
    }

    public bool List(JsonElement body, string field, int min, int max, out JsonElement value, bool required = false)
    {
        if (!body.TryGetProperty(field, out value) || value.ValueKind == JsonValueKind.Null)
        {
            if (required)
            {
                Missing(field);
            }

            return false;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Fail(field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return false;
        }

        Length(field, value.GetArrayLength(), min, max);
        return true;
    }

    public DateTimeOffset? Instant(JsonElement body, string field, bool required = false)
    {
        if (Text(body, field, required: required) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant;
        }

        Fail(field, "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        return null;
    }

    /// <summary>An http or https address, or, where files can be shown, <c>attachment://name</c>.</summary>
    public string? Url(JsonElement body, string field, int max = 2048, bool required = false, bool attachment = false)
    {
        if (Text(body, field, 0, max, required) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            Fail(field, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        else if (uri.Scheme is not ("http" or "https") && !(attachment ? uri.Scheme == "attachment" : uri.Scheme == "discord"))
        {
            Fail(field, "URL_TYPE_INVALID_SCHEME", $"Scheme \"{uri.Scheme}\" is not supported. Scheme must be one of ('http', 'https', '{(attachment ? "attachment" : "discord")}').");
        }

        return text;
    }

    public static bool TryId(JsonElement value, out ulong id)
    {
        id = 0;
        return value.ValueKind switch
        {
            JsonValueKind.String => ReadText(value) is { } text && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id),
            JsonValueKind.Number => value.TryGetUInt64(out id),
            _ => false,
        };
    }

    public static bool TryWhole(JsonElement value, out long number)
    {
        number = 0;
        return value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt64(out number),
            JsonValueKind.String => ReadText(value) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    // A JSON string may hold half a surrogate pair ("\ud800"), which .NET refuses to decode.
    public static string? ReadText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Shown(JsonElement value)
    {
        var raw = System.Text.Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)).Trim('"');
        return raw.Length > 64 ? raw[..64] : raw;
    }

    private void Leave() => path.RemoveAt(path.Count - 1);

    internal readonly struct Level(PayloadForm form) : IDisposable
    {
        public void Dispose() => form.Leave();
    }
}
