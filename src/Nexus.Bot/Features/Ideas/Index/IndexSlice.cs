using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Index;

/// <summary>Ideas to be found again.</summary>
internal static class IndexSlice
{
    public static void Declare(SliceBuilder slice) => slice.Services.AddSingleton<IdeaIndex>().AddSingleton<IPageActivity, IdeasAboutPage>();
}
