using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>A reminder that somebody put off. No part of a series: the next time of one does not supersede it.</summary>
internal sealed class SnoozedReminderSource(ReminderWords words, AgreedChannels channels) : IDeliverySource
{
    public string Kind => Reminder.SnoozeKind;

    public Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) => words.ComposeAsync(db, delivery, lateBy, ct);

    public async Task<Snowflake?> ChannelInsteadAsync(NexusDb db, Delivery delivery, CancellationToken ct) =>
        delivery.PersonId is { } person ? await channels.OfAsync(db, person, ct) : null;
}
