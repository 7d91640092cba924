using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Deliveries;

/// <summary>The queue of messages that arrive once and on time; features add an <see cref="IDeliverySource"/> each.</summary>
internal static class DeliveriesSlice
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    // It is woken for each post; this finds what another instance has left.
    private static readonly TimeSpan SweepOfFinishing = TimeSpan.FromMinutes(10);

    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new DeliveryTable()).Job<SendDueDeliveriesJob>(Sweep).Job<FinishDeliveriesJob>(SweepOfFinishing);
        slice.Services.AddSingleton<DeliveryQueue>().AddSingleton<DeliverySeries>().AddSingleton<DeliverySender>().AddSingleton<DeliveryLanes>();
    }
}
