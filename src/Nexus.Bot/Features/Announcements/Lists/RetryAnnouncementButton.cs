using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Lists;

/// <summary>Retry, beside one that could not be posted.</summary>
internal sealed class RetryAnnouncementButton(FailedPosts failed) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "retry") { Audience = Audience.Mentors, Version = 2 };

    public static string For(Delivery failed) => Spec.For(failed.Id);

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await failed.FindAsync(call.Guild, id, ct) is not { } announcement)
        {
            return AnnouncementListViews.NothingToRetry();
        }

        return announcement.IsHeldBack ? AnnouncementListViews.HeldBack(announcement)
            : await failed.RetryAsync(call.Guild, id, ct) > 0 ? AnnouncementViews.BeingTriedAgain(announcement)
            : AnnouncementListViews.NothingToRetry();
    }
}

/// <summary>Retry all.</summary>
internal sealed class RetryAllAnnouncementsButton(FailedPosts failed) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "retryall") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        AnnouncementListViews.AllBeingTriedAgain(await failed.RetryAsync(call.Guild, null, ct));
}
