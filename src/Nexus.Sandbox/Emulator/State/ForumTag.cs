using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A tag that posts of a forum may carry.</summary>
internal sealed record ForumTag(ulong Id, string Name, bool Moderated = false, ulong? EmojiId = null, string? EmojiName = null) : IJsonWritable
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteString("name", Name);
        json.WriteBoolean("moderated", Moderated);
        json.WriteId("emoji_id", EmojiId);
        json.WriteString("emoji_name", EmojiName);
        json.WriteEndObject();
    }
}
