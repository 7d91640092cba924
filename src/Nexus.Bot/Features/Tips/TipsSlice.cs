using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Tips;

/// <summary>A tip of the day from the hub, for servers that want one.</summary>
internal static class TipsSlice
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);

    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("tip", "A tip of the day from the hub")
            .Command<ScheduleTipsCommand>()
            .Command<StopTipsCommand>()
            .Command<ShowTipCommand>()
            .Button<StopTipsButton>()
            .Button<ResumeTipsButton>()
            .Job<PlanTipsJob>(Sweep)
            .Table(new TipPlanTable())
            .Table(new TipUseTable());
        slice.Services.AddScoped<TipBook>();
        slice.Services.AddSingleton<TipPlanner>();
        slice.Services.AddSingleton<IDeliverySource, TipSource>();
    }
}
