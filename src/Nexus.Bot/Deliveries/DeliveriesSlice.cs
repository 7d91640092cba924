using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Deliveries;

/// <summary>The queue of messages that arrive once and on time; features add an <see cref="IDeliverySource"/> each.</summary>
internal static class DeliveriesSlice
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);

    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new DeliveryTable()).Job<SendDueDeliveriesJob>(Sweep).Job<FinishDeliveriesJob>(Sweep);
        slice.Services.AddSingleton<DeliveryQueue>().AddSingleton<DeliverySeries>().AddSingleton<DeliverySender>().AddSingleton<DeliveryLanes>();
    }
}
