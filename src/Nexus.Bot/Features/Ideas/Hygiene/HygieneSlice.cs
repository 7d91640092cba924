using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>Ideas that nobody touched: asked about, warned of, and parked.</summary>
internal static class HygieneSlice
{
    // Votes wake nobody, and a first look is set by every touch.
    private static readonly TimeSpan LookForQuiet = TimeSpan.FromHours(1);

    public static void Declare(SliceBuilder slice)
    {
        slice.Button<KeepIdeaButton>()
            .Button<ParkIdeaButton>()
            .Modal<ParkIdeaModal>()
            .Button<BringIdeaBackButton>()
            .Job<LookAfterIdeasJob>(LookForQuiet);
        slice.Services.AddSingleton<IDeliverySource, QuietIdeaSource>().AddSingleton<IDeliverySource, UnansweredIdeaSource>();
    }
}
