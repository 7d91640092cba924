using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Quartz;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>Counts the votes of ideas that have changed, and brings their cards up to date.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DrawIdeasJob(INexusDbFactory databases, IdeaDrawing drawing, IJobSchedule schedule, TimeProvider clock, ILogger<DrawIdeasJob> log) : IJob
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = databases.Create();
        var due = await db.AcrossGuilds<Idea>().AsNoTracking()
            .Where(idea => idea.DrawAt <= now && idea.Number != null)
            .OrderBy(idea => idea.DrawAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        try
        {
            foreach (var idea in due)
            {
                await DrawAsync(db, idea, cancellationToken);
            }
        }
        catch (Exception busy) when (DatabaseFailures.Of(busy) == DatabaseFailure.Busy)
        {
            // The rows remember what is due; people should not wait for the next sweep to see it.
            schedule.WakeAt<DrawIdeasJob>(clock.GetUtcNow() + IdeaLife.Settles);
            throw;
        }

        if (await db.AcrossGuilds<Idea>().Where(idea => idea.DrawAt != null && idea.Number != null).MinAsync(idea => idea.DrawAt, cancellationToken) is { } next)
        {
            schedule.WakeAt<DrawIdeasJob>(next);
        }
    }

    private async Task DrawAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        var cards = new IdeaCards(db);
        var links = await cards.LinksAsync(idea.GuildId, ct);
        var tally = await cards.TallyAsync(idea, links, ct);
        var places = await db.In<IdeaInterest>(idea.GuildId).Where(one => one.IdeaId == idea.Id && one.Seat != null).Select(one => one.Since).ToListAsync(ct);
        var level = Heat.Level(tally.Votes.Where(vote => vote.Stance == Stance.For).Select(vote => vote.At), places);
        double? heat = double.IsNegativeInfinity(level) ? null : level;
        await VoteTurn.TakeAsync(
            () => db.In<Idea>(idea.GuildId).Where(it => it.Id == idea.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.Votes, tally.For).SetProperty(it => it.NotYet, tally.NotYet).SetProperty(it => it.HeatLevel, heat), ct),
            ct);
        DateTimeOffset? again = null;
        try
        {
            await drawing.DrawAsync(db, idea, await cards.OfAsync(idea, links, tally, ct), ct);
        }
        catch (DiscordApiException trouble)
        {
            // Out of the bot's reach for good: it is drawn with the next change, and not tried for ever.
            NotDrawn(log, trouble, idea.Id);
            again = DeliveryTrouble.MayPass(trouble) || trouble.Code == DiscordErrorCode.ThreadArchived ? clock.GetUtcNow() + Pause : null;
        }

        // What has changed meanwhile is drawn again.
        var drawn = again is null ? idea.Revision : idea.DrawnRevision;
        await VoteTurn.TakeAsync(
            () => db.In<Idea>(idea.GuildId)
                .Where(it => it.Id == idea.Id && it.DrawAt == idea.DrawAt && it.Revision == idea.Revision)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.DrawAt, again).SetProperty(it => it.DrawnRevision, drawn), ct),
            ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The card of idea {Idea} could not be brought up to date")]
    private static partial void NotDrawn(ILogger log, Exception exception, long idea);
}
