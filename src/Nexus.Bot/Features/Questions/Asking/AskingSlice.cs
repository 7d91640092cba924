using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>From the form to the post.</summary>
internal static class AskingSlice
{
    private static readonly TimeSpan ForgetDrafts = TimeSpan.FromHours(24);

    public static void Declare(SliceBuilder slice)
    {
        slice.Command<AskCommand>()
            .Button<AskQuestionButton>()
            .Button<AskAboutButton>()
            .Modal<WriteQuestionModal>()
            .Modal<RewriteQuestionModal>()
            .Button<EditQuestionButton>()
            .Button<PostQuestionButton>()
            .Button<DiscardQuestionButton>()
            .Button<RestoreQuestionButton>()
            .Button<SolvedByButton>()
            .Select<SolvedBySelect>()
            .Button<FoundAnswerButton>()
            .Button<JoinQuestionButton>()
            .Button<UndoQuestionButton>()
            .Button<AskOnceMoreButton>()
            .Button<ChangeTopicsButton>()
            .Select<ChooseTopicsSelect>()
            .Select<ChooseTrackSelect>()
            .FollowUp<PostQuestionFollowUp>()
            .FollowUp<DeletePostFollowUp>()
            .Job<ForgetDraftsJob>(ForgetDrafts);
        slice.Services.AddScoped<QuestionBook>().AddScoped<AskingDesk>().AddScoped<EarlierQuestions>();
        slice.Services.AddScoped<ISolvedQuestions>(services => services.GetRequiredService<EarlierQuestions>());
        slice.Services.TryAddScoped<UploadedLog>();
    }
}
