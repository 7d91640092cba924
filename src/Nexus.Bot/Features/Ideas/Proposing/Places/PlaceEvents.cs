using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Ideas.Proposing.Places;

/// <summary>An idea's post was deleted.</summary>
internal sealed class IdeaThreadDeleted(NexusDb db, IdeaPlaces places) : IEventHandler<ThreadDeleteEvent>
{
    public async Task HandleAsync(ThreadDeleteEvent happened, CancellationToken ct)
    {
        // Under a text channel the card is still there.
        if (happened.Thread is { GuildId: { } guild } thread
            && await db.In<Idea>(guild).Where(it => it.ThreadId == thread.Id && it.CardChannelId == thread.Id).Select(it => (long?)it.Id).SingleOrDefaultAsync(ct) is { } id)
        {
            await places.ThreadGoneAsync(guild, id, ct);
        }
    }
}

/// <summary>The channel with the ideas was deleted: Discord tells nothing of the threads in it.</summary>
internal sealed class IdeaForumDeleted(IdeaPlaces places) : IEventHandler<ChannelDeleteEvent>
{
    public Task HandleAsync(ChannelDeleteEvent happened, CancellationToken ct) =>
        happened.Channel.GuildId is { } guild ? places.ForumGoneAsync(guild, happened.Channel.Id, ct) : Task.CompletedTask;
}

/// <summary>Finds forums and posts of ideas that were deleted while nobody listened.</summary>
[DisallowConcurrentExecution]
internal sealed partial class FindLostIdeasJob(INexusDbFactory databases, IdeaPlaces places, IDiscordRest discord, ILogger<FindLostIdeasJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var standing = await db.AcrossGuilds<Idea>().AsNoTracking()
            .Where(idea => idea.CardMessageId != null && idea.CardChannelId == idea.ThreadId && idea.Number != null)
            .Select(idea => new { idea.GuildId, idea.Id, idea.ThreadId, idea.Status })
            .ToListAsync(cancellationToken);
        var forums = await db.AcrossGuilds<GuildConfiguration>().AsNoTracking()
            .Where(it => it.IdeaForumId != null).Select(it => new { it.GuildId, it.IdeaForumId }).ToListAsync(cancellationToken);
        foreach (var server in forums)
        {
            var ideas = standing.Where(idea => idea.GuildId == server.GuildId && IdeaBook.BelongsOnTheBoard(idea.Status)).Select(idea => (idea.Id, idea.ThreadId!.Value)).ToList();
            if (ideas.Count == 0)
            {
                continue; // found out with the next post
            }

            try
            {
                await LookAsync(server.GuildId, server.IdeaForumId!.Value, ideas, cancellationToken);
            }
            catch (DiscordApiException trouble)
            {
                NotLooked(log, trouble, server.GuildId);
            }
        }
    }

    private async Task LookAsync(Snowflake guild, Snowflake forum, IReadOnlyList<(long Id, Snowflake Thread)> ideas, CancellationToken ct)
    {
        if (await IsGoneAsync(forum, ct))
        {
            await places.ForumGoneAsync(guild, forum, ct);
            return;
        }

        var active = (await discord.GetActiveThreadsAsync(guild, RequestOptions.Batch, ct)).Threads.Select(thread => thread.Id).ToHashSet();
        foreach (var (id, thread) in ideas.Where(idea => !active.Contains(idea.Thread)))
        {
            // Not active is archived, or gone.
            if (await IsGoneAsync(thread, ct))
            {
                await places.ThreadGoneAsync(guild, id, ct);
            }
        }
    }

    private async Task<bool> IsGoneAsync(Snowflake channel, CancellationToken ct)
    {
        try
        {
            await discord.GetChannelAsync(channel, RequestOptions.Batch, ct);
            return false;
        }
        catch (DiscordApiException unknown) when (unknown.Code == DiscordErrorCode.UnknownChannel)
        {
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The ideas of server {Guild} could not be looked through; the next sweep tries again")]
    private static partial void NotLooked(ILogger log, Exception exception, Snowflake guild);
}
