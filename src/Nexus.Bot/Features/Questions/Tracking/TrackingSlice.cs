using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>Questions that were asked in chat.</summary>
internal static class TrackingSlice
{
    public static void Declare(SliceBuilder slice) => slice
        .Context<TrackQuestionContext>()
        .Modal<TrackQuestionModal>()
        .Button<AgreeToTrackButton>()
        .Button<RefuseToTrackButton>()
        .Button<TrackAnywayButton>()
        .Button<EarlierSolvedButton>()
        .FollowUp<PostTrackedQuestion>();
}
