using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Acknowledgements;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>What mentors announce, posted once and on time.</summary>
internal static class AnnouncementsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("announce", "Announcements of the mentors")
            .Command<ScheduleAnnouncementCommand>()
            .Command<ListAnnouncementsCommand>()
            .Command<CancelAnnouncementCommand>()
            .Modal<WriteAnnouncementModal>()
            .Modal<RewriteAnnouncementModal>()
            .Button<PreviewAnnouncementButton>()
            .Button<ConfirmAnnouncementButton>()
            .Button<EditAnnouncementButton>()
            .Button<DiscardAnnouncementButton>()
            .Button<CancelAnnouncementButton>()
            .Button<RestoreAnnouncementButton>()
            .Button<RetryAnnouncementButton>()
            .Button<PageAnnouncementsButton>()
            .FollowUp<CheckAnnouncementChannel>()
            .Table(new AnnouncementTable())
            .Table(new AnnouncementFileTable())
            .Table(new AnnouncementPostTable())
            .Table(new AnnouncementTemplateTable())
            .Table(new AcknowledgementTable())
            .Table(new AcknowledgementNudgeTable())
            .Table(new AnnouncementEventTable())
            .Command<ShowAcknowledgementsCommand>()
            .Table(new AnnouncementNoticeTable())
            .Button<AcknowledgeButton>()
            .Button<OpenAcknowledgementsButton>()
            .Button<PageAcknowledgementsButton>()
            .Button<NudgeButton>()
            .Button<SendNudgesButton>()
            .FollowUp<LookUpAcknowledgements>()
            .FollowUp<PreviewNudges>()
            .FollowUp<PlanNudges>()
            .Job<CountAcknowledgementsJob>(TimeSpan.FromMinutes(1));
        slice.Services.AddScoped<AnnouncementBook>().AddScoped<AnnouncementSchedule>().AddScoped<AnnouncementNotices>();
        slice.Services.AddScoped<AcknowledgementBook>();
        slice.Services.AddSingleton<IDeliverySource, NudgeSource>();
        slice.Services.AddSingleton<PostedCards>();
        slice.Services.AddSingleton<ChannelAudience>();
        slice.Services.AddSingleton<IDeliverySource, AnnouncementSource>();
    }
}
