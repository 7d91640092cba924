using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Options;
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
            .Command<PostAnnouncementCommand>()
            .Command<DraftAnnouncementCommand>()
            .Command<ShowAnnouncementCommand>()
            .Command<EditAnnouncementCommand>()
            .Command<DuplicateAnnouncementCommand>()
            .Command<CancelAnnouncementCommand>()
            .Modal<WriteAnnouncementModal>()
            .Modal<RewriteAnnouncementModal>()
            .Button<PreviewAnnouncementButton>()
            .Button<ConfirmAnnouncementButton>()
            .Button<EditAnnouncementButton>()
            .Button<DiscardAnnouncementButton>()
            .Button<CancelAnnouncementButton>()
            .Button<RestoreAnnouncementButton>()
            .Button<ShowAnnouncementButton>()
            .Button<TimeAnnouncementButton>()
            .Modal<TimeAnnouncementModal>()
            .Button<LinkAnnouncementButton>()
            .Modal<LinkAnnouncementModal>()
            .Button<AttachFilesButton>()
            .Modal<AttachFilesModal>()
            .FollowUp<KeepAnnouncementFiles>()
            .Button<ScheduleEventButton>()
            .Modal<ScheduleEventModal>()
            .Select<ChooseOptionsSelect>()
            .Select<ChoosePingSelect>()
            .FollowUp<ChoosePing>()
            .Button<DuplicateAnnouncementButton>()
            .Button<UndoPostButton>()
            .FollowUp<RemovePost>()
            .Button<EditPostButton>()
            .Modal<RewritePostModal>()
            .FollowUp<RedrawPost>()
            .Button<CorrectAnnouncementButton>()
            .FollowUp<CheckAnnouncementChannel>()
            .Table(new AnnouncementTable())
            .Table(new AnnouncementFileTable())
            .Table(new AnnouncementPostTable())
            .Table(new AnnouncementTemplateTable())
            .Table(new AcknowledgementTable())
            .Table(new AcknowledgementNudgeTable());
        BeforePosting.Declare(slice);
        AfterPosting.Declare(slice);
        slice.Services.AddScoped<AnnouncementBook>().AddScoped<AnnouncementDesk>().AddScoped<ChannelCheck>();
        slice.Services.AddSingleton<IDeliverySource, AnnouncementSource>();
        slice.Services.AddSingleton<IDeliverySource, PingLostSource>();
    }
}
