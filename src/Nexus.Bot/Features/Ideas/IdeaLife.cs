using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Index;
using Nexus.Bot.Features.Ideas.Proposing;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Jobs;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>
/// Takes the steps of an idea's life: the rules decide, one save keeps the step and all that follows from it. Of two at once the
/// later one fails with a clash (<see cref="DatabaseFailure.Clash"/>) and is decided anew by whoever called: the router, or a job.
/// </summary>
internal sealed class IdeaLife(
    IEnumerable<IIdeaConsequence> consequences, IdeaSettingsStore settings, DeliveryQueue queue, IJobSchedule schedule, IdeaIndex index, TimeProvider clock)
{
    /// <summary>Votes and other changes of this long are one drawing of the card.</summary>
    public static readonly TimeSpan Settles = TimeSpan.FromSeconds(3);

    private const int MostTries = 10;

    /// <summary>An idea that others may know of, tracked; null when there is none such.</summary>
    public static Task<Idea?> FindAsync(NexusDb db, Snowflake guild, long id, CancellationToken ct) =>
        db.In<Idea>(guild).SingleOrDefaultAsync(it => it.Id == id && it.Number != null, ct);

    /// <summary>To another status by somebody's word; forming a team and merging are other ways (<see cref="ApplyAsync"/>).</summary>
    /// <param name="db">Holds the idea; what else was changed in it is saved with the move.</param>
    public async Task<MoveStep> MoveAsync(NexusDb db, Idea idea, IdeaStatus to, IdeaActor by, string reason, CancellationToken ct)
    {
        var before = idea.Facts;
        var step = MoveRules.Take(before, to, by, reason, (await settings.OfAsync(idea.GuildId, ct)).Policy);
        if (step is MoveStep.Done done)
        {
            await ApplyAsync(db, idea, done.Now, by, done.Reason, done.Effects, ct);
        }

        return step;
    }

    /// <summary>Makes a move that rules have allowed, with all that follows, and saves.</summary>
    /// <param name="now">The idea as it is to be.</param>
    /// <param name="team">Whose people become a team.</param>
    /// <param name="otherId">The idea that it is merged into, or comes back from.</param>
    public async Task ApplyAsync(
        NexusDb db, Idea idea, IdeaFacts now, IdeaActor by, string reason, MoveEffects effects, CancellationToken ct, TeamHandOver? team = null, long? otherId = null)
    {
        var before = idea.Facts;
        var at = clock.GetUtcNow();
        var move = new IdeaMove
        {
            GuildId = idea.GuildId,
            IdeaId = idea.Id,
            Number = await db.In<IdeaMove>(idea.GuildId).CountAsync(it => it.IdeaId == idea.Id, ct) + 1,
            At = at,
            By = by.Id,
            From = before.Status,
            To = now.Status,
            Reason = reason,
            OtherId = otherId,
        };
        db.Add(move);
        (idea.Status, idea.WasPublished) = (now.Status, now.WasPublished);
        Touch(idea, at);
        if (by.IsMentor && by.Id != idea.AuthorId)
        {
            idea.MentorAnsweredAt = at;
        }

        var change = new IdeaChange(move, by, before, effects) { Team = team };
        foreach (var consequence in consequences)
        {
            await consequence.AddAsync(db, idea, change, ct);
        }

        await SaveAsync(db, idea, ct);
    }

    /// <summary>Somebody did something with it: its silence begins anew.</summary>
    public static void Touch(Idea idea, DateTimeOffset at)
    {
        (idea.TouchedAt, idea.AskedAt, idea.WarnedAt) = (at, null, null);

        // The job reckons when it is due.
        idea.LookAt = idea.Status.IsOpen() && idea.WasPublished ? at + TimeSpan.FromHours(1) : null;
    }

    /// <summary>The same for what is no step of the idea, such as a vote: nobody else's change clashes with it. It is saved.</summary>
    public static Task TouchAsync(NexusDb db, Idea idea, DateTimeOffset at, CancellationToken ct)
    {
        DateTimeOffset? look = idea.Status.IsOpen() && idea.WasPublished ? at + TimeSpan.FromHours(1) : null;
        return db.In<Idea>(idea.GuildId).Where(it => it.Id == idea.Id && it.Status == idea.Status).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.TouchedAt, at)
                .SetProperty(it => it.AskedAt, (DateTimeOffset?)null)
                .SetProperty(it => it.WarnedAt, (DateTimeOffset?)null)
                .SetProperty(it => it.LookAt, look),
            ct);
    }

    /// <summary>Gives it its number, once: who names it meanwhile gets the next. It is saved.</summary>
    public async Task NumberAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        if (idea.Number is not null)
        {
            return;
        }

        for (var tries = 1; ; tries++)
        {
            idea.Number = (await db.In<Idea>(idea.GuildId).MaxAsync(it => it.Number, ct) ?? 0) + 1;
            try
            {
                await SaveAsync(db, idea, ct);
                return;
            }
            catch (DbUpdateException taken) when (taken is not DbUpdateConcurrencyException && DatabaseFailures.Of(taken) == DatabaseFailure.Clash && tries < MostTries)
            {
                // Somebody else's idea has it.
            }
        }
    }

    /// <summary>It stands in Discord, for the first time or anew.</summary>
    public async Task PostedAsync(NexusDb db, Idea idea, Snowflake thread, Snowflake cardChannel, Snowflake cardMessage, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (idea.ThreadId != thread)
        {
            // Nobody is in a new thread.
            db.RemoveRange(await db.In<IdeaThreadMember>(idea.GuildId).Where(row => row.IdeaId == idea.Id).ToListAsync(ct));
        }

        await FollowIdea.AfterAsync(db, idea, idea.AuthorId, FollowReason.Author, now, ct);
        (idea.ThreadId, idea.CardChannelId, idea.CardMessageId) = (thread, cardChannel, cardMessage);
        (idea.PostedAt, idea.LeaseUntil, idea.WasPublished) = (idea.PostedAt ?? now, null, true);
        Touch(idea, now);
        if (idea.Number is null)
        {
            await NumberAsync(db, idea, ct);
        }
        else
        {
            await SaveAsync(db, idea, ct);
        }
    }

    /// <summary>Saves a change, and has the card drawn anew. Another idea that is saved with it: <see cref="Revise"/> before, <see cref="SavedAsync"/> after.</summary>
    public async Task SaveAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        Revise(idea);
        await db.SaveChangesAsync(ct);
        await SavedAsync(idea);
    }

    /// <summary>Marks an idea as changed, to be saved with another one.</summary>
    public void Revise(Idea idea) => Revise(idea, clock.GetUtcNow());

    /// <summary>For what is saved by somebody else, who wakes <see cref="DrawIdeasJob"/>.</summary>
    public static void Revise(Idea idea, DateTimeOffset now)
    {
        idea.Revision++;
        if (idea.CardMessageId is not null)
        {
            var soon = now + Settles;
            idea.DrawAt = idea.DrawAt > now && idea.DrawAt < soon ? idea.DrawAt : soon;
        }
    }

    /// <summary>It is saved: wakes whoever has to do something about it.</summary>
    public async Task SavedAsync(Idea idea)
    {
        await index.ChangedAsync(idea.GuildId, idea.Id);
        queue.WakeAt(clock.GetUtcNow());
        if (idea.DrawAt is { } draw)
        {
            schedule.WakeAt<DrawIdeasJob>(draw);
        }

        if (idea is { CardMessageId: null, WasPublished: true, LeaseUntil: not null })
        {
            // Whoever waits for an answer posts it first.
            schedule.WakeAt<PostIdeasJob>(clock.GetUtcNow() + Settles);
        }
    }
}
