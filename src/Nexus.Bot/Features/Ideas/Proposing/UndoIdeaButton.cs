using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Proposing.Review;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Takes an idea back that was just proposed, while nobody is on it.</summary>
internal sealed class UndoIdeaButton(IdeaBook book, IdeaLife life, IdeaSettingsStore settings, TimeProvider clock) : IButton
{
    public const int Minutes = 10;

    private const string Reason = "Its author took it back at once.";

    public static ControlSpec Spec { get; } = new("proposing", "undo") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (idea, refusal) = await book.MineAsync(call, ct);
        if (idea is null)
        {
            return refusal!;
        }

        if (idea.Status != IdeaStatus.Withdrawn)
        {
            var author = new IdeaActor(call.User, IsMentor: false);
            if (MoveRules.Take(idea.Facts, IdeaStatus.Withdrawn, author, Reason, (await settings.OfAsync(idea.GuildId, ct)).Policy) is not MoveStep.Done done || await IsTooLateAsync(idea, ct))
            {
                return ProposingViews.TooLateToUndo(idea);
            }

            // Nobody follows it yet, and its thread goes.
            await life.ApplyAsync(book.Db, idea, done.Now, author, done.Reason, MoveEffects.None, ct);
        }

        var undone = ProposingViews.Undone(idea, isDeleted: null);
        return idea.CardMessageId is null ? undone : undone.Afterwards<DeleteIdeaPostFollowUp>(IdeaReference.InServer(idea));
    }

    private async Task<bool> IsTooLateAsync(Idea idea, CancellationToken ct) =>
        idea.PostedAt < clock.GetUtcNow() - TimeSpan.FromMinutes(Minutes)
        || idea.HasAnswer
        || await book.Db.In<IdeaVote>(idea.GuildId).AnyAsync(vote => vote.IdeaId == idea.Id && vote.PersonId != idea.AuthorId, ct)
        || await book.Db.In<IdeaInterest>(idea.GuildId).AnyAsync(one => one.IdeaId == idea.Id && one.PersonId != idea.AuthorId, ct);
}

/// <summary>Puts an idea up again that its author took back, or that was declined before others saw it.</summary>
internal sealed class ProposeAgainButton(IdeaBook book, IdeaLife life, IdeaActors actors, IdeaSettingsStore settings) : IButton
{
    private const string Reason = "Its author proposes it again.";

    public static ControlSpec Spec { get; } = new("proposing", "again") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (idea, refusal) = await book.MineAsync(call, ct);
        if (idea is null)
        {
            return refusal!;
        }

        if (idea.Status is IdeaStatus.Withdrawn or IdeaStatus.Declined)
        {
            var (actor, policy) = (await actors.OfAsync(book.Db, call, idea, ct), (await settings.OfAsync(idea.GuildId, ct)).Policy);
            var to = !idea.WasPublished && !actor.IsMentor && (policy.NeedsReview || idea.Status == IdeaStatus.Declined) ? IdeaStatus.InReview : IdeaStatus.Proposed;
            if (MoveRules.Take(idea.Facts, to, actor, Reason, policy) is not MoveStep.Done done)
            {
                return ReviewViews.StaysDeclined(idea);
            }

            // Who is in its thread hears of it, if there is one.
            await life.ApplyAsync(book.Db, idea, done.Now, actor, done.Reason, idea.CardMessageId is null ? MoveEffects.None : done.Effects, ct);
        }

        return idea.CardMessageId is null && idea.LeaseUntil is not null
            ? ProposingViews.BeingPosted(idea, changes: true).Afterwards<PostIdeaFollowUp>(IdeaReference.InServer(idea))
            : ProposingViews.Stands(idea, (await IdeaCrews.OfAsync(book.Db, idea, ct)).Needs, changes: true);
    }
}
