using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Reminders;

/// <summary>A reminder that somebody put off. No part of a series: the next time of one does not supersede it.</summary>
internal sealed class SnoozedReminderSource(ReminderWords words) : IDeliverySource
{
    public string Kind => Reminder.SnoozeKind;

    public Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) => words.ComposeAsync(db, delivery, lateBy, ct);
}
