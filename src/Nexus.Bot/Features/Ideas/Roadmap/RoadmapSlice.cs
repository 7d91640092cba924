using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <summary>The ideas by status as one picture.</summary>
internal static class RoadmapSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Command<ShowRoadmapCommand>();
        slice.Services.AddSingleton<RoadmapPictures>().AddScoped<IdeaRoadmap>();
    }
}
