using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>What Discord's own notices in a channel point to.</summary>
internal static class SystemMessages
{
    public static JsonElement Reference(Channel channel, ulong? message) => Json.Parse(Json.Write((channel, message), static (state, json) =>
    {
        json.WriteStartObject();
        json.WriteNumber("type", 0);
        json.WriteId("channel_id", state.channel.Id);
        if (state.message is { } id)
        {
            json.WriteId("message_id", id);
        }

        if (state.channel.GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
        }

        json.WriteEndObject();
    }));
}
