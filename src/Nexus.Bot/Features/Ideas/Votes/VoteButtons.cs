using System.Globalization;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Votes;

/// <summary>Vote: whoever presses is for it.</summary>
internal sealed class VoteButton(VoteDesk desk) : IButton
{
    public static ControlSpec Spec => IdeaControls.Vote;

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.CastAsync(call, call.Argument, SaidOfIdea.For, changes: false, ct);
}

/// <summary>The same on an answer to a vote.</summary>
internal sealed class VoteAfterAllButton(VoteDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "vote-after-all") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.CastAsync(call, call.Argument, SaidOfIdea.For, changes: true, ct);
}

/// <summary>Not yet…: asks what is missing.</summary>
internal sealed class NotYetButton : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "not-yet");

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(VoteViews.NotYetForm(call.Argument));
}

/// <summary>The form behind it; a line in it is no duty.</summary>
internal sealed class NotYetModal(VoteDesk desk) : IModal
{
    public const string WhyField = "why";

    public static ControlSpec Spec { get; } = new("idea", "not-yet") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var why = Md.Cut(Md.Line(call.Text(WhyField)), IdeaVote.MostWhy);
        return desk.CastAsync(call, call.Argument, new SaidOfIdea(Stance.NotYet, why.Length > 0 ? why : null), changes: true, ct);
    }
}

/// <summary>Take it back: as if nothing had been said.</summary>
internal sealed class TakeVoteBackButton(VoteDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "unvote") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.TakeBackAsync(call, call.Argument, ct);
}

/// <summary>Who has as many votes as there may be gives this idea one of another.</summary>
internal sealed class SwapVoteSelect(VoteDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("idea", "swap-vote") { ChangesMessage = true };

    public Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) =>
        long.TryParse(call.Values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            ? desk.CastAsync(call, call.Argument, new SaidOfIdea(Stance.For, InsteadOf: from), changes: true, ct)
            : Task.FromResult(IdeaNameViews.Gone());
}
