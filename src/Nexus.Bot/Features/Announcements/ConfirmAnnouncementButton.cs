using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Confirm, under the preview.</summary>
internal sealed class ConfirmAnnouncementButton(AnnouncementBook book, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "confirm") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        if (!draft.IsHeldBack && await book.DeliveryOfAsync(draft, ct) is { } earlier)
        {
            return AnnouncementViews.AlreadyConfirmed(draft, earlier);
        }

        if (draft.DueAt <= clock.GetUtcNow())
        {
            return AnnouncementViews.TimeHasPassed(draft);
        }

        return (await book.ConfirmAsync(draft, call.User, ct)).State switch
        {
            PlanState.HandedIn => SeriesViews.HandedIn(draft),
            PlanState.Over => SeriesViews.NoTimesLeft(draft),
            PlanState.TooLate => AnnouncementViews.TooLateToChange(),
            PlanState.Coming or PlanState.Paused => AnnouncementViews.Scheduled(draft),
        };
    }
}
