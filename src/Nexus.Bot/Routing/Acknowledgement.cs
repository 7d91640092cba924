using Microsoft.Extensions.Logging;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Routing;

/// <summary>
/// The one path on which an interaction is answered: None → Deferred → Replied or None → Replied, moved by compare-and-swap, so
/// that the defer timer and the handler can never both send the first answer.
/// </summary>
internal sealed partial class Acknowledgement : IDisposable
{
    private const int None = 0, Deferred = 1, Replied = 2;

    private readonly IDiscordRest _discord;
    private readonly Interaction _interaction;
    private readonly bool _changesMessage;
    private readonly bool _isPrivate;
    private readonly ILogger _log;
    private readonly CancellationToken _ct;
    private readonly ITimer _timer;
    private readonly TaskCompletionSource<bool> _deferral = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    public Acknowledgement(IDiscordRest discord, Interaction interaction, Route? route, TimeSpan deferAfter, TimeProvider clock, ILogger log, CancellationToken ct)
    {
        _discord = discord;
        _interaction = interaction;
        _changesMessage = route is { ChangesMessage: true } && interaction.Message is not null;
        _isPrivate = route?.IsPrivate(interaction) ?? true;
        _log = log;
        _ct = ct;
        _timer = clock.CreateTimer(static state => _ = ((Acknowledgement)state!).DeferAsync(), this, deferAfter, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True once "… is thinking" was sent.</summary>
    public bool WasDeferred => Volatile.Read(ref _state) == Deferred || _deferral.Task.IsCompleted;

    /// <returns>False when the answer did not reach Discord.</returns>
    /// <exception cref="DiscordApiException">Discord refused this very answer, and another one can still be sent with <see cref="ReplaceAsync"/>.</exception>
    public async Task<bool> ReplyAsync(Reply reply)
    {
        if (Interlocked.CompareExchange(ref _state, Replied, None) == None)
        {
            await _timer.DisposeAsync();
            await _discord.RespondAsync(_interaction, ToResponse(reply), _ct);
        }
        else if (await _deferral.Task)
        {
            Volatile.Write(ref _state, Replied);
            await AfterDeferralAsync(reply);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Sends one more message after the answer.</summary>
    public Task SendAsync(Reply reply) => _discord.FollowUpAsync(_interaction, reply.ToMessage(), _ct);

    /// <summary>After <see cref="ReplyAsync"/>: says something else instead, for example because Discord refused the first answer.</summary>
    public async Task ReplaceAsync(Reply reply, Reply? before)
    {
        if (before is null)
        {
            if (_deferral.Task.IsCompleted)
            {
                await AfterDeferralAsync(reply);
            }
            else
            {
                await _discord.RespondAsync(_interaction, ToResponse(reply), _ct);
            }
        }
        else if (before.Kind == ReplyKind.Form)
        {
            await _discord.FollowUpAsync(_interaction, reply.ToMessage(), _ct);
        }
        else
        {
            await _discord.EditOriginalResponseAsync(_interaction, reply.ToEdit(plainBefore: !before.IsCard), _ct);
        }
    }

    public void Dispose() => _timer.Dispose();

    private InteractionResponse ToResponse(Reply reply) => reply.Kind switch
    {
        ReplyKind.Form when _interaction.Type != InteractionType.ModalSubmit => InteractionResponse.OpenModal(reply.Modal!),
        ReplyKind.Change when _interaction.Message is { } message => InteractionResponse.Update(reply.ToEdit(plainBefore: !IsCard(message))),
        ReplyKind.Nothing when _interaction.Message is not null => InteractionResponse.DeferUpdate(),
        ReplyKind.Nothing => InteractionResponse.Message(Reply.Private("Done.").ToMessage()),
        ReplyKind.Change => InteractionResponse.Message(reply.OnlyForMe(_isPrivate).ToMessage()),
        _ => InteractionResponse.Message(reply.ToMessage()),
    };

    private async Task DeferAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Deferred, None) != None)
        {
            return;
        }

        try
        {
            await _discord.RespondAsync(_interaction, _changesMessage ? InteractionResponse.DeferUpdate() : InteractionResponse.DeferMessage(_isPrivate), _ct);
            _deferral.SetResult(true);
        }
        catch (Exception exception) when (exception is DiscordApiException or OperationCanceledException)
        {
            NotDeferred(_log, exception);
            _deferral.SetResult(false);
        }
    }

    /// <summary>The first answer is "… is thinking" (or, for a control, nothing visible yet), with the visibility that the route decided.</summary>
    private async Task AfterDeferralAsync(Reply reply)
    {
        switch (reply.Kind)
        {
            case ReplyKind.Form:
                await AfterDeferralAsync(RouterViews.FormTooLate);
                break;
            case ReplyKind.Nothing when _changesMessage:
                break;
            case ReplyKind.Nothing:
                await _discord.DeleteOriginalResponseAsync(_interaction, _ct);
                break;
            case ReplyKind.Change when _changesMessage:
                await _discord.EditOriginalResponseAsync(_interaction, reply.ToEdit(plainBefore: !IsCard(_interaction.Message!)), _ct);
                break;
            case ReplyKind.Message when _changesMessage:
                await _discord.FollowUpAsync(_interaction, reply.ToMessage(), _ct);
                break;
            case ReplyKind.Message when reply.IsPrivate && !_isPrivate:
                // A refusal or failure of a public command: "… is thinking" is public for good, so it goes and a private message comes.
                await _discord.DeleteOriginalResponseAsync(_interaction, _ct);
                await _discord.FollowUpAsync(_interaction, reply.ToMessage(), _ct);
                break;
            default:
                await _discord.EditOriginalResponseAsync(_interaction, reply.ToEdit(), _ct);
                break;
        }
    }

    private static bool IsCard(Message message) => (message.Flags & MessageFlags.IsComponentsV2) != MessageFlags.None;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The interaction could not be deferred; its answer is lost")]
    private static partial void NotDeferred(ILogger log, Exception exception);
}
