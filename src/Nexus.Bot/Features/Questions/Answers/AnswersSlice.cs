using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>What helped, who is told of it and who is thanked.</summary>
internal static class AnswersSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Context<MarkAnswerContext>()
            .Button<SolvedButton>()
            .FollowUp<OfferReplies>()
            .Select<ChooseAnswerSelect>()
            .FollowUp<AcceptReply>()
            .Button<SolvedMyselfButton>()
            .Modal<SolvedMyselfModal>()
            .FollowUp<PostOwnAnswer>()
            .Button<TakeBackButton>()
            .Button<AcceptedAnswersButton>()
            .On<MessageCreateEvent, NoticeReply>();
        slice.Services.AddSingleton<AnswerDesk>()
            .AddSingleton<IQuestionConsequence, TellThoseWhoWait>()
            .AddSingleton<IQuestionConsequence, ThankForAnswer>()
            .AddSingleton<IDeliverySource, QuestionNewsSource>()
            .AddSingleton<IDeliverySource, ThanksSource>();
    }
}
