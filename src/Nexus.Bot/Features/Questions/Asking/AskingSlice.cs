using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>From the form to the post.</summary>
internal static class AskingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Button<AskQuestionButton>()
            .Modal<WriteQuestionModal>()
            .Button<TryQuestionAgainButton>()
            .FollowUp<PostQuestionFollowUp>();
        slice.Services.AddScoped<QuestionBook>();
    }
}
