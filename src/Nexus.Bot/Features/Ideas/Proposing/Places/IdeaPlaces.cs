using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Jobs;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Proposing.Places;

/// <summary>What becomes of ideas whose place in Discord is gone, or closed to the bot: nothing is lost, mentors are told once, and they are posted again.</summary>
internal sealed class IdeaPlaces(INexusDbFactory databases, GuildConfigurations configurations, LogBook log, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock) : IServerSetUp
{
    // The same trouble is not told again and again.
    private static readonly TimeSpan Told = TimeSpan.FromDays(1);

    /// <summary>Tells mentors when something has to be mended before ideas can be posted.</summary>
    public Task TellAsync(Snowflake guild, PostOutcome outcome, CancellationToken ct) => outcome switch
    {
        PostOutcome.NoPlace { Gone: { } gone } => ForumGoneAsync(guild, gone, ct),
        PostOutcome.NoPlace => TellOnceAsync(guild, PlaceViews.NoForum(), ct),
        PostOutcome.Refused refused => TellOnceAsync(guild, PlaceViews.Refused(refused.Place, refused.Code), ct),
        _ => Task.CompletedTask,
    };

    /// <summary>The channel with the ideas was deleted, with every post in it.</summary>
    public async Task ForumGoneAsync(Snowflake guild, Snowflake channel, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await db.In<GuildConfiguration>(guild).Where(it => it.IdeaForumId == channel).ExecuteUpdateAsync(set => set.SetProperty(it => it.IdeaForumId, (Snowflake?)null), ct) == 0)
        {
            return; // another channel, or told before
        }

        configurations.Forget(guild);
        var many = await LoseAsync(db.In<Idea>(guild), ct);
        await log.AddAsync(db, guild, default, PlaceViews.ForumGone(many), link: null, ct);
        await db.SaveChangesAsync(ct);
        queue.WakeAt(clock.GetUtcNow());
    }

    /// <summary>One post alone was deleted: somebody may have had a reason, so it comes back only when somebody asks for it.</summary>
    public async Task ThreadGoneAsync(Snowflake guild, long id, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await Standing(db.In<Idea>(guild).Where(it => it.Id == id)).ExecuteUpdateAsync(
                set => set.SetProperty(it => it.CardMessageId, (Snowflake?)null).SetProperty(it => it.CardChannelId, (Snowflake?)null).SetProperty(it => it.DrawAt, (DateTimeOffset?)null), ct) > 0
            && await db.In<Idea>(guild).AsNoTracking().SingleAsync(it => it.Id == id, ct) is var idea && IdeaBook.BelongsOnTheBoard(idea.Status))
        {
            await log.AddAsync(db, guild, default, PlaceViews.ThreadGone(idea), link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(clock.GetUtcNow());
        }
    }

    /// <summary>An admin looked after the server's channels: what waits for a place is posted, in its order.</summary>
    public async Task LookedAfterAsync(Snowflake guild, CancellationToken ct)
    {
        await using var db = databases.Create();
        var waiting = await db.In<Idea>(guild)
            .Where(it => it.Number != null && it.WasPublished && it.CardMessageId == null && it.ThreadId == null && it.LeaseUntil == null)
            .ToListAsync(ct);
        var ids = waiting.Where(it => IdeaBook.BelongsOnTheBoard(it.Status)).Select(it => it.Id).ToList();
        if (ids.Count > 0 && await db.In<Idea>(guild).Where(it => ids.Contains(it.Id) && it.CardMessageId == null && it.LeaseUntil == null)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)IdeaBook.Untried), ct) > 0)
        {
            schedule.WakeAt<PostIdeasJob>(clock.GetUtcNow());
        }
    }

    // Without a thread it is known that the whole place went.
    private static Task<int> LoseAsync(IQueryable<Idea> ideas, CancellationToken ct) => Standing(ideas).ExecuteUpdateAsync(
        set => set
            .SetProperty(it => it.ThreadId, (Snowflake?)null)
            .SetProperty(it => it.CardMessageId, (Snowflake?)null)
            .SetProperty(it => it.CardChannelId, (Snowflake?)null)
            .SetProperty(it => it.DrawAt, (DateTimeOffset?)null), ct);

    private static IQueryable<Idea> Standing(IQueryable<Idea> ideas) => ideas.Where(it => it.CardMessageId != null);

    private async Task TellOnceAsync(Snowflake guild, string words, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - Told;
        await using var db = databases.Create();
        if (!await db.In<LogEntry>(guild).AnyAsync(it => it.Words == words && it.At > since, ct))
        {
            await log.AddAsync(db, guild, default, words, link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(clock.GetUtcNow());
        }
    }
}
