using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Hosting;

/// <summary>
/// Takes events from the gateway's queue: interactions run side by side up to a bound, everything else is handed to its listeners
/// in order. Listeners of GUILD_CREATE run before any later event is looked at, so that a server is known before it is used.
/// </summary>
internal sealed partial class EventPump(
    InteractionRouter router, Catalogue catalogue, BotStatus status, RecentErrors errors, IServiceScopeFactory scopes, RoutingOptions options, ILogger<EventPump> log)
{
    private const int ListenerBacklog = 2048;

    private readonly SemaphoreSlim _slots = new(options.MaxConcurrent);
    private readonly System.Threading.Channels.Channel<GatewayEvent> _forListeners = System.Threading.Channels.Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(ListenerBacklog) { SingleReader = true, SingleWriter = true });

    /// <summary>Raised on every new or resumed session, before later events.</summary>
    public event Action<GatewayEvent>? SessionBegan;

    /// <summary>Returns when the queue is complete and everything taken from it is finished.</summary>
    /// <param name="abort">Cancels what is still running.</param>
    public async Task RunAsync(ChannelReader<GatewayEvent> events, CancellationToken abort)
    {
        var listening = ListenAsync(abort);
        try
        {
            while (await events.WaitToReadAsync(abort))
            {
                while (events.TryRead(out var happened))
                {
                    if (happened is InteractionCreateEvent { Interaction: var interaction })
                    {
                        await _slots.WaitAsync(abort);
                        ThreadPool.UnsafeQueueUserWorkItem(new InteractionRun(this, interaction, abort), preferLocal: false);
                    }

                    await TakeAsync(happened, abort);
                }
            }
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // Stopped the hard way.
        }

        _forListeners.Writer.TryComplete();
        for (var slot = 0; slot < options.MaxConcurrent && !abort.IsCancellationRequested; slot++)
        {
            await _slots.WaitAsync(abort).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await listening;
    }

    private async Task TakeAsync(GatewayEvent happened, CancellationToken ct)
    {
        switch (happened)
        {
            case ReadyEvent ready:
                (status.User, status.Application) = (ready.User.Id, ready.Application.Id);
                SessionBegan?.Invoke(ready);
                break;
            case ResumedEvent:
                SessionBegan?.Invoke(happened);
                break;
            case GuildCreateEvent { Guild: { Unavailable: false } guild }:
                status.GuildIsThere(guild.Id);
                await TellAsync(happened, ct);
                GuildHandled(log, guild.Id.Value);
                return;
            case GuildDeleteEvent { Guild: { Unavailable: false } guild }:
                status.GuildIsGone(guild.Id);
                break;
        }

        if (catalogue.ListenersOf(happened).Count > 0 && !_forListeners.Writer.TryWrite(happened))
        {
            ListenersBehind(log, happened.GetType().Name);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var happened in _forListeners.Reader.ReadAllAsync(ct))
            {
                await TellAsync(happened, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Stopped the hard way.
        }
    }

    private async Task TellAsync(GatewayEvent happened, CancellationToken ct)
    {
        foreach (var listener in catalogue.ListenersOf(happened))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await listener(scope.ServiceProvider, happened, ct);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                var kind = happened.GetType().Name;
                ListenerFailed(log, exception, kind, errors.Add(kind, exception));
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Server {GuildId} is there")]
    private static partial void GuildHandled(ILogger log, ulong guildId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Listeners are behind; one {Event} was left out")]
    private static partial void ListenersBehind(ILogger log, string @event);

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener of {Event} failed ({Reference})")]
    private static partial void ListenerFailed(ILogger log, Exception exception, string @event, string reference);

    private sealed class InteractionRun(EventPump pump, Interaction interaction, CancellationToken ct) : IThreadPoolWorkItem
    {
        public void Execute() => _ = RunAsync();

        private async Task RunAsync()
        {
            try
            {
                await pump.Route(interaction, ct);
            }
            finally
            {
                pump._slots.Release();
            }
        }
    }

    private Task Route(Interaction interaction, CancellationToken ct) => router.RouteAsync(interaction, ct);
}
