using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Proposing.Editing;
using Nexus.Bot.Features.Ideas.Proposing.Places;
using Nexus.Bot.Features.Ideas.Proposing.Review;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>From the form to the post, and what is changed of it afterwards.</summary>
internal static class ProposingSlice
{
    private static readonly TimeSpan LookForUnposted = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookForLost = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForgetDrafts = TimeSpan.FromHours(24);

    public static void Declare(SliceBuilder slice)
    {
        slice.Command<AddIdeaCommand>()
            .Command<EditIdeaCommand>()
            .Command<ShowIdeaQueueCommand>()
            .Modal<WriteIdeaModal>()
            .Modal<RewriteDraftModal>()
            .Modal<RewriteIdeaModal>()
            .Modal<DeclineIdeaModal>()
            .Button<ProposeIdeaButton>()
            .Button<EditDraftButton>()
            .Button<PostIdeaButton>()
            .Button<DiscardIdeaButton>()
            .Button<RestoreIdeaButton>()
            .Button<VoteInsteadButton>()
            .Button<UndoIdeaButton>()
            .Button<ProposeAgainButton>()
            .Button<ChangeTagsButton>()
            .Select<ChooseTagsSelect>()
            .Button<ApproveIdeaButton>()
            .Button<DeclineIdeaButton>()
            .Button<TurnQueueButton>()
            .Button<EditIdeaButton>()
            .Button<IdeaHistoryButton>()
            .Button<TurnIdeaHistoryButton>()
            .Button<PostAgainButton>()
            .FollowUp<PostIdeaFollowUp>()
            .FollowUp<DeleteIdeaPostFollowUp>()
            .On<ThreadDeleteEvent, IdeaThreadDeleted>()
            .On<ChannelDeleteEvent, IdeaForumDeleted>()
            .Job<PostIdeasJob>(LookForUnposted)
            .Job<FindLostIdeasJob>(LookForLost)
            .Job<ForgetIdeaDraftsJob>(ForgetDrafts);
        slice.Services.AddScoped<IdeaBook>().AddScoped<ProposingDesk>().AddScoped<ReviewDesk>().AddScoped<IdeaEditor>();
        slice.Services.AddSingleton<IdeaPost>().AddSingleton<IdeaPlaces>().AddSingleton<ReviewRequests>();
        slice.Services.AddSingleton<IServerSetUp>(services => services.GetRequiredService<IdeaPlaces>());
        slice.Services.AddSingleton<IIdeaConsequence, ReviewConsequence>();
        slice.Services.AddSingleton<IDeliverySource, ReviewRequestSource>().AddSingleton<IDeliverySource, ReviewedSource>().AddSingleton<IDeliverySource, EditedSource>();
    }
}
