using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Announcements.Approval;

/// <summary>“New time…”, when its time has passed while it waited.</summary>
internal sealed class ApproveAtButton(Approvals approvals, GuildConfigurations configurations) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "approveat") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        HandIn.Read(call.Argument) is { } handIn && await approvals.FindAsync(call.Guild, handIn.Announcement, ct) is not null
            ? ApprovalViews.AskForTime(handIn, Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone))
            : AnnouncementViews.Gone();
}

/// <summary>The form behind it.</summary>
internal sealed class ApproveAtModal(Approvals approvals, GuildConfigurations configurations, TimeProvider clock) : IModal
{
    public static ControlSpec Spec { get; } = new("announcements", "approveat") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (HandIn.Read(call.Argument) is not { } handIn || await approvals.FindAsync(call.Guild, handIn.Announcement, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var zone = Zones.Named((await configurations.OfAsync(call.Guild, ct)).TimeZone);
        var phrase = call.Text(AnnouncementFormViews.WhenField);
        if (WhenReader.Read(phrase, clock.GetUtcNow(), zone, WhenAsked.TimeOfDay) is not WhenReading.Understood understood)
        {
            return ApprovalViews.TimeIsUnclear(handIn, phrase, zone);
        }

        var (decision, plan) = await approvals.ApproveAsync(announcement, handIn, call.User, understood.Best, isInLog: false, ct);
        return ApprovalViews.Decided(announcement, decision, plan, call.User);
    }
}
