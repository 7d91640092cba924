using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Writes the <c>d</c> of INTERACTION_CREATE.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object</remarks>
internal static class InteractionPayload
{
    private const int AttachmentLimit = 10 * 1024 * 1024;

    public static byte[] Write(World world, Interaction interaction, Action<Utf8JsonWriter> data) =>
        Json.Write((world, interaction, data), static (state, json) => Write(state.world, state.interaction, state.data, json));

    private static void Write(World world, Interaction interaction, Action<Utf8JsonWriter> data, Utf8JsonWriter json)
    {
        var channel = interaction.Channel;
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteNumber("type", (int)interaction.Type);
        json.WriteString("token", interaction.Token);
        json.WriteId("id", interaction.Id);
        json.WriteId("application_id", world.Application.Id);
        json.WriteId("channel_id", channel.Id);
        json.WritePropertyName("channel");
        channel.Write(json, interaction.User.Id, world.PermissionsOf(interaction.User.Id, channel));
        json.WriteString("locale", interaction.User.Locale);
        json.WriteString("app_permissions", Snowflakes.Text((ulong)world.PermissionsOf(world.BotUser.Id, channel)));
        json.WriteNumber("attachment_size_limit", AttachmentLimit);
        json.WriteStartArray("entitlements");
        json.WriteEndArray();
        json.WriteStartObject("authorizing_integration_owners");
        json.WriteString("0", channel.IsDirect ? "0" : Snowflakes.Text(world.Guild.Id));
        json.WriteEndObject();
        if (channel.IsDirect)
        {
            json.WriteNumber("context", 1);
            json.WriteValue("user", interaction.User);
        }
        else
        {
            WriteGuild(world, interaction, json);
        }

        if (interaction.Source is { } message && interaction.Type is InteractionType.Component or InteractionType.ModalSubmit)
        {
            json.WritePropertyName("message");
            interaction.Source.Write(json, world.BotUser.Id, MessageParts.Content);
        }

        json.WritePropertyName("data");
        data(json);
        json.WriteEndObject();
    }

    private static void WriteGuild(World world, Interaction interaction, Utf8JsonWriter json)
    {
        var guild = world.Guild;
        json.WriteNumber("context", 0);
        json.WriteId("guild_id", guild.Id);
        json.WriteString("guild_locale", guild.PreferredLocale);
        json.WriteStartObject("guild");
        json.WriteId("id", guild.Id);
        json.WriteString("locale", guild.PreferredLocale);
        json.WriteStartArray("features");
        foreach (var feature in guild.Features)
        {
            json.WriteStringValue(feature);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WritePropertyName("member");
        guild.Members[interaction.User.Id].Write(json, withUser: true, world.PermissionsOf(interaction.User.Id, interaction.Channel));
    }
}
