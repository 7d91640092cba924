using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Approval;
using Nexus.Bot.Features.Announcements.Lists;
using Nexus.Bot.Routing;
using Nexus.Discord.Gateway;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>When announcements go out, who agrees to it, whose they are, and where each stands.</summary>
internal static class BeforePosting
{
    public static void Declare(SliceBuilder slice)
    {
        slice
            .Command<ListAnnouncementsCommand>()
            .Button<PageAnnouncementsButton>()
            .Button<RetryAnnouncementButton>()
            .Button<RetryAllAnnouncementsButton>()
            .Select<OpenAnnouncementSelect>()
            .Button<PostInQuietHoursButton>()
            .Button<WaitForQuietEndButton>()
            .Command<SkipAnnouncementCommand>()
            .Command<PauseAnnouncementCommand>()
            .Command<ResumeAnnouncementCommand>()
            .Command<HandOverAnnouncementCommand>()
            .Button<SkipDateButton>()
            .Button<UnskipDateButton>()
            .Button<PauseAnnouncementButton>()
            .Button<ResumeAnnouncementButton>()
            .Button<TakeOverButton>()
            .Button<ApproveButton>()
            .Button<ApproveForNowButton>()
            .Button<ApproveAtButton>()
            .Button<SendBackButton>()
            .Modal<ApproveAtModal>()
            .Modal<SendBackModal>()
            .On<GuildMemberRemoveEvent, OwnerLeaves>()
            .Job<LookForOwnersJob>(LookForOwnersJob.Every)
            .Job<KeepQuietHoursJob>(KeepQuietHoursJob.Every)
            .Table(new AnnouncementNoticeTable());
        slice.Services
            .AddScoped<AnnouncementSchedule>()
            .AddScoped<AnnouncementNotices>()
            .AddScoped<AnnouncementLists>()
            .AddScoped<FailedPosts>()
            .AddScoped<SeriesBook>()
            .AddScoped<Ownership>()
            .AddScoped<Approvals>()
            .AddSingleton<IDeliverySource, AnnouncementNoticeSource>();
    }
}
