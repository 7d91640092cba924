using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Index;

/// <summary>What was asked before, to be found again.</summary>
internal static class IndexSlice
{
    public static void Declare(SliceBuilder slice) =>
        slice.Services.AddSingleton<ProblemsFile>().AddSingleton<QuestionIndex>().AddSingleton<IPageActivity, QuestionsAboutPage>();
}
