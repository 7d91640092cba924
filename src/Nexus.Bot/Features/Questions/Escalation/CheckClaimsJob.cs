using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>Asks holders of whom nothing was heard whether they are still on it, and opens the question again when they do not answer.</summary>
[DisallowConcurrentExecution]
internal sealed class CheckClaimsJob(
    INexusDbFactory databases, QuestionLife life, AnswererPool pool, QuestionSettingsStore store, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock) : IJob
{
    // The message that asks them is on its way.
    private static readonly TimeSpan UntilSent = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<long> due;
        await using (var db = databases.Create())
        {
            due = await db.AcrossGuilds<Question>().Where(question => question.LapseAt <= now).OrderBy(question => question.LapseAt).Select(question => question.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in due)
        {
            try
            {
                await using var db = databases.Create();
                if (await db.AcrossGuilds<Question>().SingleOrDefaultAsync(question => question.Id == id && question.LapseAt <= now, cancellationToken) is { } question)
                {
                    await CheckAsync(db, question, now, cancellationToken);
                }
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Something was done to it at this moment; the next sweep looks again if need be.
            }
        }

        await using var after = databases.Create();
        if (await after.AcrossGuilds<Question>().Where(question => question.LapseAt > now).MinAsync(question => question.LapseAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<CheckClaimsJob>(next);
        }
    }

    private async Task CheckAsync(NexusDb db, Question question, DateTimeOffset now, CancellationToken ct)
    {
        if (question is not { State: QuestionState.Claimed, HolderId: { } holder })
        {
            question.LapseAt = null;
            await db.SaveChangesAsync(ct);
            return;
        }

        var toAnswer = QuestionLadders.ToAnswer(await store.OfAsync(question.GuildId, ct));
        if (question.HolderAskedAt is null)
        {
            await AskAsync(db, question, holder, now, toAnswer, ct);
        }
        else if (await AnswerableUntilAsync(db, question, holder, now, toAnswer, ct) is { } until)
        {
            question.LapseAt = until;
            await db.SaveChangesAsync(ct);
        }
        else
        {
            await life.TakeAsync(db, question, QuestionAct.LetClaimLapse, QuestionActor.Clock, default, ct);
        }
    }

    // Not in their night: what they cannot read yet is no reason to take it from them.
    private async Task AskAsync(NexusDb db, Question question, Snowflake holder, DateTimeOffset now, TimeSpan toAnswer, CancellationToken ct)
    {
        var awake = (await pool.HoursOfAsync(db, question.GuildId, holder, ct)).NextFrom(now) ?? now;
        (question.HolderAskedAt, question.LapseAt) = (awake, awake + toAnswer);
        db.Add(Delivery.Plan(
            question.GuildId, HolderNews.StillOnIt, question.Id, DeliveryTarget.DmOf(holder, orIn: question.ThreadId), awake, (int)(now - question.CreatedAt).TotalMinutes));
        await db.SaveChangesAsync(ct);
        queue.WakeAt(awake);
    }

    // They have their time from when the message reached them.
    private static async Task<DateTimeOffset?> AnswerableUntilAsync(NexusDb db, Question question, Snowflake holder, DateTimeOffset now, TimeSpan toAnswer, CancellationToken ct)
    {
        var asked = await db.In<Delivery>(question.GuildId).AsNoTracking()
            .Where(row => row.Kind == HolderNews.StillOnIt && row.SubjectId == question.Id && row.PersonId == holder)
            .OrderByDescending(row => row.Occurrence)
            .FirstOrDefaultAsync(ct);
        return asked switch
        {
            { State: DeliveryState.Waiting or DeliveryState.Sending } => now + UntilSent,
            { State: DeliveryState.Sent, SentAt: { } sent } when sent + toAnswer > now => sent + toAnswer,
            _ => null,
        };
    }
}
