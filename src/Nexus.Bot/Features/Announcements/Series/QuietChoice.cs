using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Series;

/// <summary>“Post now anyway”: the mentor's explicit choice against the quiet hours.</summary>
internal sealed class PostInQuietHoursButton(AnnouncementBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "anyway") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        if (await book.DeliveryOfAsync(draft, ct) is { } earlier)
        {
            return AnnouncementViews.AlreadyConfirmed(draft, earlier);
        }

        (draft.IgnoresQuietHours, draft.DueAt, draft.DiscardedAt) = (true, null, null);
        return (await book.ConfirmAsync(draft, call.User, ct)).State == PlanState.HandedIn ? SeriesViews.HandedIn(draft) : AnnouncementViews.GoesOut(draft);
    }
}

/// <summary>“Wait until 07:00”.</summary>
internal sealed class WaitForQuietEndButton(AnnouncementBook book, GuildConfigurations configurations, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "quietend") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        if (await book.DeliveryOfAsync(draft, ct) is { } earlier)
        {
            return AnnouncementViews.AlreadyConfirmed(draft, earlier);
        }

        // Pressed after they have ended it goes out at once.
        var now = clock.GetUtcNow();
        var end = QuietHours.Of(await configurations.OfAsync(call.Guild, ct))?.Wait(now) ?? now;
        (draft.DueAt, draft.DiscardedAt) = (end > now ? end : null, null);
        var plan = await book.ConfirmAsync(draft, call.User, ct);
        return plan.State == PlanState.HandedIn ? SeriesViews.HandedIn(draft)
            : plan.DueAt is { } due && due > now ? AnnouncementViews.Scheduled(draft, due)
            : AnnouncementViews.GoesOut(draft);
    }
}
