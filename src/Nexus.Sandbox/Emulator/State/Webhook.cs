using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>An incoming webhook of a channel.</summary>
internal sealed record Webhook(ulong Id, ulong ChannelId, ulong GuildId, string Name, string Token, ulong ApplicationId, User Creator) : IJsonWritable
{
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteNumber("type", 1);
        json.WriteId("channel_id", ChannelId);
        json.WriteId("guild_id", GuildId);
        json.WriteString("name", Name);
        json.WriteNull("avatar");
        json.WriteString("token", Token);
        json.WriteId("application_id", ApplicationId);
        json.WriteValue("user", Creator);
        json.WriteEndObject();
    }
}
