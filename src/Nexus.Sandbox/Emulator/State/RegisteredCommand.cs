using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A command as a client registered it; <see cref="Definition"/> is the checked body.</summary>
internal sealed class RegisteredCommand(ulong id, ulong version, ulong applicationId, ulong? guildId, JsonElement definition) : IJsonWritable
{
    public ulong Id { get; } = id;

    public ulong Version { get; } = version;

    public ulong? GuildId { get; } = guildId;

    public JsonElement Definition { get; } = definition;

    public string Name { get; } = definition.Text("name") ?? "";

    /// <summary>1 chat input, 2 user, 3 message.</summary>
    public int Type { get; } = definition.Int("type") ?? 1;

    public IEnumerable<JsonElement> Options => Definition.Items("options");

    /// <summary>Permissions without which Discord's client does not show the command; null for everybody, 0 for administrators.</summary>
    public Permission? DefaultMemberPermissions { get; } =
        Snowflakes.TryParse(definition.Text("default_member_permissions"), out var bits) ? (Permission)bits : null;

    /// <summary>0 server, 1 direct message with the bot, 2 other direct messages; global commands only.</summary>
    public bool IsAllowedIn(int context)
    {
        if (GuildId is not null)
        {
            return context == 0;
        }

        if (Definition.TryGetProperty("contexts", out var contexts) && contexts.ValueKind == JsonValueKind.Array)
        {
            return contexts.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Number && item.GetInt32() == context);
        }

        return context == 0 || Definition.Bool("dm_permission") != false;
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteId("application_id", applicationId);
        json.WriteId("version", Version);
        if (GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
        }

        json.WriteNumber("type", Type);
        if (Type != 1)
        {
            json.WriteString("description", "");
        }

        WriteDefault(json, "default_member_permissions", "null");
        WriteDefault(json, "nsfw", "false");
        if (GuildId is null)
        {
            WriteDefault(json, "dm_permission", "true");
            WriteDefault(json, "contexts", "null");
            WriteDefault(json, "integration_types", "[0]");
        }

        foreach (var field in Definition.EnumerateObject())
        {
            if (field.Name is not ("type" or "id" or "application_id" or "version" or "guild_id") && !(Type != 1 && field.Name == "description"))
            {
                json.WriteRaw(field.Name, field.Value);
            }
        }

        json.WriteEndObject();
    }

    private void WriteDefault(Utf8JsonWriter json, string name, string value)
    {
        if (!Definition.TryGetProperty(name, out _))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }
}
