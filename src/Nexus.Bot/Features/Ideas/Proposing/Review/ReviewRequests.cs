using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;

namespace Nexus.Bot.Features.Ideas.Proposing.Review;

/// <summary>Has mentors told that an idea waits for them.</summary>
internal sealed class ReviewRequests(MentorPlace mentors, TimeProvider clock)
{
    public const string DeliveryKind = "idea-review";

    /// <summary>Adds it to the unit of work. Where mentors are told nowhere, <c>/idea queue</c> shows it all the same.</summary>
    public async Task AskAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        if (await mentors.OfAsync(idea.GuildId, ct) is { } place)
        {
            var earlier = await db.In<Delivery>(idea.GuildId).CountAsync(it => it.Kind == DeliveryKind && it.SubjectId == idea.Id, ct);
            db.Add(Delivery.Plan(idea.GuildId, DeliveryKind, idea.Id, DeliveryTarget.In(place), clock.GetUtcNow(), earlier));
        }
    }
}

/// <summary>Shows mentors an idea that waits, with Approve and Decline.</summary>
internal sealed class ReviewRequestSource : IDeliverySource
{
    public string Kind => ReviewRequests.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await IdeaLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is { Status: IdeaStatus.InReview } idea
            ? new DeliveryContent(ReviewViews.Waiting(idea, (await IdeaCrews.OfAsync(db, idea, ct)).Needs))
            : DeliveryContent.NotNeeded;
}

/// <summary>
/// What has to follow a move around the review: who goes on the board is posted, who goes to the mentors is shown to them, and an
/// author whose idea nobody else has seen hears in private what became of it.
/// </summary>
internal sealed class ReviewConsequence(ReviewRequests requests, TimeProvider clock) : IIdeaConsequence
{
    public async Task AddAsync(NexusDb db, Idea idea, IdeaChange change, CancellationToken ct)
    {
        if (idea.CardMessageId is null && IdeaBook.BelongsOnTheBoard(idea.Status) && !IdeaBook.BelongsOnTheBoard(change.Before.Status))
        {
            IdeaBook.Want(idea);
        }

        if (idea.Status == IdeaStatus.InReview)
        {
            await requests.AskAsync(db, idea, ct);
        }

        if (change.Effects.HasFlag(MoveEffects.TellAuthor) && change.By.Id != idea.AuthorId)
        {
            db.Add(Delivery.Plan(idea.GuildId, ReviewedSource.DeliveryKind, idea.Id, DeliveryTarget.DmOf(idea.AuthorId), clock.GetUtcNow() + ReviewedSource.PostsFirst, change.Move.Number));
        }
    }
}

/// <summary>Tells an author what became of their idea in review.</summary>
internal sealed class ReviewedSource : IDeliverySource
{
    public const string DeliveryKind = "idea-reviewed";

    /// <summary>So that what is told can link to the post.</summary>
    public static readonly TimeSpan PostsFirst = TimeSpan.FromSeconds(5);

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await IdeaLife.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is not { } idea
            || await db.In<IdeaMove>(idea.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.IdeaId == idea.Id && it.Number == delivery.Occurrence, ct) is not { } move
            || await db.In<IdeaMove>(idea.GuildId).AnyAsync(it => it.IdeaId == idea.Id && it.Number > move.Number && (it.To == IdeaStatus.Withdrawn || it.To == IdeaStatus.InReview), ct))
        {
            return DeliveryContent.NotNeeded;
        }

        return new DeliveryContent(ReviewViews.ForAuthor(idea, move));
    }
}
