using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Tips;

/// <summary>A tip of the day from the hub, for servers that want one.</summary>
internal static class TipsSlice
{
    public static void Declare(SliceBuilder slice) =>
        slice.Table(new TipPlanTable())
            .Table(new TipUseTable());
}
