using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Approval;

/// <summary>Approve, under what somebody handed in.</summary>
internal sealed class ApproveButton(Approvals approvals) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "approve") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (HandIn.Read(call.Argument) is not { } handIn || await approvals.FindAsync(call.Guild, handIn.Announcement, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var isInLog = await approvals.IsLogAsync(call.Guild, call.Channel, ct);
        var (decision, plan) = await approvals.ApproveAsync(announcement, handIn, call.User, null, isInLog, ct);
        return ApprovalViews.Decided(announcement, decision, plan, call.User);
    }
}

/// <summary>“Post it now”, when its time has passed while it waited.</summary>
internal sealed class ApproveForNowButton(Approvals approvals) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "approvenow") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (HandIn.Read(call.Argument) is not { } handIn || await approvals.FindAsync(call.Guild, handIn.Announcement, ct) is not { } announcement)
        {
            return AnnouncementViews.Gone();
        }

        var (decision, plan) = await approvals.ApproveForNowAsync(announcement, handIn, call.User, ct);
        return ApprovalViews.Decided(announcement, decision, plan, call.User);
    }
}
