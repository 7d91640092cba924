using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Marks messages as answers and takes such marks back, whichever way it was asked for.</summary>
internal sealed class AnswerDesk(QuestionLife life, LogBook log, GuildConfigurations configurations, INexusDbFactory databases)
{
    /// <summary>The question whose thread this is, tracked; null for any other channel.</summary>
    public static Task<Question?> OfThreadAsync(NexusDb db, Snowflake guild, Snowflake thread, CancellationToken ct) =>
        db.In<Question>(guild).OrderByDescending(it => it.Number).FirstOrDefaultAsync(it => it.ThreadId == thread && it.Number != null, ct);

    /// <summary>The row of a message, tracked: the one that there is, or a new one.</summary>
    public static async Task<QuestionAnswer> RowAsync(NexusDb db, Question question, Said said, CancellationToken ct)
    {
        var row = await db.In<QuestionAnswer>(question.GuildId).SingleOrDefaultAsync(it => it.MessageId == said.Message, ct);
        if (row is null)
        {
            row = new QuestionAnswer
            {
                GuildId = question.GuildId,
                QuestionId = question.Id,
                ChannelId = said.Channel,
                MessageId = said.Message,
                AuthorId = said.Author,
                Text = said.Text,
                SaidAt = said.Message.CreatedAt,
            };
            db.Add(row);
        }
        else if (said.Text.Length > 0)
        {
            row.Text = said.Text; // they may have edited it, or it could not be read before
        }

        return row;
    }

    /// <summary>Whose words these are to the rules. Who wrote an answer is helping, with or without a profile.</summary>
    public async Task<QuestionActor> ActorAsync(Interaction interaction, CancellationToken ct) => new(
        interaction.User.Id,
        interaction.GuildId is { } guild && AccessRules.IsMentor(interaction, await configurations.OfAsync(guild, ct)),
        IsHelping: true);

    /// <summary>Who asked, and mentors, accept; who wrote it says that it is an answer.</summary>
    public async Task<Reply> MarkAsync(NexusDb db, Question question, Said said, QuestionActor by, CancellationToken ct)
    {
        var accepts = Accepts(question, by);
        if (!accepts && said.Author != by.Id)
        {
            return AnswerViews.NotYoursToAccept(question);
        }

        var row = await RowAsync(db, question, said, ct);
        if (row is { AcceptedAt: not null })
        {
            return AnswerViews.MarkedBefore(question, row, mayTakeBack: accepts);
        }

        if (accepts && by.Id != question.AskerId)
        {
            await log.AddAsync(
                db, question.GuildId, by.Id, $"marked an answer to {QuestionCardViews.Name(question)} as what helped",
                AnswerViews.LinkTo(row), ct);
        }

        switch (await life.TakeAsync(db, question, accepts ? QuestionAct.Accept : QuestionAct.Answer, by, said.Message, ct))
        {
            case QuestionStep.Done:
                return accepts ? AnswerViews.Accepted(question, row, by) : AnswerViews.Answered(question);
            case QuestionStep.Already when !accepts:
                await db.SaveChangesAsync(ct);
                return AnswerViews.AnsweredToo(question);
            case QuestionStep.Already:
                // Somebody else marked it between the first look and this one.
                db.ChangeTracker.Clear();
                return AnswerViews.MarkedBefore(question, await RowAsync(db, question, said, ct), mayTakeBack: accepts);
            case QuestionStep.NotNow now:
                return AnswerViews.NotNow(question, now.State);
            default:
                return AnswerViews.NotYoursToAccept(question);
        }
    }

    /// <summary>The same for follow-ups, which nobody runs again: of two at once the later one looks once more.</summary>
    public async Task<Reply> MarkAsync(Snowflake guild, long id, Said said, QuestionActor by, CancellationToken ct)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            await using var db = databases.Create();
            try
            {
                return await QuestionLife.FindAsync(db, guild, id, ct) is { } question ? await MarkAsync(db, question, said, by, ct) : AnswerViews.Gone();
            }
            catch (DbUpdateException clash) when (!isSecond && DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Somebody else marked at the same moment.
            }
        }
    }

    public async Task<Reply> TakeBackAsync(NexusDb db, Question question, Snowflake message, QuestionActor by, CancellationToken ct)
    {
        if (Accepts(question, by) && by.Id != question.AskerId)
        {
            await log.AddAsync(
                db, question.GuildId, by.Id, $"took back that an answer helped with {QuestionCardViews.Name(question)}",
                Md.MessageUrl(question.GuildId, question.ThreadId ?? default, message), ct);
        }

        return await life.TakeAsync(db, question, QuestionAct.TakeBack, by, message, ct) switch
        {
            QuestionStep.Done done => AnswerViews.TakenBack(question, done.Now.Accepted.Length),
            QuestionStep.Already => AnswerViews.NothingToTakeBack(question),
            _ => AnswerViews.NotYoursToAccept(question),
        };
    }

    public static bool Accepts(Question question, QuestionActor by) => by.IsMentor || by.Id == question.AskerId;
}
