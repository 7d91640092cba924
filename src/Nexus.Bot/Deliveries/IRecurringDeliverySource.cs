using Nexus.Bot.Data;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// A source whose subjects are due again and again. When one occurrence comes due the queue plans the next; of several that are
/// due, only the latest is sent.
/// </summary>
internal interface IRecurringDeliverySource : IDeliverySource
{
    /// <summary>When the delivery's subject is due after it, in order and rising; may be endless, and is empty when it has ended.</summary>
    Task<IEnumerable<DateTimeOffset>> DueAfterAsync(NexusDb db, Delivery delivery, CancellationToken ct);
}
