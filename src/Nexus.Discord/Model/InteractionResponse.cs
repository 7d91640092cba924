using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

public enum InteractionCallbackType
{
    Pong = 1,
    ChannelMessageWithSource = 4,
    DeferredChannelMessageWithSource = 5,
    DeferredUpdateMessage = 6,
    UpdateMessage = 7,
    ApplicationCommandAutocompleteResult = 8,
    Modal = 9,
}

/// <summary>
/// The first answer to an interaction.
/// See <see href="https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object"/>.
/// </summary>
[JsonConverter(typeof(InteractionResponseJsonConverter))]
public sealed record InteractionResponse
{
    private InteractionResponse(InteractionCallbackType type, object? data = null) => (Type, Data) = (type, data);

    public InteractionCallbackType Type { get; }

    /// <summary>A <see cref="MessageCreate"/>, <see cref="MessageEdit"/>, <see cref="Modal"/>, list of choices, or null.</summary>
    public object? Data { get; }

    /// <summary>A new message.</summary>
    public static InteractionResponse Message(MessageCreate message) => new(InteractionCallbackType.ChannelMessageWithSource, message);

    /// <summary>"… is thinking"; whether the answer is ephemeral is decided here.</summary>
    public static InteractionResponse DeferMessage(bool ephemeral) =>
        new(InteractionCallbackType.DeferredChannelMessageWithSource, new MessageCreate { Flags = ephemeral ? MessageFlags.Ephemeral : null });

    /// <summary>For components: nothing is shown, the message may be edited later.</summary>
    public static InteractionResponse DeferUpdate() => new(InteractionCallbackType.DeferredUpdateMessage);

    /// <summary>For components: changes the message they sit on.</summary>
    public static InteractionResponse Update(MessageEdit edit) => new(InteractionCallbackType.UpdateMessage, edit);

    /// <summary>At most 25 choices.</summary>
    public static InteractionResponse Autocomplete(IReadOnlyList<ApplicationCommandOptionChoice> choices) =>
        new(InteractionCallbackType.ApplicationCommandAutocompleteResult, choices);

    /// <summary>Not in answer to a modal.</summary>
    public static InteractionResponse OpenModal(Modal modal) => new(InteractionCallbackType.Modal, modal);
}

/// <summary>Writes type and data; responses are never read.</summary>
public sealed class InteractionResponseJsonConverter : JsonConverter<InteractionResponse>
{
    public override InteractionResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("An interaction response is only ever sent.");

    public override void Write(Utf8JsonWriter writer, InteractionResponse value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("type"u8, (int)value.Type);
        switch (value.Data)
        {
            case MessageCreate message:
                writer.WritePropertyName("data"u8);
                JsonSerializer.Serialize(writer, message, DiscordJson.Default.MessageCreate);
                break;
            case MessageEdit edit:
                writer.WritePropertyName("data"u8);
                JsonSerializer.Serialize(writer, edit, DiscordJson.Default.MessageEdit);
                break;
            case Modal modal:
                writer.WritePropertyName("data"u8);
                JsonSerializer.Serialize(writer, modal, DiscordJson.Default.Modal);
                break;
            case IReadOnlyList<ApplicationCommandOptionChoice> choices:
                writer.WriteStartObject("data"u8);
                writer.WritePropertyName("choices"u8);
                JsonSerializer.Serialize(writer, choices, DiscordJson.Default.IReadOnlyListApplicationCommandOptionChoice);
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }
}

/// <summary>What <c>with_response=true</c> gives back.</summary>
public sealed record InteractionCallbackResult
{
    public InteractionCallbackResource? Resource { get; init; }
}

public sealed record InteractionCallbackResource
{
    public InteractionCallbackType Type { get; init; }
    public Message? Message { get; init; }
}
