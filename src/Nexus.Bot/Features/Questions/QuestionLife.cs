using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Escalation;
using Nexus.Bot.Features.Questions.Index;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Silence;
using Nexus.Bot.Jobs;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>
/// Takes the steps of a question's life: the rules decide, one save keeps the step and all that follows from it. Of two at once the
/// later one fails with a clash (<see cref="DatabaseFailure.Clash"/>) and is decided anew by whoever called: the router, or a job.
/// </summary>
internal sealed class QuestionLife(
    IEnumerable<IQuestionConsequence> consequences, LogBook logBook, DeliveryQueue queue, IJobSchedule schedule, QuestionIndex index, TimeProvider clock)
{
    // Several changes in a row are one drawing.
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(1);

    private const int MostTries = 10;

    /// <summary>A question that was posted, tracked; null when there is none such.</summary>
    public static Task<Question?> FindAsync(NexusDb db, Snowflake guild, long id, CancellationToken ct) =>
        db.In<Question>(guild).SingleOrDefaultAsync(it => it.Id == id && it.Number != null, ct);

    /// <param name="db">Holds the question; what else was changed in it is saved with the step.</param>
    /// <param name="about">Who it is handed to, or which message helped: its row has to be there, or added, when it is accepted.</param>
    public async Task<QuestionStep> TakeAsync(NexusDb db, Question question, QuestionAct act, QuestionActor by, Snowflake about, CancellationToken ct)
    {
        var before = await FactsAsync(db, question, ct);
        var step = QuestionRules.Take(before, act, by, about);
        if (step is QuestionStep.Done done)
        {
            var now = clock.GetUtcNow();
            await ApplyAsync(db, question, act, by, about, done.Now, now, ct);
            if (QuestionLog.Words(question, act, by, about, before) is { } words)
            {
                await logBook.AddAsync(db, question.GuildId, by.Id, words, QuestionLink.Of(question), ct);
            }

            var change = new QuestionChange(act, by, about, before, done.Now, done.Effects, now);
            foreach (var consequence in consequences.Where(it => (it.Of & done.Effects) != 0))
            {
                await consequence.AddAsync(db, question, change, ct);
            }

            await SaveAsync(db, question, ct);
        }

        return step;
    }

    /// <summary>
    /// It is posted: gives it its number, and opens it for the first time. Two that are posted at once get two numbers. Whoever posts
    /// one twice fails with a clash; a question that has its number stays as it is.
    /// </summary>
    public async Task OpenAsync(NexusDb db, Question question, Snowflake thread, Snowflake cardChannel, Snowflake cardMessage, CancellationToken ct)
    {
        if (question.Number is not null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var before = new QuestionFacts(question.AskerId);
        (question.ThreadId, question.CardChannelId, question.CardMessageId) = (thread, cardChannel, cardMessage);
        (question.PostedAt, question.OpenedAt, question.ActiveAt, question.LeaseUntil) = (now, now, now, null);
        (question.State, question.Opening) = (QuestionState.Open, 1);
        question.Number = await NextNumberAsync(db, question.GuildId, ct);

        // For what follows it is as if its asker had opened it again.
        var asker = new QuestionActor(question.AskerId, IsMentor: false, IsHelping: false);
        var change = new QuestionChange(QuestionAct.Reopen, asker, default, before, before with { Opening = 1 }, QuestionEffects.StartLadder, now);
        foreach (var consequence in consequences.Where(it => it.Of.HasFlag(QuestionEffects.StartLadder)))
        {
            await consequence.AddAsync(db, question, change, ct);
        }

        for (var tries = 1; ; tries++)
        {
            try
            {
                await SaveAsync(db, question, ct);
                return;
            }
            catch (DbUpdateException taken) when (taken is not DbUpdateConcurrencyException && DatabaseFailures.Of(taken) == DatabaseFailure.Clash && tries < MostTries)
            {
                question.Number = await NextNumberAsync(db, question.GuildId, ct);
            }
        }
    }

    /// <summary>Saves a change that is no step, such as another topic: the card is drawn anew.</summary>
    public async Task SaveAsync(NexusDb db, Question question, CancellationToken ct)
    {
        question.Revision++;
        if (question.CardMessageId is not null)
        {
            var soon = clock.GetUtcNow() + Settles;
            question.DrawAt = question.DrawAt > clock.GetUtcNow() && question.DrawAt < soon ? question.DrawAt : soon;
        }

        var due = db.ChangeTracker.Entries<Delivery>().Where(row => row.State == EntityState.Added).Min(row => (DateTimeOffset?)row.Entity.DueAt);
        await db.SaveChangesAsync(ct);
        await index.ChangedAsync(question.GuildId, question.Id);
        if (due is { } first)
        {
            queue.WakeAt(first);
        }

        if (question.ClimbAt is { } climb)
        {
            schedule.WakeAt<ClimbLaddersJob>(climb);
        }

        if (question.LapseAt is { } look)
        {
            schedule.WakeAt<CheckClaimsJob>(look);
        }

        if (question.DrawAt is { } draw)
        {
            schedule.WakeAt<DrawQuestionsJob>(draw);
        }

        if (question.SilenceAt is { } silence)
        {
            schedule.WakeAt<WatchSilenceJob>(silence);
        }
    }

    private static async Task<int> NextNumberAsync(NexusDb db, Snowflake guild, CancellationToken ct) =>
        (await db.In<Question>(guild).MaxAsync(question => question.Number, ct) ?? 0) + 1;

    private static async Task<QuestionFacts> FactsAsync(NexusDb db, Question question, CancellationToken ct) => new(question.AskerId)
    {
        State = question.State,
        Holder = question.HolderId,
        Opening = question.Opening,
        Accepted =
        [
            .. (await db.In<QuestionAnswer>(question.GuildId)
                .Where(answer => answer.QuestionId == question.Id && answer.AcceptedAt != null)
                .OrderBy(answer => answer.AcceptedAt).ThenBy(answer => answer.Id)
                .Select(answer => answer.MessageId)
                .ToListAsync(ct)),
        ],
    };

    private static async Task ApplyAsync(
        NexusDb db, Question question, QuestionAct act, QuestionActor by, Snowflake about, QuestionFacts facts, DateTimeOffset now, CancellationToken ct)
    {
        if (facts.Holder != question.HolderId)
        {
            question.ClaimedAt = facts.Holder is null ? null : now;
        }

        if (facts.Opening != question.Opening)
        {
            question.OpenedAt = now;
            question.AcceptedAt = null;
            (question.EndedBecause, question.DuplicateOfId) = (null, null);
        }

        if (act == QuestionAct.Reopen)
        {
            foreach (var answer in await db.In<QuestionAnswer>(question.GuildId).Where(it => it.QuestionId == question.Id && it.AcceptedAt != null).ToListAsync(ct))
            {
                (answer.AcceptedAt, answer.AcceptedBy) = (null, null);
            }
        }

        if (facts.State != QuestionState.Answered)
        {
            (question.SilenceAt, question.SilenceAskedAt) = (null, null);
        }

        if (facts.State is QuestionState.Answered or QuestionState.Accepted)
        {
            question.FirstAnsweredAt ??= now;
        }

        if (facts.State == QuestionState.Accepted)
        {
            question.AcceptedAt ??= now;
        }

        if (!by.IsClock)
        {
            question.ActiveAt = now;
        }

        if (act is QuestionAct.Accept or QuestionAct.TakeBack)
        {
            var answer = db.ChangeTracker.Entries<QuestionAnswer>().Select(row => row.Entity).FirstOrDefault(it => it.MessageId == about && it.QuestionId == question.Id)
                ?? await db.In<QuestionAnswer>(question.GuildId).SingleAsync(it => it.MessageId == about && it.QuestionId == question.Id, ct);
            answer.AcceptedAt = act == QuestionAct.Accept ? now : null;
            answer.AcceptedBy = act == QuestionAct.Accept ? by.Id : null;
        }

        (question.State, question.HolderId, question.Opening) = (facts.State, facts.Holder, facts.Opening);
    }
}
