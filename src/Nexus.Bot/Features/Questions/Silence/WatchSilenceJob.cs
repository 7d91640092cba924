using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Questions.Silence;

/// <summary>
/// Asks whether an answered question is solved when nobody has said anything for some days, and lets it rest when that stays without
/// a word for as long again. What nobody answered is not its business.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class WatchSilenceJob(
    INexusDbFactory databases, QuestionLife life, QuestionSettingsStore settings, IJobSchedule schedule, TimeProvider clock, ILogger<WatchSilenceJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var look = databases.Create();
        var due = await look.AcrossGuilds<Question>().AsNoTracking()
            .Where(question => question.SilenceAt <= now && question.State == QuestionState.Answered)
            .OrderBy(question => question.SilenceAt)
            .Select(question => new { question.GuildId, question.Id })
            .ToListAsync(cancellationToken);
        foreach (var one in due)
        {
            try
            {
                await using var db = databases.Create();
                await SeeToAsync(db, one.GuildId, one.Id, now, cancellationToken);
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Somebody did something to it meanwhile, so it is not silent.
                Changed(log, one.Id);
            }
        }

        if (await look.AcrossGuilds<Question>().Where(question => question.SilenceAt > now).MinAsync(question => question.SilenceAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<WatchSilenceJob>(next);
        }
    }

    private async Task SeeToAsync(NexusDb db, Snowflake guild, long id, DateTimeOffset now, CancellationToken ct)
    {
        if (await QuestionLife.FindAsync(db, guild, id, ct) is not { State: QuestionState.Answered } question || !(question.SilenceAt <= now))
        {
            return;
        }

        if (question.SilenceAskedAt is not null)
        {
            await life.TakeAsync(db, question, QuestionAct.FallSilent, QuestionActor.Clock, default, ct);
            return;
        }

        (question.SilenceAskedAt, question.SilenceAt) = (now, now + TimeSpan.FromDays((await settings.OfAsync(guild, ct)).QuietDays));
        var target = question is { IsAnonymous: false, ThreadId: { } thread } ? DeliveryTarget.In(thread, orDmOf: question.AskerId) : DeliveryTarget.DmOf(question.AskerId);
        db.Add(Delivery.Plan(guild, SilenceSource.DeliveryKind, question.Id, target, now, question.Revision));
        await life.SaveAsync(db, question, ct);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Question {Question} changed while its silence was looked at")]
    private static partial void Changed(ILogger log, long question);
}
