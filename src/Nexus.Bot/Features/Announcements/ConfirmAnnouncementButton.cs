using Nexus.Bot.Data;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Features.Announcements.Templates;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Confirm, under the preview; Post now, when it has no time.</summary>
internal sealed class ConfirmAnnouncementButton(
    AnnouncementBook book, AnnouncementDesk desk, GuildConfigurations configurations, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("announcements", "confirm") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } id || await book.FindAsync(call.Guild, id, ct) is not { } draft)
        {
            return AnnouncementViews.Gone();
        }

        if (draft.CancelledAt is not null)
        {
            return AnnouncementViews.CancelledHere(draft);
        }

        if (draft.PausedAt is not null && !draft.AwaitsApproval)
        {
            return SeriesViews.CannotBePaused(draft);
        }

        if (!draft.IsHeldBack && await book.DeliveryOfAsync(draft, ct) is { } earlier)
        {
            return AnnouncementViews.AlreadyConfirmed(draft, earlier);
        }

        if (!draft.IsWritten)
        {
            return AnnouncementViews.NothingWritten(draft);
        }

        if (TemplateBlanks.Unfilled(draft).Count > 0)
        {
            return TemplateViews.FillInFirst(draft);
        }

        var now = clock.GetUtcNow();
        if (draft.DueAt is { } time && time <= now && draft.Repeats is null)
        {
            return AnnouncementViews.TimeHasPassed(draft, time);
        }

        var configuration = await configurations.OfAsync(call.Guild, ct);
        if (draft is { DueAt: null, IgnoresQuietHours: false } && !configuration.AnnouncementsNeedApproval
            && QuietHours.Of(configuration) is { } quiet && quiet.Wait(now) is var end && end > now)
        {
            return QuietViews.NowOrLater(draft, quiet, end);
        }

        draft.DiscardedAt = null;
        var result = await book.ConfirmAsync(draft, call.User, ct);
        return result.State switch
        {
            PlanState.HandedIn => SeriesViews.HandedIn(draft),
            PlanState.Over => SeriesViews.NoTimesLeft(draft),
            PlanState.TooLate => AnnouncementViews.TooLateToChange(),
            PlanState.Paused => AnnouncementCardViews.ShownHere(await desk.LookAsync(draft, ct)),
            // Read again: one for now was planned a moment later.
            PlanState.Coming when result.DueAt is { } due && due > clock.GetUtcNow() => AnnouncementViews.Scheduled(draft, due),
            PlanState.Coming => AnnouncementViews.GoesOut(draft),
        };
    }
}
