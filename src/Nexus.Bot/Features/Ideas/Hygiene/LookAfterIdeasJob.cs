using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>Asks about ideas that nobody touched, warns, and parks them. The next step counts from when the one before was read, not from when it was meant to be.</summary>
[DisallowConcurrentExecution]
internal sealed partial class LookAfterIdeasJob(
    INexusDbFactory databases, IdeaLife life, IdeaSettingsStore settings, MentorPlace place, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock, ILogger<LookAfterIdeasJob> log) : IJob
{
    private const int MostAtOnce = 200;

    // The message before is on its way.
    private static readonly TimeSpan UntilSent = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var look = databases.Create();
        var due = await look.AcrossGuilds<Idea>().AsNoTracking()
            .Where(idea => idea.LookAt <= now && idea.Number != null)
            .OrderBy(idea => idea.LookAt)
            .Take(MostAtOnce)
            .Select(idea => new { idea.GuildId, idea.Id })
            .ToListAsync(cancellationToken);
        foreach (var one in due)
        {
            try
            {
                await using var db = databases.Create();
                if (await IdeaLife.FindAsync(db, one.GuildId, one.Id, cancellationToken) is { } idea && idea.LookAt <= now)
                {
                    await SeeToAsync(db, idea, now, cancellationToken);
                }
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
            {
                // Somebody did something with it meanwhile, so it is not silent.
                Changed(log, one.Id);
            }
        }

        queue.WakeAt(now);
        if (await look.AcrossGuilds<Idea>().Where(idea => idea.LookAt != null && idea.Number != null).MinAsync(idea => idea.LookAt, cancellationToken) is { } next)
        {
            // What clashed is looked at again in the next sweep.
            schedule.WakeAt<LookAfterIdeasJob>(next > now ? next : now + UntilSent);
        }
    }

    private async Task SeeToAsync(NexusDb db, Idea idea, DateTimeOffset now, CancellationToken ct)
    {
        if (!idea.WasPublished || !idea.Status.IsOpen())
        {
            idea.LookAt = null;
            await SaveAsync(db, idea, ct);
            return;
        }

        var policy = (await settings.OfAsync(idea.GuildId, ct)).Policy;
        var silence = await IdeaSilence.OfAsync(db, idea, ct);
        if (silence.TouchedAt > idea.TouchedAt)
        {
            (idea.TouchedAt, idea.AskedAt, idea.WarnedAt) = (silence.TouchedAt, null, null);
            silence = silence with { AskedAt = null, WarnedAt = null };
        }

        var step = HygieneRules.At(silence, policy, now);
        if (step is HygieneStep.Warn or HygieneStep.Park)
        {
            switch (await LastWordAsync(db, idea, ct))
            {
                case { State: DeliveryState.Waiting or DeliveryState.Sending }:
                    step = new HygieneStep.Wait(now + UntilSent);
                    break;
                case { State: DeliveryState.Sent, SentAt: { } sent }:
                    step = sent + HygieneRules.Grace > now ? new HygieneStep.Wait(sent + HygieneRules.Grace) : step;
                    break;
                default:
                    // Nobody was reached: that is no silence of theirs.
                    step = now >= silence.AskedAt + policy.Quiet ? new HygieneStep.Ask() : new HygieneStep.Wait(silence.AskedAt + policy.Quiet);
                    break;
            }
        }

        await TakeAsync(db, idea, silence, step, policy, now, ct);
    }

    private async Task TakeAsync(NexusDb db, Idea idea, Silence silence, HygieneStep step, IdeaPolicy policy, DateTimeOffset now, CancellationToken ct)
    {
        switch (step)
        {
            case HygieneStep.Park:
                // Its consequences save, and tell who follows it.
                await life.MoveAsync(db, idea, IdeaStatus.Parked, IdeaActor.Clock, HygieneViews.ReasonToPark(now - silence.TouchedAt), ct);
                return;
            case HygieneStep.Wait { Until: var until }:
                idea.LookAt = until;
                break;
            case HygieneStep.Ask:
                await SayAsync(db, idea, now, ct);
                (idea.AskedAt, idea.WarnedAt, idea.LookAt) = (now, null, now + HygieneRules.Grace);
                break;
            case HygieneStep.Warn:
                await SayAsync(db, idea, now, ct);
                (idea.WarnedAt, idea.LookAt) = (now, now + HygieneRules.Grace);
                break;
            case HygieneStep.AskMentors:
                if (!silence.IsAsked())
                {
                    await SayAsync(db, idea, now, ct);
                }

                if (await place.OfAsync(idea.GuildId, ct) is { } mentors)
                {
                    await PlanAsync(db, idea, UnansweredIdeaSource.DeliveryKind, DeliveryTarget.In(mentors), now, ct);
                }

                (idea.AskedAt, idea.WarnedAt, idea.LookAt) = (now, null, now + policy.Quiet);
                break;
        }

        await SaveAsync(db, idea, ct);
    }

    // Whatever is done to it at this moment wins.
    private static Task SaveAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        idea.Revision++;
        return db.SaveChangesAsync(ct);
    }

    private static Task SayAsync(NexusDb db, Idea idea, DateTimeOffset now, CancellationToken ct) => PlanAsync(
        db, idea, QuietIdeaSource.DeliveryKind, idea.ThreadId is { } thread ? DeliveryTarget.In(thread, orDmOf: idea.AuthorId) : DeliveryTarget.DmOf(idea.AuthorId), now, ct);

    private static async Task PlanAsync(NexusDb db, Idea idea, string kind, DeliveryTarget target, DateTimeOffset now, CancellationToken ct) =>
        db.Add(Delivery.Plan(idea.GuildId, kind, idea.Id, target, now, await db.In<Delivery>(idea.GuildId).CountAsync(row => row.Kind == kind && row.SubjectId == idea.Id, ct)));

    private static Task<Delivery?> LastWordAsync(NexusDb db, Idea idea, CancellationToken ct) => db.In<Delivery>(idea.GuildId).AsNoTracking()
        .Where(row => row.Kind == QuietIdeaSource.DeliveryKind && row.SubjectId == idea.Id)
        .OrderByDescending(row => row.Occurrence)
        .FirstOrDefaultAsync(ct);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Idea {Idea} changed while its silence was looked at")]
    private static partial void Changed(ILogger log, long idea);
}
