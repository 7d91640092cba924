using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Events;
using Nexus.Bot.Features.Questions.Silence;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>A question's card, what people do with it, and what happens to it.</summary>
internal static class StepsSlice
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan SweepOfLost = TimeSpan.FromHours(6);

    public static void Declare(SliceBuilder slice)
    {
        slice.Button<ClaimQuestionButton>()
            .Button<ReleaseQuestionButton>()
            .Button<ReopenQuestionButton>()
            .Button<KeepQuestionOpenButton>()
            .Button<WithdrawQuestionButton>()
            .Button<SameHereButton>()
            .Button<NotSameButton>()
            .Button<MoreQuestionButton>()
            .Button<ChooseHolderButton>()
            .Select<HandQuestionSelect>()
            .Button<EditQuestionButton>()
            .Modal<RewriteQuestionModal>()
            .Button<ChooseTopicsButton>()
            .Modal<FileQuestionModal>()
            .Button<NameEarlierButton>()
            .Modal<MarkDuplicateModal>()
            .Button<PickEarlierButton>()
            .Command<DuplicateQuestionCommand>()
            .Button<RevealAskerButton>()
            .Button<WriteUnnamedReplyButton>()
            .Modal<SendUnnamedReplyModal>()
            .FollowUp<PostUnnamedReply>()
            .On<ThreadDeleteEvent, ThreadDeleted>()
            .On<ThreadUpdateEvent, ThreadArchived>()
            .On<ChannelDeleteEvent, ForumDeleted>()
            .On<MessageCreateEvent, ThreadActivity>()
            .On<MessageDeleteEvent, CardDeleted>()
            .On<GuildMemberRemoveEvent, AskerLeaves>()
            .Job<DrawQuestionsJob>(Sweep)
            .Job<WatchSilenceJob>(Sweep)
            .Job<FindLostQuestionsJob>(SweepOfLost);
        slice.Services.AddScoped<QuestionSteps>().AddScoped<DuplicateMarking>();
        slice.Services.AddSingleton<QuestionCards>().AddSingleton<QuestionDrawing>().AddSingleton<QuestionEndings>().AddSingleton<FollowerCount>()
            .AddSingleton<IQuestionConsequence, WatchSilence>()
            .AddSingleton<IDeliverySource, SilenceSource>()
            .AddSingleton<IDeliverySource, EndingSource>()
            .AddSingleton<IDeliverySource, RevealSource>();
    }
}
