using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Acknowledgements;
using Nexus.Bot.Features.Announcements.Calendar;
using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>What becomes of announcements beside and after their posts: who has seen them, threads, events, calendars, templates.</summary>
internal static class AfterPosting
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(15);

    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new AnnouncementEventTable())
            .Command<ShowAcknowledgementsCommand>()
            .Button<AcknowledgeButton>()
            .Button<OpenAcknowledgementsButton>()
            .Button<PageAcknowledgementsButton>()
            .Button<NudgeButton>()
            .Button<SendNudgesButton>()
            .FollowUp<LookUpAcknowledgements>()
            .FollowUp<PreviewNudges>()
            .FollowUp<PlanNudges>()
            .Job<CountAcknowledgementsJob>(Sweep)
            .Job<SyncEventsJob>(Sweep)
            .Command<ShowCalendarCommand>()
            .FollowUp<WriteCalendar>()
            .Command<AddTemplateCommand>()
            .Command<ListTemplatesCommand>()
            .Command<EditTemplateCommand>()
            .Command<RemoveTemplateCommand>()
            .Modal<AddTemplateModal>()
            .Modal<EditTemplateModal>()
            .Modal<FillTemplateModal>()
            .Button<EditTemplateButton>()
            .Button<RemoveTemplateButton>()
            .Button<KeepTemplateButton>()
            .Button<PageTemplatesButton>();
        slice.Services.AddScoped<AcknowledgementBook>().AddScoped<TemplateBook>().AddScoped<TemplateUse>();
        slice.Services.AddSingleton<IDeliverySource, NudgeSource>();
        slice.Services.AddSingleton<ICalendarEntries, AnnouncementCalendar>();
        slice.Services.AddSingleton<PostedCards>();
        slice.Services.AddSingleton<PostNotes>();
        slice.Services.AddSingleton<EventSync>();
        slice.Services.AddSingleton<IDeliveryFinisher, AnnouncementFinisher>();
        slice.Services.AddSingleton<ChannelAudience>();
        slice.Services.TryAddSingleton<PingCheck>();
    }
}
