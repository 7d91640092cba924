using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>From the form to the post, and what is changed of it afterwards.</summary>
internal static class ProposingSlice
{
    private static readonly TimeSpan LookForUnposted = TimeSpan.FromMinutes(1);

    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("idea", "Ideas for projects: propose, vote, find people and build")
            .Job<PostIdeasJob>(LookForUnposted);
        slice.Services.AddScoped<IdeaBook>().AddSingleton<IdeaPost>().AddSingleton<IdeaPlaces>();
    }
}
