using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>Outcomes as the control API answers them.</summary>
internal static class OutcomeView
{
    public static void Write(Utf8JsonWriter json, Outcome outcome, ulong viewer)
    {
        json.WriteStartObject();
        json.WriteId("interaction_id", outcome.InteractionId);
        json.WriteString("status", JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.Status.ToString()));
        WriteMs(json, "ack_ms", outcome.AckMs);
        WriteMs(json, "reply_ms", outcome.ReplyMs);
        json.WriteBoolean("ephemeral", outcome.Ephemeral);
        json.WritePropertyName("message");
        if (outcome.Message is { } message)
        {
            message.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("text", outcome.Text);
        WriteModal(json, outcome.Modal);
        json.WriteStartArray("followups");
        foreach (var followUp in outcome.FollowUps)
        {
            followUp.Write(json, viewer, MessageParts.All);
        }

        json.WriteEndArray();
        if (outcome.Error is { } error)
        {
            json.WriteString("error", error);
        }

        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, AutocompleteOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteStartArray("choices");
        foreach (var choice in outcome.Choices)
        {
            json.WriteStartObject();
            json.WriteString("name", choice.Name);
            json.WriteRaw("value", choice.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteMs(json, "ack_ms", outcome.AckMs);
        if (outcome.Error is { } error)
        {
            json.WriteString("error", error);
        }

        json.WriteEndObject();
    }

    private static void WriteModal(Utf8JsonWriter json, ModalView? modal)
    {
        json.WritePropertyName("modal");
        if (modal is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteId("modal_id", modal.ModalId);
        json.WriteString("custom_id", modal.CustomId);
        json.WriteString("title", modal.Title);
        json.WriteRaw("components", modal.Components);
        json.WriteEndObject();
    }

    private static void WriteMs(Utf8JsonWriter json, string name, double? milliseconds)
    {
        if (milliseconds is { } time)
        {
            json.WriteNumber(name, Math.Round(time, 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
