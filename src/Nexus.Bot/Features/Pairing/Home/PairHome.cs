using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.ServerLog;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>
/// A pair's place: a private thread under the channel for teams. Each step looks at what is there and keeps what it did at once, so that
/// after an interruption anywhere the rest is done and nothing twice.
/// </summary>
internal sealed class PairHome(PrivateThreads threads, GuildConfigurations configurations, LogBook log, DeliveryQueue queue, PairLeaving leaving, TimeProvider clock)
{
    // Until an admin chooses a channel, or gives what is missing.
    private static readonly TimeSpan Unplaced = TimeSpan.FromMinutes(10);

    /// <param name="pair">As it is now, not tracked.</param>
    /// <returns>When it has to be looked after again; null when all is done.</returns>
    /// <exception cref="DiscordApiException">The rest is tried later.</exception>
    public async Task<DateTimeOffset?> TendAsync(NexusDb db, Pair pair, CancellationToken ct)
    {
        if (pair.ThreadId is null && pair.Status == PairStatus.Ended)
        {
            return null;
        }

        if ((pair.ThreadId ?? await OpenAsync(db, pair, ct)) is not { } thread)
        {
            return clock.GetUtcNow() + Unplaced;
        }

        try
        {
            return await FurnishAsync(db, await Row(db, pair).AsNoTracking().SingleAsync(ct), thread, ct);
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
        {
            // Somebody deleted it: its people get a new one.
            await Row(db, pair).ExecuteUpdateAsync(set => set.SetProperty(it => it.ThreadId, (Snowflake?)null), ct);
            await db.In<PairMember>(pair.GuildId).Where(it => it.PairId == pair.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsInThread, false), ct);
            return pair.Status == PairStatus.Ended ? null : clock.GetUtcNow();
        }
    }

    private async Task<Snowflake?> OpenAsync(NexusDb db, Pair pair, CancellationToken ct)
    {
        if ((await configurations.OfAsync(pair.GuildId, ct)).TeamChannelId is not { } place)
        {
            await TellAsync(db, pair, PairHomeViews.NoChannel(pair), ct);
            return null;
        }

        Channel? thread = null;
        if (pair.PlacingSince is { } since)
        {
            thread = await EarlierAsync(db, pair, place, since, ct);
        }
        else
        {
            DateTimeOffset? now = clock.GetUtcNow();
            await Row(db, pair).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlacingSince, now), ct);
        }

        try
        {
            thread ??= await threads.StartAsync(place, pair.Name, ct);
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            await Row(db, pair).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlacingSince, (DateTimeOffset?)null), ct);
            await TellAsync(db, pair, PairHomeViews.MayNot(pair, place, refused.Code), ct);
            return null;
        }

        Snowflake? id = thread.Id;
        await Row(db, pair).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.ThreadId, id).SetProperty(it => it.Threads, it => it.Threads + 1)
                .SetProperty(it => it.PlacingSince, (DateTimeOffset?)null).SetProperty(it => it.ToldAt, (DateTimeOffset?)null).SetProperty(it => it.IsPutAway, false),
            ct);
        return id;
    }

    private async Task<Channel?> EarlierAsync(NexusDb db, Pair pair, Snowflake place, DateTimeOffset since, CancellationToken ct)
    {
        foreach (var thread in await threads.EarlierAsync(pair.GuildId, place, pair.Name, since, ct))
        {
            Snowflake? id = thread.Id;
            if (!await db.In<Pair>(pair.GuildId).AnyAsync(it => it.ThreadId == id, ct))
            {
                return thread;
            }
        }

        return null;
    }

    private async Task<DateTimeOffset?> FurnishAsync(NexusDb db, Pair pair, Snowflake thread, CancellationToken ct)
    {
        if (pair is { IsPutAway: true, Status: PairStatus.Active })
        {
            await threads.ArchiveAsync(thread, isArchived: false, ct);
            await Row(db, pair).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsPutAway, false), ct);
        }

        var again = await LetInAsync(db, pair, thread, ct);
        if (pair.Status == PairStatus.Active)
        {
            await WelcomeAsync(db, pair, thread, ct);
        }
        else if (!pair.IsPutAway)
        {
            await threads.ArchiveAsync(thread, isArchived: true, ct);
            await Row(db, pair).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsPutAway, true), ct);
        }

        return again;
    }

    private async Task<DateTimeOffset?> LetInAsync(NexusDb db, Pair pair, Snowflake thread, CancellationToken ct)
    {
        DateTimeOffset? again = null;
        var members = await db.In<PairMember>(pair.GuildId).AsNoTracking().Where(it => it.PairId == pair.Id && it.IsInThread == (it.LeftAt != null)).OrderBy(it => it.Id).ToListAsync(ct);
        foreach (var member in members)
        {
            var comes = member.LeftAt is null;
            switch (await threads.SeatAsync(thread, member.PersonId, comes, ct))
            {
                case ThreadSeat.Done:
                    await db.In<PairMember>(pair.GuildId).Where(it => it.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsInThread, comes), ct);
                    break;
                case ThreadSeat.Gone:
                    await leaving.GoneAsync(pair.GuildId, member.PersonId, ct);
                    again = clock.GetUtcNow();
                    break;
                default:
                    again ??= clock.GetUtcNow() + Unplaced; // the others come in all the same
                    break;
            }
        }

        return again;
    }

    // Once for each thread it has.
    private async Task WelcomeAsync(NexusDb db, Pair pair, Snowflake thread, CancellationToken ct)
    {
        if (!await db.In<Delivery>(pair.GuildId).AnyAsync(it => it.Kind == PairOpenerSource.DeliveryKind && it.SubjectId == pair.Id && it.Occurrence == pair.Threads, ct))
        {
            var now = clock.GetUtcNow();
            db.Add(Delivery.Plan(pair.GuildId, PairOpenerSource.DeliveryKind, pair.Id, DeliveryTarget.In(thread), now, pair.Threads));
            await db.SaveChangesAsync(ct);
            queue.WakeAt(now);
        }
    }

    // Once, until it has a place.
    private async Task TellAsync(NexusDb db, Pair pair, string words, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        if (await Row(db, pair).Where(it => it.ToldAt == null).ExecuteUpdateAsync(set => set.SetProperty(it => it.ToldAt, now), ct) == 1
            && !await OthersToldAsync(db, pair, ct))
        {
            await log.AddAsync(db, pair.GuildId, actor: default, words, link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(now.Value);
        }
    }

    // All pairs of a round have the same trouble: it is told with the first.
    private static Task<bool> OthersToldAsync(NexusDb db, Pair pair, CancellationToken ct) =>
        db.In<Pair>(pair.GuildId).AnyAsync(it => it.Id != pair.Id && it.ToldAt != null && it.ThreadId == null && it.Status == PairStatus.Active, ct);

    private static IQueryable<Pair> Row(NexusDb db, Pair pair) => db.In<Pair>(pair.GuildId).Where(it => it.Id == pair.Id);
}
