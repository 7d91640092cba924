using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions;

/// <summary>From something that was not found to a post that people answer.</summary>
internal static class QuestionsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Button<AskQuestionButton>()
            .Modal<WriteQuestionModal>()
            .Button<TryQuestionAgainButton>()
            .FollowUp<PostQuestionFollowUp>()
            .Table(new QuestionPostTable());
        slice.Services.AddScoped<QuestionBook>();
    }
}
