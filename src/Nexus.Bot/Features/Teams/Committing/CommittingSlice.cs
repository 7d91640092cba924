using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>A formation becomes teams, and can be taken back.</summary>
internal static class CommittingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new CommitmentTable());
        slice.Services.AddSingleton<CommitBook>().AddSingleton<UndoBook>().AddSingleton<PlaceWatch>().AddSingleton<IDeliverySource, UndoneSource>();
    }
}
