using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Routing;

/// <summary>
/// Takes one interaction from the gateway's event to its answer. The only place that catches: a handler either returns what the
/// person shall read, or throws, and then the person reads a reference and whether anything was saved.
/// </summary>
internal sealed partial class InteractionRouter(
    Catalogue catalogue,
    IServiceScopeFactory scopes,
    IDiscordRest discord,
    GuildConfigurations configurations,
    Cooldowns cooldowns,
    RecentErrors errors,
    InteractionMetrics metrics,
    RoutingOptions options,
    TimeProvider clock,
    ILogger<InteractionRouter> log)
{
    private readonly SeenInteractions _seen = new();

    /// <summary>Never throws.</summary>
    public async Task RouteAsync(Interaction interaction, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var route = catalogue.Find(interaction);
        var name = route?.Name ?? "unknown";
        metrics.Started();
        var outcome = Outcome.Failed;
        using var scope = log.BeginScope(new InteractionLogScope(interaction, name));
        try
        {
            outcome = !_seen.Add(interaction.Id) ? Outcome.Replayed
                : interaction.Type == InteractionType.ApplicationCommandAutocomplete ? await SuggestAsync(interaction, route, ct)
                : await AnswerAsync(interaction, route, ct);
        }
        catch (DiscordApiException exception)
        {
            outcome = Outcome.Lost;
            AnswerLost(log, exception, exception.Code == DiscordErrorCode.UnknownInteraction ? "it came too late" : "Discord did not take it");
        }
        catch (OperationCanceledException exception)
        {
            outcome = Outcome.Lost;
            AnswerLost(log, exception, "the bot is stopping");
        }
        catch (Exception exception)
        {
            HandlerFailed(log, exception, errors.Add(name, exception));
        }
        finally
        {
            var took = clock.GetElapsedTime(began);
            metrics.Ended(name, outcome, took);
            Ended(log, name, outcome, took.TotalMilliseconds);
        }
    }

    private async Task<Outcome> AnswerAsync(Interaction interaction, Route? route, CancellationToken ct)
    {
        using var acknowledgement = new Acknowledgement(discord, interaction, route, options.DeferAfter, clock, log, ct);
        var (outcome, reply, saved) = await DecideAsync(interaction, route, ct);
        var answered = false;
        try
        {
            answered = await acknowledgement.ReplyAsync(reply);
            for (var next = answered ? reply.Next : null; next is not null; next = next.Next)
            {
                await acknowledgement.SendAsync(next);
            }
        }
        catch (DiscordApiException exception) when (exception.IsPermanent && exception.Code is not (DiscordErrorCode.UnknownInteraction or DiscordErrorCode.InteractionAlreadyAcknowledged))
        {
            // Discord refused what we wrote (too long, a bad component): our fault, and the person still waits.
            var reference = errors.Add(route?.Name ?? "unknown", exception);
            HandlerFailed(log, exception, reference);
            var failed = RouterViews.Failed(reference, saved);
            await (answered ? acknowledgement.SendAsync(failed) : acknowledgement.ReplaceAsync(failed, before: null));
            return Outcome.Failed;
        }

        if (!answered)
        {
            return Outcome.Lost;
        }

        if (reply.FollowUp is { } work && outcome == Outcome.Answered && await FollowUpAsync(interaction, work, reply.FollowUpArgument, route!.Name, ct) is { } result)
        {
            await acknowledgement.ReplaceAsync(result, before: reply);
        }

        return outcome == Outcome.Answered && acknowledgement.WasDeferred ? Outcome.AnsweredLate : outcome;
    }

    /// <summary>What the person shall read. Does not throw, but for a stop of the bot.</summary>
    private async Task<(Outcome Outcome, Reply Reply, bool Saved)> DecideAsync(Interaction interaction, Route? route, CancellationToken ct)
    {
        if (route is null)
        {
            return (Outcome.Expired, interaction.Type == InteractionType.ApplicationCommand
                ? RouterViews.UnknownCommand(interaction.Data?.Name ?? "")
                : RouterViews.ExpiredControl, false);
        }

        if ((route.Places & (interaction.GuildId is null ? Places.DirectMessage : Places.Server)) == 0)
        {
            return (Outcome.Refused, interaction.GuildId is null ? RouterViews.OnlyInServers : RouterViews.OnlyInDirectMessages, false);
        }

        if (!cooldowns.TryUse(interaction.User.Id, out var wait))
        {
            return (Outcome.CooledDown, RouterViews.CoolDown(wait), false);
        }

        for (var attempt = 1; ; attempt++)
        {
            var unitOfWork = default(UnitOfWork);
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                if (await RefusalAsync(interaction, route, ct) is { } refusal)
                {
                    return (Outcome.Refused, refusal, false);
                }

                unitOfWork = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
                var reply = await route.RunAsync(scope.ServiceProvider, interaction, ct);
                return (Outcome.Answered, reply, unitOfWork.HasSaved);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                var failure = DatabaseFailures.Of(exception);
                var saved = unitOfWork?.HasSaved == true;
                if (failure == DatabaseFailure.Clash && attempt == 1 && !saved)
                {
                    continue; // the handler had no effect yet, so it may look again and decide anew
                }

                var reference = errors.Add(route.Name, exception);
                HandlerFailed(log, exception, reference);
                return (Outcome.Failed, failure == DatabaseFailure.None
                    ? RouterViews.Failed(reference, saved)
                    : RouterViews.DatabaseFailed(failure, reference, saved), saved);
            }
        }
    }

    private async ValueTask<Reply?> RefusalAsync(Interaction interaction, Route route, CancellationToken ct)
    {
        if (route.Audience == Audience.Everyone)
        {
            return null;
        }

        var configuration = interaction.GuildId is { } guild && route.Audience == Audience.Mentors
            ? await configurations.OfAsync(guild, ct)
            : new GuildConfiguration { GuildId = interaction.GuildId ?? default };
        return AccessRules.Allows(route.Audience, interaction, configuration)
            ? null
            : RouterViews.NotAllowed(route.Audience, mentorRoleKnown: configuration.MentorRoleId is not null);
    }

    private async Task<Reply?> FollowUpAsync(Interaction interaction, Type work, string argument, string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var followUp = (IFollowUp)scope.ServiceProvider.GetRequiredService(work);
            return await followUp.RunAsync(new FollowUpCall(interaction, argument), ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            var reference = errors.Add(name, exception);
            HandlerFailed(log, exception, reference);
            return RouterViews.Failed(reference, scope.ServiceProvider.GetRequiredService<UnitOfWork>().HasSaved);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed with reference {Reference}")]
    private static partial void HandlerFailed(ILogger log, Exception exception, string reference);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer is lost: {Reason}")]
    private static partial void AnswerLost(ILogger log, Exception exception, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Route}: {Outcome} in {Milliseconds:0.0} ms")]
    private static partial void Ended(ILogger log, string route, Outcome outcome, double milliseconds);
}
