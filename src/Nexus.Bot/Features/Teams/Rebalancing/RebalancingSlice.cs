using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>Mentors move people after others have left.</summary>
internal static class RebalancingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new RebalanceTable())
            .Command<RebalanceTeamsCommand>()
            .Button<LookAgainButton>()
            .Button<TakeFreeButton>()
            .Select<StayingSelect>()
            .Button<ApplyRebalanceButton>()
            .Button<UndoRebalanceButton>()
            .FollowUp<ProposeRebalance>();
        slice.Services.AddSingleton<RebalanceBook>().AddTransient<RebalanceLooks>().AddScoped<RebalanceDesk>();
        slice.Services.AddSingleton<IDeliverySource, MovedSource>();
    }
}
