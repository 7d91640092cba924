using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>"Yes, track it": opens the form for the author of the message.</summary>
internal sealed class AgreeToTrackButton(NexusDb db) : IButton
{
    public static ControlSpec Spec { get; } = new("questions", "trackyes");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.GuildOrNull is not { } guild || call.Number is not { } id
            || await db.In<Question>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, ct) is not { } draft ? TrackingViews.MessageGone()
        : draft.Number is not null ? TrackingViews.Tracked(draft)
        : draft.AskerId != call.User ? TrackingViews.NotYours()
        : TrackingViews.Form($"{draft.OriginChannelId}/{draft.OriginMessageId}", draft.Title, draft.Text);
}

/// <summary>"No, thanks": its author is not asked again, and the words are forgotten.</summary>
internal sealed class RefuseToTrackButton(NexusDb db) : IButton
{
    public const string Reason = "Its author would rather not.";

    public static ControlSpec Spec { get; } = new("questions", "trackno") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.GuildOrNull is not { } guild || call.Number is not { } id || await db.In<Question>(guild).SingleOrDefaultAsync(it => it.Id == id, ct) is not { } draft)
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

        (draft.Title, draft.Text, draft.Tried, draft.EndedBecause) = ("", "", "", Reason);
        await db.SaveChangesAsync(ct);
        return TrackingViews.Refused();
    }
}
