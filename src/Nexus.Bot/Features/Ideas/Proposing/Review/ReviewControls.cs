using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing.Review;

/// <summary>Puts an idea on the board.</summary>
internal sealed class ApproveIdeaButton(ReviewDesk desk) : IButton
{
    /// <summary>The argument is the idea's id, and behind a slash the page of the queue it was pressed on.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "approve") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.DecideAsync(call, IdeaStatus.Proposed, "A mentor approved it.", ct);
}

/// <summary>Asks why an idea is not put on the board.</summary>
internal sealed class DeclineIdeaButton(ReviewDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("proposing", "decline") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => await desk.FindAsync(call, ct) switch
    {
        null => IdeaNameViews.Gone(),
        { Status: IdeaStatus.InReview } idea => ReviewViews.Why(DeclineIdeaModal.Spec.For(call.Argument), idea),
        var idea => Reply.Private(ReviewViews.Outcome(idea, await desk.DecisionAsync(idea, ct))),
    };
}

/// <summary>Declines an idea with a reason for its author.</summary>
internal sealed class DeclineIdeaModal(ReviewDesk desk) : IModal
{
    public static ControlSpec Spec { get; } = new("proposing", "why") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) =>
        desk.DecideAsync(call, IdeaStatus.Declined, call.Text(ReviewViews.ReasonField), ct);
}

/// <summary><c>/idea queue</c>: what waits for a mentor.</summary>
internal sealed class ShowIdeaQueueCommand(ReviewDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "queue", "Ideas that wait for a mentor's review")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/idea queue",
        Details = "One after another, the longest waiting first, each with **Approve** and **Decline…**. Ideas wait only where `/idea settings` asks for a review.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => desk.QueueAsync(call, page: 0, changes: false, ct);
}

/// <summary>Shows another page of the queue.</summary>
internal sealed class TurnQueueButton(ReviewDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("proposing", "queue") { Audience = Audience.Mentors, ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => desk.QueueAsync(call, ReviewDesk.PageIn(call.Argument) ?? 0, changes: true, ct);
}

/// <summary>Decides what waits for review, from the mentors' channel or from the queue.</summary>
internal sealed class ReviewDesk(NexusDb db, IdeaLife life, IdeaActors actors, IdeaSettingsStore settings)
{
    /// <summary>The page behind the slash; null when there is none.</summary>
    public static int? PageIn(string argument) =>
        argument.Split('/') is [_, var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;

    public async Task<Idea?> FindAsync(ControlCall call, CancellationToken ct) =>
        long.TryParse(call.Argument.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await IdeaLife.FindAsync(db, call.Guild, id, ct) : null;

    /// <summary>The move that ended the review.</summary>
    public Task<IdeaMove?> DecisionAsync(Idea idea, CancellationToken ct) =>
        db.In<IdeaMove>(idea.GuildId).AsNoTracking().Where(it => it.IdeaId == idea.Id && it.From == IdeaStatus.InReview).OrderByDescending(it => it.Number).FirstOrDefaultAsync(ct);

    public async Task<Reply> DecideAsync(ControlCall call, IdeaStatus to, string reason, CancellationToken ct)
    {
        if (await FindAsync(call, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        // Of two mentors the second reads what the first decided.
        if (idea.Status == IdeaStatus.InReview && await life.MoveAsync(db, idea, to, await actors.OfAsync(db, call, idea, ct), reason, ct) is MoveStep.NeedsReason)
        {
            return ReviewViews.NeedsReason();
        }

        var decision = await DecisionAsync(idea, ct);
        return PageIn(call.Argument) is { } page
            ? await QueueAsync(call, page, changes: true, ct, ReviewViews.Outcome(idea, decision))
            : ReviewViews.Decided(idea, decision);
    }

    public async Task<Reply> QueueAsync(Call call, int page, bool changes, CancellationToken ct, string done = "")
    {
        var waiting = await db.In<Idea>(call.Guild).AsNoTracking().Where(it => it.Status == IdeaStatus.InReview && it.Number != null).OrderBy(it => it.Number).ToListAsync(ct);
        var (shown, _, _) = Paging.Slice(waiting, page, 1);
        var needs = shown.Count == 0 ? [] : (await IdeaCrews.OfAsync(db, shown[0], ct)).Needs;
        return ReviewViews.Queue(waiting, needs, page, (await settings.OfAsync(call.Guild, ct)).NeedsReview, changes, done);
    }
}
