using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

internal sealed partial class Person
{
    /// <summary>How long an outcome is waited for, in real time: a clock that is moved forward does not shorten it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private async Task<Outcome> SettleAsync(Interaction interaction)
    {
        var inTime = await WaitAsync(interaction);
        lock (world.Gate)
        {
            return OutcomeOf(interaction, inTime);
        }
    }

    private static async Task<bool> WaitAsync(Interaction interaction)
    {
        try
        {
            await interaction.Settled.WaitAsync(Patience, TimeProvider.System);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private Outcome OutcomeOf(Interaction interaction, bool settled)
    {
        var status = interaction.Ack switch
        {
            AckState.None => OutcomeStatus.Timeout,
            AckState.Expired => OutcomeStatus.Failed,
            AckState.Modal => OutcomeStatus.Modal,
            AckState.Updated => OutcomeStatus.Updated,
            AckState.Deferred or AckState.DeferredUpdate when !settled => OutcomeStatus.Deferred,
            AckState.DeferredUpdate when interaction.FollowUps.Count == 0 => OutcomeStatus.Updated,
            _ => OutcomeStatus.Replied,
        };
        var message = status switch
        {
            OutcomeStatus.Replied when interaction.Ack == AckState.DeferredUpdate => interaction.FollowUps[0],
            OutcomeStatus.Modal => null,
            _ => interaction.Original is { Deleted: false } original ? original : null,
        };
        var modal = status == OutcomeStatus.Modal ? ModalOf(interaction) : null;
        return new Outcome
        {
            InteractionId = interaction.Id,
            Status = status,
            AckMs = interaction.AckMs,
            ReplyMs = interaction.SettledMs,
            Ephemeral = message?.EphemeralTo is not null || interaction.Ephemeral,
            StoredMessage = message,
            Message = message is null ? null : ToJson(message),
            Modal = modal,
            FollowUps = [.. interaction.FollowUps],
            Error = status == OutcomeStatus.Failed
                ? interaction.Type is InteractionType.Component ? "This interaction failed" : "The application did not respond"
                : null,
            Text = modal is not null ? MessageText.Of(modal) : message is null ? "" : MessageText.Of(message),
        };
    }

    private static ModalView ModalOf(Interaction interaction) => new(
        interaction.Id, interaction.Modal.Text("custom_id") ?? "", interaction.Modal.Text("title") ?? "", interaction.Modal.GetProperty("components"));

    private JsonElement ToJson(StoredMessage message)
    {
        world.Attachments.Refresh(message);
        return Json.Parse(Json.Write((message, user.Id), static (state, json) => state.message.Write(json, state.Id, MessageParts.All)));
    }
}
