using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Posts;
using Nexus.Bot.Features.Announcements.Series;
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
            .Table(new AnnouncementNoticeTable());
        AfterPosting.Declare(slice);
        slice.Services.AddScoped<AnnouncementBook>().AddScoped<AnnouncementSchedule>().AddScoped<AnnouncementNotices>();
        slice.Services.AddSingleton<IDeliverySource, AnnouncementSource>();
    }
}
