using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>The one application the sandbox knows: whoever has its token is the bot.</summary>
internal sealed class BotApplication(ulong id, User user, string token) : IJsonWritable
{
    public ulong Id { get; } = id;

    public User User { get; } = user;

    public string Token { get; } = token;

    public string Name { get; set; } = user.DisplayName;

    public string Description { get; set; } = "";

    /// <summary>Privileged intents switched on in the developer portal; identifying with another one closes with 4014.</summary>
    public Intents AllowedPrivileged { get; set; } = Intents.GuildMembers | Intents.MessageContent | Intents.Presences;

    public ulong OwnerId { get; init; }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteString("name", Name);
        json.WriteNull("icon");
        json.WriteString("description", Description);
        json.WriteString("summary", "");
        json.WriteBoolean("bot_public", false);
        json.WriteBoolean("bot_require_code_grant", false);
        json.WriteString("verify_key", new string('0', 64));
        json.WriteNumber("flags", (int)Flags);
        json.WriteString("flags_new", Snowflakes.Text((ulong)Flags));
        json.WriteNumber("approximate_guild_count", 1);
        json.WriteNull("interactions_endpoint_url");
        json.WriteNull("team");
        json.WriteStartArray("redirect_uris");
        json.WriteEndArray();
        json.WriteStartArray("tags");
        json.WriteEndArray();
        json.WriteStartObject("owner");
        json.WriteId("id", OwnerId);
        json.WriteString("username", "owner");
        json.WriteString("discriminator", "0");
        json.WriteNull("avatar");
        json.WriteNull("global_name");
        json.WriteEndObject();
        json.WriteValue("bot", User);
        json.WriteEndObject();
    }

    /// <summary>The "limited" form of each gateway flag, as unverified applications have them.</summary>
    public int Flags =>
        (AllowedPrivileged.HasFlag(Intents.Presences) ? 1 << 13 : 0)
        | (AllowedPrivileged.HasFlag(Intents.GuildMembers) ? 1 << 15 : 0)
        | (AllowedPrivileged.HasFlag(Intents.MessageContent) ? 1 << 19 : 0);
}
