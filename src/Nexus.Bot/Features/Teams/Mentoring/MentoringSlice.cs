using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Teams.Mentoring;

/// <summary>Mentors say how many teams they look after; teams wait for one in line.</summary>
internal static class MentoringSlice
{
    public static void Declare(SliceBuilder slice) => slice
        .Table(new MentorRoomTable())
        .Table(new MentorWishTable())
        .Command<MentoringCommand>()
        .Command<AskForMentorCommand>()
        .Button<StopWaitingButton>()
        .Job<OfferTeamsJob>(OfferTeamsJob.Every);
}
