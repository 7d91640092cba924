using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>"Commit…" on a plan: shows what it would do, or how far it is.</summary>
internal sealed class OpenCommitButton(NexusDb db, CommitOpening opening) : IButton
{
    public static ControlSpec Spec => CommitControls.Open;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => call.Number is { } formation ? await opening.OpenAsync(db, call.Guild, formation, ct) : CommitViews.Gone();
}

/// <summary>The first card for a formation, wherever it is asked for.</summary>
internal sealed class CommitOpening(IReadyPlans plans, CommitCards cards)
{
    public async Task<Reply> OpenAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct)
    {
        if (await CommitCards.FindAsync(db, guild, formation, ct) is { } commitment)
        {
            return (await cards.ProgressAsync(db, commitment, ct)).Card;
        }

        return await plans.FindAsync(db, guild, formation, ct) switch
        {
            null => CommitViews.Gone(),
            { IsReady: false } plan => CommitViews.NotReady(plan.Number),
            var plan => CommitViews.Looking(isChange: false).Afterwards<PreviewCommitFollowUp>(new CommitReference(plan.Id, plan.Revision, await CommitCards.UsualAsync(db, guild, ct)).ToString()),
        };
    }
}

/// <summary>Another place or roles, or the same looked at once more.</summary>
internal sealed class PreviewCommitButton : IButton
{
    public static ControlSpec Spec => CommitControls.Preview;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(CommitViews.Looking(isChange: true).Afterwards<PreviewCommitFollowUp>(call.Argument));
}

/// <summary>Commits what was shown.</summary>
internal sealed class CommitNowButton : IButton
{
    public static ControlSpec Spec => CommitControls.CommitNow;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(CommitViews.Committing().Afterwards<CommitFollowUp>(call.Argument));
}

/// <summary>How far the places are.</summary>
internal sealed class LookAtCommitButton(NexusDb db, CommitCards cards) : IButton
{
    public static ControlSpec Spec => CommitControls.Look;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } formation && await CommitCards.FindAsync(db, call.Guild, formation, ct) is { } commitment
            ? Reply.ChangeCard((await cards.ProgressAsync(db, commitment, ct)).Card.Components)
            : CommitViews.Gone();
}

/// <summary>Looks at plan, people and server, and shows what a commit would do.</summary>
internal sealed class PreviewCommitFollowUp(INexusDbFactory databases, IReadyPlans plans, CommitCards cards) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (CommitReference.Read(call.Argument) is not { } reference || await plans.FindAsync(db, call.Guild, reference.Formation, ct) is not { } plan)
        {
            return CommitViews.Gone();
        }

        if (await CommitCards.FindAsync(db, call.Guild, plan.Id, ct) is { } commitment)
        {
            return (await cards.ProgressAsync(db, commitment, ct)).Card;
        }

        try
        {
            return plan.IsReady
                ? await cards.PreviewAsync(plan, await cards.LookAsync(db, plan, reference.Choice, ct), reference.Choice, isChanged: plan.Revision != reference.Revision, ct)
                : CommitViews.NotReady(plan.Number);
        }
        catch (DiscordApiException)
        {
            return CommitViews.OutOfReach();
        }
    }
}

/// <summary>Looks once more, commits in one save, and shows how the places come.</summary>
internal sealed class CommitFollowUp(INexusDbFactory databases, IReadyPlans plans, CommitCards cards, CommitBook book, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock) : IFollowUp
{
    private const int MostTries = 5;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (CommitReference.Read(call.Argument) is not { } reference)
        {
            return CommitViews.Gone();
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                return await book.InTurnAsync(() => CommitAsync(call, reference, ct), ct) ?? await cards.WatchAsync(call, reference.Formation, ct);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash && tries < MostTries)
            {
                // Somebody else changed the plan, or made a team, at the same moment.
            }
            catch (DiscordApiException)
            {
                return CommitViews.OutOfReach();
            }
        }
    }

    /// <returns>Why not; null when it is committed, now or before.</returns>
    private async Task<Reply?> CommitAsync(FollowUpCall call, CommitReference reference, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await CommitCards.FindAsync(db, call.Guild, reference.Formation, ct) is not null)
        {
            return null;
        }

        if (await plans.FindAsync(db, call.Guild, reference.Formation, ct) is not { } plan)
        {
            return CommitViews.Gone();
        }

        if (!plan.IsReady)
        {
            return CommitViews.NotReady(plan.Number);
        }

        var outlook = await cards.LookAsync(db, plan, reference.Choice, ct);
        var isChanged = plan.Revision != reference.Revision;
        if (!isChanged && outlook.MayGo)
        {
            isChanged = !await plans.CommitAsync(db, plan, call.User, ct);
        }

        if (isChanged || !outlook.MayGo)
        {
            return await cards.PreviewAsync(plan, outlook, reference.Choice, isChanged, ct);
        }

        await book.CommitAsync(db, call.Guild, plan.Id, plan.Number, outlook.Draft, reference.Choice, call.User, ct);
        await db.SaveChangesAsync(ct);
        var now = clock.GetUtcNow();
        queue.WakeAt(now);
        schedule.WakeAt<PlaceTeamsJob>(now);
        return null;
    }
}
