using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Reminders;

/// <summary>A reminder's own times.</summary>
internal sealed class ReminderSource(ReminderWords words) : IRecurringDeliverySource
{
    public string Kind => Reminder.DeliveryKind;

    public Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) => words.ComposeAsync(db, delivery, lateBy, ct);

    public Task<IEnumerable<DateTimeOffset>> DueAfterAsync(NexusDb db, Delivery delivery, CancellationToken ct) => words.DueAfterAsync(db, delivery, ct);
}
