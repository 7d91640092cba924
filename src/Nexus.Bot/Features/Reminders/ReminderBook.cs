using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Reminders;

/// <summary>
/// People's reminders and when they come. A delivery is changed only while it waits, in one conditional update: the job that sends
/// may be taking it at the same moment.
/// </summary>
internal sealed class ReminderBook(
    NexusDb db, DeliveryQueue queue, GuildConfigurations configurations, IEnumerable<IReminderSubject> subjects, ReminderOptions options, TimeProvider clock)
{
    private const int MostPast = 100;
    private static readonly TimeSpan DraftsLive = TimeSpan.FromDays(1);

    /// <summary>Saves a reminder; without a reading it stays a draft. The same interaction makes no second one.</summary>
    public async Task<AddResult> AddAsync(NewReminder asked, Reading? reading, CancellationToken ct)
    {
        if (await db.Of<Reminder>(asked.Person).SingleOrDefaultAsync(it => it.AskedBy == asked.AskedBy, ct) is { } known)
        {
            return new AddResult.Added(await EntryAsync(known, ct));
        }

        var now = clock.GetUtcNow();
        var reminder = new Reminder
        {
            UserId = asked.Person,
            GuildId = asked.Guild ?? default,
            ChannelId = asked.Channel,
            ByDm = asked.ByDm || asked.Guild is null,
            Link = asked.Link,
            SubjectKind = asked.Subject?.Kind,
            SubjectId = asked.Subject?.Id ?? 0,
            RoleId = asked.Role,
            IsPublic = asked.IsPublic,
            AskedBy = asked.AskedBy,
            CreatedAt = now,
            Repeats = reading?.Repeats,
        };
        if (!reminder.Write(asked.Text))
        {
            return new AddResult.WordingIsWrong();
        }

        if (await FullAsync(asked.Person, ct) is { } most)
        {
            return new AddResult.Full(most);
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        await ForgetDraftsAsync(asked.Person, now - DraftsLive, ct);
        db.Add(reminder);
        await db.SaveChangesAsync(ct);
        if (reading is not null)
        {
            await PlanAsync(reminder, Reminder.DeliveryKind, reading.At, ct);
        }

        await together.CommitAsync(ct);
        Wake(reading?.At);
        return new AddResult.Added(await EntryAsync(reminder, ct));
    }

    public Task<Reminder?> FindAsync(Snowflake person, long id, CancellationToken ct) =>
        db.Of<Reminder>(person).SingleOrDefaultAsync(it => it.Id == id, ct);

    public async Task<ReminderEntry?> FindEntryAsync(Snowflake person, long? id, CancellationToken ct) =>
        id is { } number && await FindAsync(person, number, ct) is { } reminder ? await EntryAsync(reminder, ct) : null;

    /// <summary>How many one may have, when somebody has that many waiting; else null.</summary>
    public async Task<int?> FullAsync(Snowflake person, CancellationToken ct) =>
        await Coming(person).Select(pair => pair.Reminder.Id).Distinct().CountAsync(ct) >= options.MostPerPerson ? options.MostPerPerson : null;

    public async Task<ReminderEntry> EntryAsync(Reminder reminder, CancellationToken ct)
    {
        var next = await Coming(reminder.UserId).Where(pair => pair.Reminder.Id == reminder.Id).OrderBy(pair => pair.Delivery.DueAt).Select(pair => pair.Delivery).FirstOrDefaultAsync(ct);
        var last = await Rows(reminder).AsNoTracking()
            .Where(row => row.State != DeliveryState.Waiting && row.State != DeliveryState.Sending)
            .OrderByDescending(row => row.DueAt)
            .FirstOrDefaultAsync(ct);
        return new ReminderEntry(reminder, next, last);
    }

    /// <summary>Saves changed words.</summary>
    public Task SaveAsync(CancellationToken ct) => db.SaveChangesAsync(ct);

    /// <summary>Gives a reminder (also one that has come) a new time or rule, together with whatever else was changed in it. What was put off goes.</summary>
    public async Task RetimeAsync(Reminder reminder, Reading reading, CancellationToken ct)
    {
        await using var together = await db.Database.BeginTransactionAsync(ct);
        (reminder.Repeats, reminder.EndedAt) = (reading.Repeats, null);
        await db.SaveChangesAsync(ct);
        await CancelAsync(reminder, Reminder.SnoozeKind, ct);
        await MoveAsync(reminder, reading.At, ct);
        await together.CommitAsync(ct);
        db.HasSaved = true;
        Wake(reading.At);
    }

    /// <summary>Cancels one, or stops a series; false when nothing of it was to come.</summary>
    public async Task<bool> EndAsync(Reminder reminder, CancellationToken ct)
    {
        if ((await EntryAsync(reminder, ct)).Next is null)
        {
            return false;
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        reminder.EndedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        await CancelAsync(reminder, Reminder.SnoozeKind, ct);
        await together.CommitAsync(ct);
        return true;
    }

    /// <summary>Takes a cancellation back; false when its time has passed meanwhile.</summary>
    public async Task<bool> RestoreAsync(Reminder reminder, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var together = await db.Database.BeginTransactionAsync(ct);
        reminder.EndedAt = null;
        await db.SaveChangesAsync(ct);
        if (reminder.Repeats is { } series && !await Waiting(reminder, Reminder.DeliveryKind).AnyAsync(ct) && NextOf(series) is { } next)
        {
            await PlanAsync(reminder, Reminder.DeliveryKind, next, ct);
            Wake(next);
        }

        if (await Rows(reminder).Where(row => row.Kind == Reminder.SnoozeKind && row.State == DeliveryState.Cancelled && row.DueAt > now).MaxAsync(row => (int?)row.Occurrence, ct) is { } latest
            && !await Waiting(reminder, Reminder.DeliveryKind).AnyAsync(ct))
        {
            await Rows(reminder).Where(row => row.Kind == Reminder.SnoozeKind && row.Occurrence == latest && row.State == DeliveryState.Cancelled)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Waiting), ct);
        }

        if ((await EntryAsync(reminder, ct)).Next is not { } coming)
        {
            return false;
        }

        await together.CommitAsync(ct);
        Wake(coming.DueAt);
        return true;
    }

    /// <summary>Leaves the next time of a series out, or a left-out day in again; false when no time is left then, and nothing is changed.</summary>
    public async Task<bool> SkipAsync(Reminder reminder, LocalDate day, bool skips, CancellationToken ct)
    {
        if (reminder is not { Repeats: { } series, EndedAt: null })
        {
            return false;
        }

        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(series.Zone).Date;
        var ahead = series with { Skips = [.. series.Skips.Where(skipped => skipped >= today && skipped != day)] };
        var changed = skips ? ahead.Without(day) : ahead;
        if (NextOf(changed) is not { } next)
        {
            return false;
        }

        await using var together = await db.Database.BeginTransactionAsync(ct);
        reminder.Repeats = changed;
        await db.SaveChangesAsync(ct);
        await MoveAsync(reminder, next, ct);
        await together.CommitAsync(ct);
        Wake(next);
        return true;
    }

    /// <summary>Everything that is still to come, soonest first.</summary>
    public async Task<IReadOnlyList<ReminderEntry>> ComingAsync(Snowflake person, CancellationToken ct)
    {
        List<ReminderEntry> entries = [];
        foreach (var pair in (await Coming(person).OrderBy(pair => pair.Delivery.DueAt).ToListAsync(ct)).DistinctBy(pair => pair.Reminder.Id))
        {
            entries.Add(await ComingAsync(pair, ct));
        }

        return entries;
    }

    /// <summary>What has come, failed or was cancelled, the latest first.</summary>
    public async Task<IReadOnlyList<ReminderEntry>> PastAsync(Snowflake person, CancellationToken ct)
    {
        var coming = (await ComingAsync(person, ct)).Select(entry => entry.Reminder.Id).ToHashSet();
        var pairs = await Pairs(person).Where(pair => pair.Delivery.State != DeliveryState.Superseded).OrderByDescending(pair => pair.Delivery.DueAt).Take(MostPast).ToListAsync(ct);
        var shown = pairs.Where(pair => !coming.Contains(pair.Reminder.Id)).DistinctBy(pair => pair.Reminder.Id).ToList();
        var ids = shown.Select(pair => pair.Delivery.Id).ToList();
        var done = await db.Of<ReminderDone>(person).Where(it => ids.Contains(it.DeliveryId)).Select(it => it.DeliveryId).ToListAsync(ct);
        return [.. shown.Select(pair => new ReminderEntry(pair.Reminder, null, pair.Delivery) { IsDone = done.Contains(pair.Delivery.Id) })];
    }

    /// <summary>Those of others that this person has joined.</summary>
    public async Task<IReadOnlyList<ReminderEntry>> FollowedAsync(Snowflake person, CancellationToken ct)
    {
        List<ReminderEntry> entries = [];
        foreach (var guild in await db.Of<ReminderFollower>(person).Select(follower => follower.GuildId).Distinct().ToListAsync(ct))
        {
            var pairs = await (
                from follower in db.Of<ReminderFollower>(person)
                join reminder in db.In<Reminder>(guild).AsNoTracking() on follower.ReminderId equals reminder.Id
                join delivery in Rows().AsNoTracking() on reminder.Id equals delivery.SubjectId
                where delivery.Kind == Reminder.DeliveryKind && reminder.EndedAt == null
                    && (delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Sending)
                orderby delivery.DueAt
                select new Pair { Reminder = reminder, Delivery = delivery }).ToListAsync(ct);
            foreach (var pair in pairs.DistinctBy(pair => pair.Reminder.Id))
            {
                entries.Add(await ComingAsync(pair, ct) with { IsFollowed = true });
            }
        }

        return entries;
    }

    public async Task<IReadOnlyList<ReminderEntry>> ListAsync(Snowflake person, ReminderFilter filter, CancellationToken ct) => filter == ReminderFilter.Past
        ? await PastAsync(person, ct)
        : [.. (await ComingAsync(person, ct)).Concat(await FollowedAsync(person, ct)).OrderBy(entry => entry.Next!.DueAt)];

    /// <summary>Plans one more delivery; only the caller's transaction makes it stand.</summary>
    public async Task<Delivery> PlanAsync(Reminder reminder, string kind, DateTimeOffset due, CancellationToken ct)
    {
        var latest = await Rows(reminder).Where(row => row.Kind == kind).MaxAsync(row => (int?)row.Occurrence, ct) ?? -1;
        var delivery = Delivery.Plan(default, kind, reminder.Id, await TargetAsync(reminder, ct), due, latest + 1);
        db.Add(delivery);
        await db.SaveChangesAsync(ct);
        return delivery;
    }

    public void Wake(DateTimeOffset? due)
    {
        if (due is { } moment)
        {
            queue.WakeAt(moment);
        }
    }

    public Task<int> CancelAsync(Reminder reminder, string kind, CancellationToken ct) =>
        Waiting(reminder, kind).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Cancelled), ct);

    public IQueryable<Delivery> Waiting(Reminder reminder, string kind) =>
        Rows(reminder).Where(row => row.Kind == kind && row.State == DeliveryState.Waiting);

    /// <summary>A reminder is a person's, so its deliveries are no server's.</summary>
    public IQueryable<Delivery> Rows() =>
        db.In<Delivery>(default).Where(row => row.Kind == Reminder.DeliveryKind || row.Kind == Reminder.SnoozeKind);

    private async Task<ReminderEntry> ComingAsync(Pair pair, CancellationToken ct) => new(pair.Reminder, pair.Delivery, null)
    {
        IsNeedless = pair.Reminder.SubjectKind is not null && await ArrivedReminders.SubjectOfAsync(db, subjects, pair.Reminder, ct) is null or { IsClosed: true },
    };

    private IQueryable<Delivery> Rows(Reminder reminder) => Rows().Where(row => row.SubjectId == reminder.Id);

    private IQueryable<Pair> Pairs(Snowflake person) =>
        from reminder in db.Of<Reminder>(person).AsNoTracking()
        join delivery in Rows().AsNoTracking() on reminder.Id equals delivery.SubjectId
        select new Pair { Reminder = reminder, Delivery = delivery };

    private IQueryable<Pair> Coming(Snowflake person) => Pairs(person).Where(pair =>
        (pair.Delivery.State == DeliveryState.Waiting || pair.Delivery.State == DeliveryState.Sending)
        && (pair.Reminder.EndedAt == null || pair.Delivery.Kind == Reminder.SnoozeKind));

    // The latest of its own times moves; an earlier one that Discord has not taken yet is not sent any more.
    private async Task MoveAsync(Reminder reminder, DateTimeOffset due, CancellationToken ct)
    {
        var latest = await Waiting(reminder, Reminder.DeliveryKind).MaxAsync(row => (int?)row.Occurrence, ct);
        var moved = await Waiting(reminder, Reminder.DeliveryKind).Where(row => row.Occurrence == latest)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, due).SetProperty(row => row.NextTryAt, due), ct);
        await Waiting(reminder, Reminder.DeliveryKind).Where(row => row.Occurrence != latest)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Cancelled), ct);
        if (moved == 0)
        {
            await PlanAsync(reminder, Reminder.DeliveryKind, due, ct);
        }
    }

    private async Task<DeliveryTarget> TargetAsync(Reminder reminder, CancellationToken ct)
    {
        if (!reminder.ByDm && reminder.ChannelId is { } channel)
        {
            return DeliveryTarget.In(channel, orDmOf: reminder.UserId);
        }

        var agreed = reminder.Guild is { } guild ? (await configurations.OfAsync(guild, ct)).ReminderChannelId : null;
        return DeliveryTarget.DmOf(reminder.UserId, orIn: agreed ?? reminder.ChannelId);
    }

    private Task<int> ForgetDraftsAsync(Snowflake person, DateTimeOffset before, CancellationToken ct) => db.Of<Reminder>(person)
        .Where(it => it.CreatedAt < before && !Rows().Any(row => row.SubjectId == it.Id))
        .ExecuteDeleteAsync(ct);

    private DateTimeOffset? NextOf(Recurrence series) =>
        series.Next(Instant.FromDateTimeOffset(clock.GetUtcNow()), 1) is [var next] ? next.ToDateTimeOffset().ToUniversalTime() : null;

    private sealed class Pair
    {
        public required Reminder Reminder { get; init; }

        public required Delivery Delivery { get; init; }
    }
}
