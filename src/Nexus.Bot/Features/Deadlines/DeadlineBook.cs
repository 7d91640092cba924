using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>A deadline, and how one person stands to it.</summary>
internal sealed record DeadlineEntry(Deadline Deadline, bool IsTheirs, bool IsDone, bool IsMuted);

/// <summary>
/// One server's deadlines. Nothing here works through people: whoever changes a deadline only asks the planner to look at it.
/// </summary>
internal sealed class DeadlineBook(NexusDb db, IJobSchedule schedule, TimeProvider clock)
{
    public const int MostComing = 50;

    // Several changes in a row are one piece of news, one that is undone at once is none.
    private static readonly TimeSpan NewsSettles = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan CardSettles = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan StaysListed = TimeSpan.FromDays(7);

    public Task<Deadline?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<Deadline>(guild).SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>The deadline a button is about; null when there is none, or when it is somebody else's reminder.</summary>
    public async Task<Deadline?> FindAsync(ControlCall call, CancellationToken ct)
    {
        switch (DeadlineReference.Read(call.Argument))
        {
            case { Reminder: { } id }:
                return await db.Of<DeadlineReminder>(call.User).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, ct) is { } reminder
                    ? await FindAsync(reminder.GuildId, reminder.DeadlineId, ct)
                    : null;
            case { Deadline: { } id } when call.GuildOrNull is { } guild:
                return await FindAsync(guild, id, ct);
            default:
                return null;
        }
    }

    /// <summary>Those still to come, soonest first.</summary>
    public Task<List<Deadline>> ComingAsync(Snowflake guild, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.In<Deadline>(guild).AsNoTracking().Where(it => it.RemovedAt == null && it.DueAt > now).OrderBy(it => it.DueAt).ToListAsync(ct);
    }

    /// <summary>What somebody has to do first, then what they have done or is for others, then what is over since a few days.</summary>
    public async Task<IReadOnlyList<DeadlineEntry>> ListAsync(Call call, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - StaysListed;
        var deadlines = await db.In<Deadline>(call.Guild).AsNoTracking().Where(it => it.RemovedAt == null && it.DueAt > since).ToListAsync(ct);
        var entries = new List<DeadlineEntry>();
        var marks = await db.In<DeadlineMark>(call.Guild).AsNoTracking().Where(mark => mark.UserId == call.User).ToDictionaryAsync(mark => mark.DeadlineId, ct);
        var silent = await IsSilentAsync(call.Guild, call.User, ct);
        foreach (var deadline in deadlines)
        {
            var mark = marks.GetValueOrDefault(deadline.Id);
            entries.Add(new DeadlineEntry(deadline, deadline.IsFor(call.Roles), mark?.DoneAt is not null, silent || mark?.MutedAt is not null));
        }

        return
        [
            .. entries.OrderBy(entry => entry.Deadline.IsOver(now)).ThenBy(entry => !entry.IsTheirs).ThenBy(entry => entry.IsDone)
                .ThenBy(entry => entry.Deadline.IsOver(now) ? -entry.Deadline.DueAt.ToUnixTimeSeconds() : entry.Deadline.DueAt.ToUnixTimeSeconds()),
        ];
    }

    public async Task<DeadlineEntry> EntryAsync(Deadline deadline, Call call, CancellationToken ct)
    {
        var mark = await db.In<DeadlineMark>(deadline.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.DeadlineId == deadline.Id && it.UserId == call.User, ct);
        return new DeadlineEntry(
            deadline,
            deadline.IsFor(call.Roles),
            mark?.DoneAt is not null,
            mark?.MutedAt is not null || await IsSilentAsync(deadline.GuildId, call.User, ct));
    }

    public Task<int> DoneByAsync(Deadline deadline, CancellationToken ct) =>
        db.In<DeadlineMark>(deadline.GuildId).CountAsync(mark => mark.DeadlineId == deadline.Id && mark.DoneAt != null, ct);

    /// <summary>Who wants no reminder of it, for whatever reason.</summary>
    public async Task<IReadOnlySet<Snowflake>> UnremindedAsync(Deadline deadline, CancellationToken ct) => (await db.In<DeadlineMark>(deadline.GuildId)
        .Where(mark => mark.DeadlineId == deadline.Id && (mark.DoneAt != null || mark.MutedAt != null))
        .Select(mark => mark.UserId)
        .Union(db.In<DeadlineSilence>(deadline.GuildId).Select(silence => silence.UserId))
        .ToListAsync(ct)).ToHashSet();

    public async Task AddAsync(Deadline deadline, CancellationToken ct)
    {
        deadline.SetAt = clock.GetUtcNow();
        deadline.PlanAt = deadline.SetAt;
        db.Add(deadline);
        await db.SaveChangesAsync(ct);
        schedule.WakeAt<PlanDeadlinesJob>(deadline.SetAt);
    }

    /// <summary>Saves changed words, audience and time.</summary>
    public async Task SaveAsync(Deadline deadline, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var moves = db.Entry(deadline).Property(it => it.DueAt).IsModified;
        deadline.CardStaleAt = now + CardSettles;
        deadline.PlanAt = now;
        if (moves)
        {
            await RenewAsync(deadline, now, ct);
        }
        else
        {
            await db.SaveChangesAsync(ct);
        }

        Wake(deadline, now);
    }

    /// <summary>False when it was removed before.</summary>
    public async Task<bool> RemoveAsync(Deadline deadline, CancellationToken ct)
    {
        if (deadline.IsRemoved)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        (deadline.RemovedAt, deadline.CardStaleAt) = (now, now + CardSettles);
        await RenewAsync(deadline, now, ct);
        Wake(deadline, now);
        return true;
    }

    /// <summary>False when it was not removed.</summary>
    public async Task<bool> RestoreAsync(Deadline deadline, CancellationToken ct)
    {
        if (!deadline.IsRemoved)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        (deadline.RemovedAt, deadline.CardStaleAt) = (null, now + CardSettles);
        await RenewAsync(deadline, now, ct);
        Wake(deadline, now);
        return true;
    }

    public async Task MarkAsync(Deadline deadline, Snowflake person, Action<DeadlineMark, DateTimeOffset> change, CancellationToken ct)
    {
        var mark = await db.In<DeadlineMark>(deadline.GuildId).SingleOrDefaultAsync(it => it.DeadlineId == deadline.Id && it.UserId == person, ct);
        if (mark is null)
        {
            mark = new DeadlineMark { DeadlineId = deadline.Id, GuildId = deadline.GuildId, UserId = person };
            db.Add(mark);
        }

        change(mark, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    public Task<bool> IsSilentAsync(Snowflake guild, Snowflake person, CancellationToken ct) =>
        db.In<DeadlineSilence>(guild).AnyAsync(silence => silence.UserId == person, ct);

    public async Task SilenceAsync(Snowflake guild, Snowflake person, bool silent, CancellationToken ct)
    {
        if (!silent)
        {
            db.HasSaved |= await db.In<DeadlineSilence>(guild).Where(silence => silence.UserId == person).ExecuteDeleteAsync(ct) > 0;
        }
        else if (!await IsSilentAsync(guild, person, ct))
        {
            db.Add(new DeadlineSilence { GuildId = guild, UserId = person, Since = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>What was planned is void, and the ladder begins anew from here.</summary>
    private async Task RenewAsync(Deadline deadline, DateTimeOffset now, CancellationToken ct)
    {
        deadline.Revision++;
        (deadline.SetAt, deadline.Planned, deadline.PlanAt, deadline.NewsAt) = (now, 0, now, now + NewsSettles);
        await using var together = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.In<Delivery>(deadline.GuildId)
            .Where(row => row.Kind == DeadlineReminder.DeliveryKind && row.State == DeliveryState.Waiting
                && db.In<DeadlineReminder>(deadline.GuildId).Any(reminder => reminder.Id == row.SubjectId && reminder.DeadlineId == deadline.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Cancelled), ct);
        await together.CommitAsync(ct);
    }

    private void Wake(Deadline deadline, DateTimeOffset now)
    {
        schedule.WakeAt<PlanDeadlinesJob>(now);
        schedule.WakeAt<RefreshDeadlineCardsJob>(deadline.CardStaleAt ?? now);
    }
}
