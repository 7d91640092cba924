using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Stats;

/// <summary>How quickly questions are answered.</summary>
internal static class StatsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Command<ShowQuestionStatsCommand>();
        slice.Services.AddScoped<StatsReader>();
    }
}
