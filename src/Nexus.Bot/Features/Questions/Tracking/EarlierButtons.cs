using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>"Track it anyway", also after a try that Discord did not take; its author's only.</summary>
internal sealed class TrackAnywayButton(NexusDb db) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "trackanyway") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.GuildOrNull is not { } guild || call.Number is not { } id
            || await db.In<Question>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, ct) is not { } draft ? TrackingViews.MessageGone()
        : draft.AskerId != call.User ? TrackingViews.NotYours()
        : draft.Number is not null ? TrackingViews.Tracked(draft)
        : TrackingViews.BeingTrackedHere(draft).Afterwards<PostTrackedQuestion>(call.Argument);
}

/// <summary>"That solved it": what was asked before answers it, and nothing is posted. The argument is <c>draft/earlier</c>.</summary>
internal sealed class EarlierSolvedButton(NexusDb db, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "tracksolved") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Argument.Split('/') is not [var mine, var other]
            || !long.TryParse(mine, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !long.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out var earlier)
            || await db.In<Question>(guild).SingleOrDefaultAsync(it => it.Id == id, ct) is not { } draft)
        {
            return TrackingViews.MessageGone();
        }

        if (draft.AskerId != call.User)
        {
            return TrackingViews.NotYours();
        }

        if (draft.Number is not null)
        {
            return TrackingViews.Tracked(draft);
        }

        draft.DeflectedAt ??= clock.GetUtcNow();
        draft.DeflectedBy ??= string.Create(CultureInfo.InvariantCulture, $"question:{earlier}");
        await db.SaveChangesAsync(ct);
        return TrackingViews.SolvedByEarlier();
    }
}
