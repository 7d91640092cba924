using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A person or bot, the same in every server.</summary>
internal sealed class User(ulong id, string username, string? globalName, bool bot = false) : IJsonWritable
{
    private byte[]? json;

    public ulong Id { get; } = id;

    public string Username { get; } = username;

    public string? GlobalName { get; } = globalName;

    public bool Bot { get; } = bot;

    public string DisplayName => GlobalName ?? Username;

    /// <summary>What the client of this person sends along with each interaction.</summary>
    public string Locale { get; set; } = "en-GB";

    /// <summary>IANA name. Discord never tells it to bots; the page shows times in it.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Closed direct messages make a bot's message fail with 50007.</summary>
    public bool ClosesDirectMessages { get; set; }

    public void WriteTo(Utf8JsonWriter writer) => writer.WriteRawValue(json ??= Json.Write(this, static (user, json) => user.Write(json)), true);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteString("username", Username);
        json.WriteString("discriminator", Bot ? Snowflakes.Text(Id % 10000).PadLeft(4, '0') : "0");
        json.WriteString("global_name", GlobalName);
        json.WriteNull("avatar");
        if (Bot)
        {
            json.WriteBoolean("bot", true);
        }

        json.WriteNumber("public_flags", 0);
        json.WriteEndObject();
    }
}
