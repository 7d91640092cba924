using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>Takes who has left the server out of their pairs; who stays is told.</summary>
internal sealed class PairLeaving(INexusDbFactory databases, PairLife life, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task GoneAsync(Snowflake guild, Snowflake person, CancellationToken ct)
    {
        List<long> pairs;
        await using (var db = databases.Create())
        {
            await ForgetAsync(db, guild, person, ct);
            pairs = await db.In<PairMember>(guild).Where(member => member.PersonId == person && member.LeftAt == null).Select(member => member.PairId).ToListAsync(ct);
        }

        foreach (var id in pairs)
        {
            for (var tries = 1; tries <= MostTries && !await LeaveAsync(guild, id, person, ct); tries++)
            {
                // Changed by somebody else at the same moment.
            }
        }
    }

    // They ask nobody any more and are not asked; a pair of theirs that has ended stays so.
    private async Task ForgetAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct)
    {
        var now = (DateTimeOffset?)clock.GetUtcNow();
        var since = now - EndPairButton.Undo;
        await db.In<PairAsk>(guild)
            .Where(ask => (ask.OneId == person || ask.OtherId == person) && (ask.Answer == PairAnswer.None || ask.Answer == PairAnswer.No))
            .ExecuteUpdateAsync(set => set.SetProperty(ask => ask.Answer, PairAnswer.TakenBack).SetProperty(ask => ask.AnsweredAt, now), ct);
        await db.In<PairMember>(guild)
            .Where(member => member.PersonId == person && member.LeftAt == null
                && db.In<Pair>(guild).Any(pair => pair.Id == member.PairId && pair.Source == PairSource.Found && pair.Status == PairStatus.Ended && pair.EndedAt > since))
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.LeftAt, now), ct);
    }

    private async Task<bool> LeaveAsync(Snowflake guild, long id, Snowflake person, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await db.In<Pair>(guild).SingleOrDefaultAsync(it => it.Id == id && it.Status == PairStatus.Active, ct) is not { } pair
            || await db.In<PairMember>(guild).SingleOrDefaultAsync(it => it.PairId == id && it.PersonId == person && it.LeftAt == null, ct) is not { } member)
        {
            return true;
        }

        // Discord has put them out of the thread. Who never came in is not missed there.
        var wasIn = member.IsInThread;
        member.IsInThread = false;
        await life.LeaveAsync(db, pair, member, ct);
        if (pair.ThreadId is { } thread && (wasIn || pair.Status == PairStatus.Ended))
        {
            db.Add(Delivery.Plan(guild, PairGoneSource.DeliveryKind, member.Id, DeliveryTarget.In(thread), clock.GetUtcNow()));
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            return false;
        }

        life.Wake();
        return true;
    }
}

/// <summary>Tells who stays that the other one has left the server.</summary>
internal sealed class PairGoneSource : IDeliverySource
{
    public const string DeliveryKind = "pair-gone";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await db.In<PairMember>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(member => member.Id == delivery.SubjectId, ct) is { } gone
        && await db.In<Pair>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(pair => pair.Id == gone.PairId, ct) is { } left
            ? new DeliveryContent(new Container([new TextDisplay(PairOpenerViews.Gone(left, gone.PersonId))])) { IsQuiet = true }
            : DeliveryContent.NotNeeded;
}

/// <summary>Notices at once that somebody leaves, where the members intent is granted; <see cref="LookForPartnersJob"/> does elsewhere.</summary>
internal sealed class PairMemberLeaves(PairLeaving leaving) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct) => leaving.GoneAsync(happened.Member.GuildId, happened.Member.User.Id, ct);
}

/// <summary>Looks whether those who are in a pair they found, or are asked, are still there: without the members intent nobody tells, and an event can be missed.</summary>
[DisallowConcurrentExecution]
internal sealed class LookForPartnersJob(NexusDb db, PairLeaving leaving, IDiscordRest discord, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var asks = await db.AcrossGuilds<PairAsk>().AsNoTracking().Where(ask => ask.Answer == PairAnswer.None && ask.ExpiresAt > now).ToListAsync(cancellationToken);
        var paired = await db.AcrossGuilds<PairMember>().AsNoTracking().Where(member => member.SoleOf != null).Select(member => new { member.GuildId, member.PersonId }).ToListAsync(cancellationToken);
        foreach (var (guild, person) in paired.Select(member => (member.GuildId, member.PersonId)).Concat(asks.SelectMany(ask => new[] { (ask.GuildId, ask.OneId), (ask.GuildId, ask.OtherId) })).Distinct())
        {
            try
            {
                await discord.GetMemberAsync(guild, person, RequestOptions.Batch, cancellationToken);
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownMember)
            {
                await leaving.GoneAsync(guild, person, cancellationToken);
            }
            catch (DiscordApiException trouble) when (DeliveryTrouble.MayPass(trouble))
            {
                return; // the next look finds them
            }
            catch (DiscordApiException)
            {
                // This server is closed to the bot; others are not.
            }
        }
    }
}
