using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

/// <summary>Reads a refusal the way a table states it: <c>path CODE</c>, <c>CODE</c> at the root, the bare number for other errors, or null.</summary>
internal static class Refusal
{
    public static string? Of(DiscordError? error) => error switch
    {
        null => null,
        { Code: 50035, Fields: [var first, ..] } => $"{first.Path} {first.Code}".Trim(),
        _ => error.Code.ToString(),
    };

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    public static string Text(int length) => new('x', length);

    public static string Repeat(int count, Func<int, string> item) => string.Join(",", Enumerable.Range(0, count).Select(item));
}
