using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Events;

/// <summary>Ends questions that cannot be answered any more: their thread was deleted, or their asker is gone.</summary>
internal sealed class QuestionEndings(INexusDbFactory databases, QuestionLife life, TimeProvider clock)
{
    public const string ThreadDeleted = "its post was deleted";
    public const string AskerLeft = "its asker has left the server";

    private const int MostTries = 3;

    /// <summary>The asker is told in private, with their words; what was solved before stays solved.</summary>
    public Task ThreadGoneAsync(Snowflake guild, long id, CancellationToken ct) => TryAsync(guild, id, async (db, question) =>
    {
        if (question.CardMessageId is null)
        {
            return;
        }

        var waits = question.State is QuestionState.Open or QuestionState.Claimed or QuestionState.Answered;
        (question.CardChannelId, question.CardMessageId, question.DrawAt) = (null, null, null);
        if (!waits)
        {
            await life.SaveAsync(db, question, ct);
            return;
        }

        question.EndedBecause = ThreadDeleted;
        db.Add(Delivery.Plan(guild, EndingSource.DeliveryKind, question.Id, DeliveryTarget.DmOf(question.AskerId), clock.GetUtcNow()));
        await life.TakeAsync(db, question, QuestionAct.Withdraw, Asker(question), default, ct);
    }, ct);

    /// <summary>Ends what waits for an answer that nobody else waits for.</summary>
    public async Task AskerGoneAsync(Snowflake guild, Snowflake asker, CancellationToken ct)
    {
        await using var look = databases.Create();
        var theirs = await look.In<Question>(guild)
            .Where(question => question.AskerId == asker && question.Number != null && (question.State == QuestionState.Open || question.State == QuestionState.Claimed))
            .Where(question => !look.In<QuestionFollower>(guild).Any(follower => follower.QuestionId == question.Id && follower.PersonId != asker))
            .Select(question => question.Id)
            .ToListAsync(ct);
        foreach (var id in theirs)
        {
            await TryAsync(guild, id, async (db, question) =>
            {
                // That they left at this moment would tell who asked.
                question.EndedBecause = question.IsAnonymous ? null : AskerLeft;
                await life.TakeAsync(db, question, QuestionAct.Withdraw, Asker(question), default, ct);
            }, ct);
        }
    }

    // No timer closes what nobody answered: it ends as if its asker had said so.
    private static QuestionActor Asker(Question question) => new(question.AskerId, IsMentor: false, IsHelping: false);

    private async Task TryAsync(Snowflake guild, long id, Func<NexusDb, Question, Task> end, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = databases.Create();
            if (await QuestionLife.FindAsync(db, guild, id, ct) is not { } question)
            {
                return;
            }

            try
            {
                await end(db, question);
                return;
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash && tries < MostTries)
            {
                // Somebody changed it at the same moment: it is looked at again.
            }
        }
    }
}
