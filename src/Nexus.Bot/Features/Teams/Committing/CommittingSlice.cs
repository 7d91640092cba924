using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>A formation becomes teams, and can be taken back.</summary>
internal static class CommittingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new CommitmentTable())
            .Command<ShowPlacesCommand>()
            .Command<UndoFormationCommand>()
            .Button<OpenCommitButton>()
            .Button<PreviewCommitButton>()
            .Button<CommitNowButton>()
            .Button<LookAtCommitButton>()
            .Button<OpenUndoButton>()
            .Button<UndoNowButton>()
            .Button<KeepButton>()
            .Button<LookAtUndoButton>()
            .FollowUp<PreviewCommitFollowUp>()
            .FollowUp<CommitFollowUp>()
            .FollowUp<ListUndoFollowUp>()
            .FollowUp<WatchUndoFollowUp>();
        slice.Services.AddTransient<CommitCards>().AddTransient<CommitDrafts>().AddTransient<CommitOpening>().AddTransient<CommitmentNames>();
        slice.Services.AddSingleton<CommitBook>().AddSingleton<UndoBook>().AddSingleton<PlaceWatch>().AddSingleton<IDeliverySource, UndoneSource>();
    }
}
