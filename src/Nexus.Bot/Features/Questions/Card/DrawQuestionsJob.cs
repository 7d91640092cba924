using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Events;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Questions.Card;

/// <summary>Brings the posts of questions up to date that have changed: the card, the tags, whether they are archived.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DrawQuestionsJob(
    INexusDbFactory databases, QuestionDrawing drawing, QuestionEndings endings, IJobSchedule schedule, TimeProvider clock, ILogger<DrawQuestionsJob> log) : IJob
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        var due = await db.AcrossGuilds<Question>().AsNoTracking()
            .Where(question => question.DrawAt <= now && question.Number != null)
            .OrderBy(question => question.DrawAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var question in due)
        {
            await DrawAsync(db, question, cancellationToken);
        }

        if (await db.AcrossGuilds<Question>().Where(question => question.DrawAt != null && question.Number != null).MinAsync(question => question.DrawAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<DrawQuestionsJob>(next);
        }
    }

    private async Task DrawAsync(NexusDb db, Question question, CancellationToken ct)
    {
        DateTimeOffset? again = null;
        try
        {
            if (!await drawing.DrawAsync(db, question, ct))
            {
                await endings.ThreadGoneAsync(question.GuildId, question.Id, ct);
            }
        }
        catch (DiscordApiException trouble) when (DeliveryTrouble.MayPass(trouble) || trouble.Code == DiscordErrorCode.ThreadArchived)
        {
            NotDrawn(log, trouble, question.Id);
            again = clock.GetUtcNow() + Pause;
        }
        catch (DiscordApiException refused)
        {
            // Out of the bot's reach: it is drawn with the next change, and not tried for ever.
            NotDrawn(log, refused, question.Id);
        }

        // What has changed meanwhile is drawn again.
        await db.In<Question>(question.GuildId)
            .Where(it => it.Id == question.Id && it.DrawAt == question.DrawAt && it.Revision == question.Revision)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.DrawAt, again).SetProperty(it => it.DrawnRevision, question.Revision), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The card of question {Question} could not be brought up to date")]
    private static partial void NotDrawn(ILogger log, Exception exception, long question);
}
