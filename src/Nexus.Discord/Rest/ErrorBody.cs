using System.Globalization;
using System.Text.Json;

namespace Nexus.Discord.Rest;

/// <summary>
/// What Discord says when it refuses: code, message, and the tree of field errors, flattened. Anything else that comes
/// (a proxy's HTML page, nothing at all) is read as an empty one.
/// See <see href="https://discord.com/developers/docs/reference#error-messages"/>.
/// </summary>
internal sealed record ErrorBody
{
    private const int DeepestTree = 32;
    private const int MostErrors = 100;

    /// <summary>False when it was not Discord's JSON, so that the answer came from something in between.</summary>
    public bool IsDiscords { get; private init; }

    public int Code { get; private init; }

    public string Message { get; private init; } = "";

    public TimeSpan? RetryAfter { get; private init; }

    public bool Global { get; private init; }

    public IReadOnlyList<DiscordFieldError> Errors { get; private init; } = [];

    public static ErrorBody Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("message", out var message))
            {
                return new ErrorBody();
            }

            var errors = new List<DiscordFieldError>();
            if (root.TryGetProperty("errors", out var tree))
            {
                Flatten(tree, "", errors, 0);
            }

            return new ErrorBody
            {
                IsDiscords = true,
                Code = root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : 0,
                Message = TextOf(message),
                RetryAfter = root.TryGetProperty("retry_after", out var after) && after.ValueKind == JsonValueKind.Number && after.TryGetDouble(out var seconds)
                    ? RateLimitHeaders.FromSeconds(seconds)
                    : null,
                Global = root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True,
                Errors = errors,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException) // the latter: text that is not UTF-8
        {
            return new ErrorBody();
        }
    }

    private static void Flatten(JsonElement node, string path, List<DiscordFieldError> errors, int depth)
    {
        if (node.ValueKind != JsonValueKind.Object || depth > DeepestTree)
        {
            return;
        }

        foreach (var child in node.EnumerateObject())
        {
            if (errors.Count >= MostErrors)
            {
                return;
            }

            if (child.NameEquals("_errors") && child.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var leaf in child.Value.EnumerateArray().Where(static leaf => leaf.ValueKind == JsonValueKind.Object).Take(MostErrors - errors.Count))
                {
                    errors.Add(new DiscordFieldError(path, TextOf(leaf, "code"), TextOf(leaf, "message")));
                }
            }
            else
            {
                Flatten(child.Value, Below(path, child.Name), errors, depth + 1);
            }
        }
    }

    // Discord keys the elements of an array by their index.
    private static string Below(string path, string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{path}[{name}]" : path.Length == 0 ? name : $"{path}.{name}";

    private static string TextOf(JsonElement node, string property) => node.TryGetProperty(property, out var value) ? TextOf(value) : "";

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ToString();
}
