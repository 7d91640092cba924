using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>Looking through questions.</summary>
internal static class ListsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("questions", "What was asked: lists, search and what becomes of each question")
            .Command<ListQuestionsCommand>()
            .Command<SearchQuestionsCommand>()
            .Command<ShowQuestionCommand>()
            .Select<OpenQuestionSelect>()
            .Button<TurnQuestionsButton>()
            .Button<ListQuestionsButton>();
        slice.Services.AddScoped<QuestionLists>();
    }
}
