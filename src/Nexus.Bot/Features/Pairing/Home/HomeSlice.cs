using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>The private threads of pairs.</summary>
internal static class HomeSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.On<GuildMemberRemoveEvent, PairMemberLeaves>().Job<PlacePairsJob>(PlacePairsJob.Sweep).Job<LookForPartnersJob>(LookForPartnersJob.Every);
        slice.Services.TryAddSingleton<PrivateThreads>();
        slice.Services.AddSingleton<PairHome>().AddSingleton<PairLeaving>().AddSingleton<PairOpener>().AddSingleton<SeenRoles>();
        slice.Services.AddSingleton<IDeliverySource, PairOpenerSource>().AddSingleton<IDeliverySource, PairGoneSource>();
    }
}
