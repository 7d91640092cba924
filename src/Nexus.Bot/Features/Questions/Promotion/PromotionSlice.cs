using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Promotion;

/// <summary>Answers that the next learner finds in the topic hub.</summary>
internal static class PromotionSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Button<MakePageButton>().Modal<PageWordsModal>();
        slice.Services.AddScoped<PageDesk>().AddSingleton<IPagePublished, LinkPublishedPage>();
    }
}
