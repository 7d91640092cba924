using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Words a reminder when it is sent, and decides then whether the person still needs it.</summary>
internal sealed class DeadlineReminders(DeadlineAudience audience, TimeProvider clock) : IDeliverySource
{
    public string Kind => DeadlineReminder.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<DeadlineReminder>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { } reminder
            || await db.In<Deadline>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == reminder.DeadlineId, ct) is not { } deadline)
        {
            return null;
        }

        return HoldsStill(reminder, deadline)
            && !await IsOvertakenAsync(db, reminder, ct)
            && (reminder.IsForAll || (!await IsUnwantedAsync(db, reminder, ct) && await IsForAsync(reminder, deadline, ct)))
            ? DeadlineReminderViews.Sent(deadline, reminder, delivery.FellBack, lateBy)
            : DeliveryContent.NotNeeded;
    }

    private bool HoldsStill(DeadlineReminder reminder, Deadline deadline)
    {
        var now = clock.GetUtcNow();
        return reminder.Revision == deadline.Revision
            && (reminder.Rung == Rung.Removed ? deadline.IsRemoved && reminder.About > now : !deadline.IsOver(now));
    }

    /// <summary>The next rung is due as well: one late message, not two.</summary>
    private async Task<bool> IsOvertakenAsync(NexusDb db, DeadlineReminder reminder, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return reminder.Rung < Rung.TwoHours && await db.In<DeadlineReminder>(reminder.GuildId)
            .Where(it => it.DeadlineId == reminder.DeadlineId && it.UserId == reminder.UserId && it.Revision == reminder.Revision
                && it.Rung > reminder.Rung && it.Rung <= Rung.TwoHours)
            .AnyAsync(it => db.In<Delivery>(reminder.GuildId).Any(row => row.Kind == DeadlineReminder.DeliveryKind && row.SubjectId == it.Id && row.DueAt <= now), ct);
    }

    private static async Task<bool> IsUnwantedAsync(NexusDb db, DeadlineReminder reminder, CancellationToken ct) =>
        await db.In<DeadlineMark>(reminder.GuildId)
            .AnyAsync(mark => mark.DeadlineId == reminder.DeadlineId && mark.UserId == reminder.UserId && (mark.DoneAt != null || mark.MutedAt != null), ct)
        || await db.In<DeadlineSilence>(reminder.GuildId).AnyAsync(silence => silence.UserId == reminder.UserId, ct);

    private async Task<bool> IsForAsync(DeadlineReminder reminder, Deadline deadline, CancellationToken ct) =>
        await audience.OfAsync(deadline, ct) is not { } people || people.Contains(reminder.UserId);
}
