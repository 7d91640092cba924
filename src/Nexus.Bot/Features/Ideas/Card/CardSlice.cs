using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>How ideas look, and what keeps their cards up to date.</summary>
internal static class CardSlice
{
    private static readonly TimeSpan LookForUndrawn = TimeSpan.FromMinutes(10);

    public static void Declare(SliceBuilder slice)
    {
        slice.Button<ReadIdeaButton>()
            .Job<DrawIdeasJob>(LookForUndrawn);
        slice.Services.AddSingleton<IdeaDrawing>();
    }
}
