using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Asking;
using Nexus.Bot.Features.Questions.Board;
using Nexus.Bot.Features.Questions.Escalation;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Features.Questions.Lists;
using Nexus.Bot.Features.Questions.Promotion;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Features.Questions.Steps;
using Nexus.Bot.Features.Questions.Stats;
using Nexus.Bot.Features.Questions.Tracking;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions;

/// <summary>What learners ask, until it is answered.</summary>
internal static class QuestionsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        AskingSlice.Declare(slice);
        StepsSlice.Declare(slice);
        IndexSlice.Declare(slice);
        ListsSlice.Declare(slice);
        SettingsSlice.Declare(slice);
        StatsSlice.Declare(slice);
        AnswersSlice.Declare(slice);
        PromotionSlice.Declare(slice);
        BoardSlice.Declare(slice);
        TrackingSlice.Declare(slice);
        slice.Table(new QuestionTable())
            .Table(new QuestionAnswerTable())
            .Table(new QuestionFollowerTable());
        AnswerersSlice.Declare(slice);
        EscalationSlice.Declare(slice);
        slice.Services.AddSingleton<QuestionLife>().AddSingleton<IReminderSubject, QuestionSubjects>();
        slice.Services.AddSingleton<QuestionActors>().AddScoped<QuestionDesk>().AddTransient<QuestionNames>();
    }
}
