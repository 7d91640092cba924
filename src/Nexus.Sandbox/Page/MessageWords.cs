using System.Text.Json;

namespace Nexus.Sandbox.Page;

/// <summary>A message in one line, for lists that only hint at it.</summary>
internal static class MessageWords
{
    private const int Longest = 140;

    public static string Of(JsonElement message)
    {
        var words = string.Join(" · ", Parts(message).Where(part => part.Length > 0)).ReplaceLineEndings(" ");
        return words.Length == 0 ? "(a message without text)" : words.Length > Longest ? $"{words[..Longest]}…" : words;
    }

    private static IEnumerable<string> Parts(JsonElement message)
    {
        yield return message.Text("content");
        foreach (var embed in message.List("embeds"))
        {
            yield return embed.Text("title");
        }

        foreach (var words in message.List("components").SelectMany(Words))
        {
            yield return words;
        }
    }

    private static IEnumerable<string> Words(JsonElement component) =>
        component.Int("type") == 10 ? [component.Text("content")] : component.List("components").SelectMany(Words);
}
