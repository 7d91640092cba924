using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Settings;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>Where a server wants its mentors' board.</summary>
internal sealed class BoardBook(NexusDb db, LogBook log, DeliveryQueue queue, TimeProvider clock)
{
    public async Task<BoardPlace?> PlaceAsync(Snowflake guild, CancellationToken ct) =>
        BoardPlace.Of(await db.In<QuestionSettings>(guild).AsNoTracking().SingleOrDefaultAsync(ct));

    /// <summary>Wants it in this channel; returns where it stood until now, null for nowhere or the same channel.</summary>
    public async Task<BoardPlace?> PutAsync(Snowflake guild, Snowflake channel, Snowflake by, CancellationToken ct)
    {
        if (await db.In<QuestionSettings>(guild).SingleOrDefaultAsync(ct) is not { } settings)
        {
            settings = new QuestionSettings { GuildId = guild };
            db.Add(settings);
        }

        if (settings.BoardChannelId == channel)
        {
            return null;
        }

        var before = BoardPlace.Of(settings);
        (settings.BoardChannelId, settings.BoardMessageId) = (channel, null);
        await SaveAsync(guild, by, BoardViews.LogPlaced(channel), ct);
        return before;
    }

    /// <summary>Back to where it stood, unless it was put somewhere else meanwhile.</summary>
    public async Task PutBackAsync(Snowflake guild, Snowflake from, BoardPlace? before, CancellationToken ct)
    {
        var (channel, message) = (before?.Channel, before?.Message);
        await db.In<QuestionSettings>(guild).Where(settings => settings.BoardChannelId == from).ExecuteUpdateAsync(
            set => set.SetProperty(settings => settings.BoardChannelId, channel).SetProperty(settings => settings.BoardMessageId, message), ct);
    }

    /// <summary>Returns where it stood; null when there was none.</summary>
    public async Task<BoardPlace?> RemoveAsync(Snowflake guild, Snowflake by, CancellationToken ct)
    {
        var settings = await db.In<QuestionSettings>(guild).SingleOrDefaultAsync(ct);
        if (settings is null || BoardPlace.Of(settings) is not { } before)
        {
            return null;
        }

        (settings.BoardChannelId, settings.BoardMessageId) = (null, null);
        await SaveAsync(guild, by, BoardViews.LogRemoved(), ct);
        return before;
    }

    private async Task SaveAsync(Snowflake guild, Snowflake by, string words, CancellationToken ct)
    {
        await log.AddAsync(db, guild, by, words, link: null, ct);
        await db.SaveChangesAsync(ct);
        queue.WakeAt(clock.GetUtcNow());
    }
}
