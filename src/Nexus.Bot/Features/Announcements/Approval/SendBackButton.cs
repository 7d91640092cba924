using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Approval;

/// <summary>“Send back…”, under what somebody handed in.</summary>
internal sealed class SendBackButton(Approvals approvals) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "sendback") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        HandIn.Read(call.Argument) is { } handIn && await approvals.FindAsync(call.Guild, handIn.Announcement, ct) is { } announcement
            ? announcement.AwaitsApproval ? ApprovalViews.AskForReason(handIn) : ApprovalViews.Decided(announcement, Decision.Decided, null, call.User)
            : AnnouncementViews.Gone();
}

/// <summary>The form behind it.</summary>
internal sealed class SendBackModal(Approvals approvals) : IModal
{
    public const string ReasonField = "reason";

    public static ControlSpec Spec { get; } = new("announcements", "sendback") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        if (HandIn.Read(call.Argument) is not { } handIn || await approvals.FindAsync(call.Guild, handIn.Announcement, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var reason = Md.Cut(Md.Line(call.Text(ReasonField)), AnnouncementNotice.MostReason);
        if (reason.Length == 0)
        {
            return ApprovalViews.ReasonMissing();
        }

        var isInLog = await approvals.IsLogAsync(call.Guild, call.Channel, ct);
        var decision = await approvals.SendBackAsync(announcement, handIn, call.User, reason, isInLog, ct);
        return decision == Decision.Done ? ApprovalViews.SentBack(announcement, call.User, reason) : ApprovalViews.Decided(announcement, decision, null, call.User);
    }
}
