using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>A reminder's own times.</summary>
internal sealed class ReminderSource(ReminderWords words, AgreedChannels channels) : IRecurringDeliverySource
{
    public string Kind => Reminder.DeliveryKind;

    public Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) => words.ComposeAsync(db, delivery, lateBy, ct);

    public async Task<Snowflake?> ChannelInsteadAsync(NexusDb db, Delivery delivery, CancellationToken ct) =>
        delivery.PersonId is { } person ? await channels.OfAsync(db, person, ct) : null;

    public Task<IEnumerable<DateTimeOffset>> DueAfterAsync(NexusDb db, Delivery delivery, CancellationToken ct) => words.DueAfterAsync(db, delivery, ct);
}
