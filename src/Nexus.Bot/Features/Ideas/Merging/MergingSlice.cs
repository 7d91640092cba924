using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Merging;

/// <summary>Two ideas that are the same become one.</summary>
internal static class MergingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Button<NameOtherIdeaButton>()
            .Modal<NameOtherIdeaModal>()
            .Button<PickOtherIdeaButton>()
            .Button<MergeIdeaButton>()
            .Button<KeepApartButton>()
            .Button<ExplainUnmergeButton>()
            .Modal<UnmergeIdeaModal>()
            .Command<MergeIdeasCommand>();
        slice.Services.AddSingleton<Merger>().AddScoped<MergeDesk>();
    }
}
