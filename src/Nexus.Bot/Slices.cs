using Nexus.Bot.Routing;

namespace Nexus.Bot;

/// <summary>Every feature of the bot, one line each.</summary>
internal static class Slices
{
    public static void Declare(SliceBuilder slice)
    {
        Deliveries.DeliveriesSlice.Declare(slice);
        People.PeopleSlice.Declare(slice);
        ServerLog.ServerLogSlice.Declare(slice);
        Features.Help.HelpSlice.Declare(slice);
        Features.Setup.SetupSlice.Declare(slice);
        Hub.HubSlice.Declare(slice);
        Features.Topics.TopicsSlice.Declare(slice);
        Features.Reports.ReportsSlice.Declare(slice);
        Features.Suggestions.SuggestionsSlice.Declare(slice);
        Features.Challenges.ChallengesSlice.Declare(slice);
        Features.Tips.TipsSlice.Declare(slice);
        Features.Questions.QuestionsSlice.Declare(slice);
        Features.Ideas.IdeasSlice.Declare(slice);
        Features.Teams.TeamsSlice.Declare(slice);
        Features.Announcements.AnnouncementsSlice.Declare(slice);
        Features.Reminders.RemindersSlice.Declare(slice);
        Features.TimeZones.TimeZonesSlice.Declare(slice);
        Features.Profiles.ProfilesSlice.Declare(slice);
        Features.Deadlines.DeadlinesSlice.Declare(slice);
        Features.Pairing.PairingSlice.Declare(slice);
    }
}
