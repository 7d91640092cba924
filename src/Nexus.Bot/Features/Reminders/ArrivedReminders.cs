using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What its owner does with a reminder that has come: done, put off, and back. Every step may be pressed twice.</summary>
internal sealed class ArrivedReminders(NexusDb db, ReminderBook book, IEnumerable<IReminderSubject> subjects, TimeProvider clock)
{
    /// <summary>Null when it is not this person's.</summary>
    public async Task<ArrivedReminder?> FindAsync(Snowflake person, long? deliveryId, CancellationToken ct)
    {
        if (deliveryId is not { } id
            || await book.Rows().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } delivery
            || await book.FindAsync(person, delivery.SubjectId, ct) is not { } reminder)
        {
            return null;
        }

        return new ArrivedReminder(reminder, delivery)
        {
            LateBy = delivery.Late >= SendDueDeliveriesJob.Punctual ? delivery.Late : null,
            IsDone = await db.Of<ReminderDone>(person).AnyAsync(done => done.DeliveryId == id, ct),
            Subject = await SubjectOfAsync(db, subjects, reminder, ct),
            Followers = await FollowersOfAsync(db, delivery, reminder, ct),
        };
    }

    /// <summary>Marks it done; what was put off does not come again.</summary>
    public async Task FinishAsync(ArrivedReminder arrived, CancellationToken ct)
    {
        var (reminder, delivery) = (arrived.Reminder, arrived.Delivery);
        if (!arrived.IsDone)
        {
            db.Add(new ReminderDone { DeliveryId = delivery.Id, UserId = reminder.UserId, At = clock.GetUtcNow() });
            await db.SaveChangesAsync(ct);
        }

        await book.CancelAsync(reminder, Reminder.SnoozeKind, ct);
    }

    /// <summary>It is not done after all.</summary>
    public async Task ReopenAsync(ArrivedReminder arrived, CancellationToken ct) =>
        await db.Of<ReminderDone>(arrived.Reminder.UserId).Where(done => done.DeliveryId == arrived.Delivery.Id).ExecuteDeleteAsync(ct);

    /// <summary>Lets it come again; one that is put off already is put off to the new time.</summary>
    public async Task SnoozeAsync(ArrivedReminder arrived, DateTimeOffset until, CancellationToken ct)
    {
        var waiting = book.Waiting(arrived.Reminder, Reminder.SnoozeKind);
        if (await waiting.ExecuteUpdateAsync(set => set.SetProperty(row => row.DueAt, until).SetProperty(row => row.NextTryAt, until), ct) == 0)
        {
            await book.PlanAsync(arrived.Reminder, Reminder.SnoozeKind, until, ct);
        }

        await ReopenAsync(arrived, ct);
        db.HasSaved = true;
        book.Wake(until);
    }

    /// <summary>It does not come again after all.</summary>
    public Task<int> BringBackAsync(ArrivedReminder arrived, CancellationToken ct) => book.CancelAsync(arrived.Reminder, Reminder.SnoozeKind, ct);

    /// <summary>Null when it is about nothing, or about something that is no more.</summary>
    public static async Task<ReminderSubject?> SubjectOfAsync(NexusDb db, IEnumerable<IReminderSubject> subjects, Reminder reminder, CancellationToken ct) =>
        reminder is { SubjectKind: { } kind, Guild: { } guild } && subjects.FirstOrDefault(it => it.Kind == kind) is { } source
            ? await source.FindAsync(db, guild, reminder.SubjectId, reminder.IsPublic ? null : reminder.UserId, ct)
            : null;

    /// <summary>Who gets this delivery besides the owner; what the owner put off is theirs alone.</summary>
    public static async Task<IReadOnlyList<Snowflake>> FollowersOfAsync(NexusDb db, Delivery delivery, Reminder reminder, CancellationToken ct) =>
        reminder is { IsPublic: true, Guild: { } guild } && delivery is { Kind: Reminder.DeliveryKind, FellBack: null }
            ? await db.In<ReminderFollower>(guild).Where(it => it.ReminderId == reminder.Id).OrderBy(it => it.Id).Select(it => it.UserId).ToListAsync(ct)
            : [];
}
