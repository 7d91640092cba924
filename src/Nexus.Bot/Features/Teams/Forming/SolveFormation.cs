using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>The calculations that run now, so that they can be stopped. A restart ends them; the formation is as it was before.</summary>
internal sealed class Solving
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _running = new();

    /// <summary>Null when one runs for it already.</summary>
    public CancellationTokenSource? Begin(long formation, CancellationToken ct)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (_running.TryAdd(formation, source))
        {
            return source;
        }

        source.Dispose();
        return null;
    }

    public void End(long formation) => _running.TryRemove(formation, out _);

    public async Task StopAsync(long formation)
    {
        if (_running.TryGetValue(formation, out var source))
        {
            await source.CancelAsync();
        }
    }
}

/// <summary>The dry run: looks for the best teams on another thread, and shows on the card how far it is.</summary>
internal sealed class SolveFormation(FormationDesk desk, FormationCohorts cohorts, Solving solving, MatchingGate gate, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        using var stop = solving.Begin(formation.Id, ct);
        if (stop is null)
        {
            return null; // it is shown where it was begun
        }

        try
        {
            formation.SolvedAt = clock.GetUtcNow();
            var cohort = await cohorts.OfAsync(desk.Db, formation, ct);
            if (cohort.People.Count < 2)
            {
                return FormationViews.Rules(formation, cohort);
            }

            var (plan, remedies) = await SolveAsync(call, formation, TaskOf(formation, cohort.Cohort), stop.Token, ct);
            (formation.Seats, formation.State, formation.Before) = (FormationSeats.Of(plan).ToString(), FormationState.Ready, null);
            formation.Remedies = [.. remedies.Select(FormationRemedy.Text).OfType<string>()];
            var taking = cohort.People.Select(it => it.Person.ToString()).ToHashSet();
            formation.Locked = [.. formation.Locked.Where(taking.Contains)];
            await Formations.SaveAsync(desk.Db, formation, ct);
            return await desk.CardAsync(formation, page: 0, said: null, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return FormationViews.Stopped(formation);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            return FormationViews.ChangedMeanwhile(formation);
        }
        catch (DiscordApiException)
        {
            return FormationViews.OutOfReach();
        }
        finally
        {
            solving.End(formation.Id);
        }
    }

    private static MatchTask TaskOf(Formation formation, Cohort cohort) => new(cohort, formation.Rules, formation.Weights, (ulong)formation.Seed)
    {
        Seats = formation.Locked.Count == 0 ? [] : [.. FormationSeats.Read(formation.Seats).Teams.Select(team => team.Select(seat => seat.Person).ToArray())],
        Locked = formation.Locked.Select(ulong.Parse).ToHashSet(),
    };

    private async Task<(Plan Plan, IReadOnlyList<Remedy> Remedies)> SolveAsync(FollowUpCall call, Formation formation, MatchTask task, CancellationToken stop, CancellationToken ct)
    {
        var far = new Far();
        var running = gate.RunAsync(
            () =>
            {
                var plan = TeamBuilder.Form(task, far, stop);
                return (plan, Remedy.For(task, plan, stop));
            },
            stop);
        var shown = -1.0;
        while (await Task.WhenAny(running, Task.Delay(s_pause, clock, ct)) != running)
        {
            var share = Math.Round(far.Share, 2);
            if (share != shown)
            {
                await ShowAsync(call, FormationViews.Solving(formation, Math.Max(0, share), isWaiting: share < 0), ct);
                shown = share;
            }
        }

        return await running;
    }

    private async Task ShowAsync(FollowUpCall call, Reply card, CancellationToken ct)
    {
        try
        {
            await discord.EditOriginalResponseAsync(call.Interaction, card.ToEdit(), ct);
        }
        catch (DiscordApiException)
        {
            // The card was closed; the plan is there when it is opened again.
        }
    }

    // Told on the thread that calculates.
    private sealed class Far : IProgress<double>
    {
        private double _share = -1;

        public double Share => Volatile.Read(ref _share);

        public void Report(double value) => Volatile.Write(ref _share, Math.Max(_share, value));
    }
}
