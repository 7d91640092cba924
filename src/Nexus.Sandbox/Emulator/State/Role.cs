using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A role of the server; the one with the server's own id is @everyone.</summary>
internal sealed class Role(ulong id, string name) : IJsonWritable
{
    public ulong Id { get; } = id;

    public string Name { get; set; } = name;

    public int Position { get; set; }

    public Permission Permissions { get; set; }

    public int Color { get; set; }

    public bool Hoist { get; set; }

    public bool Mentionable { get; set; }

    public bool Managed { get; init; }

    public string? UnicodeEmoji { get; set; }

    /// <summary>The bot whose own role this is.</summary>
    public ulong? BotId { get; init; }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteString("name", Name);
        json.WriteNumber("position", Position);
        json.WriteString("permissions", Snowflakes.Text((ulong)Permissions));
        json.WriteNumber("color", Color);
        json.WriteStartObject("colors");
        json.WriteNumber("primary_color", Color);
        json.WriteNull("secondary_color");
        json.WriteNull("tertiary_color");
        json.WriteEndObject();
        json.WriteBoolean("hoist", Hoist);
        json.WriteBoolean("mentionable", Mentionable);
        json.WriteBoolean("managed", Managed);
        json.WriteNull("icon");
        json.WriteString("unicode_emoji", UnicodeEmoji);
        json.WriteNumber("flags", 0);
        if (BotId is { } bot)
        {
            json.WriteStartObject("tags");
            json.WriteId("bot_id", bot);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
