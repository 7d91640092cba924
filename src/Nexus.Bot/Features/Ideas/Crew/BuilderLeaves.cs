using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Ideas.Crew;

/// <summary>Notices at once that somebody leaves, where the members intent is granted; <see cref="FindLostBuildersJob"/> does elsewhere.</summary>
internal sealed class BuilderLeaves(LostBuilders lost) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct) =>
        happened.Member is { User: { } user } member ? lost.FreeAsync(member.GuildId, user.Id, ct) : Task.CompletedTask;
}

/// <summary>Frees the places of those who are gone: whoever waits has them.</summary>
internal sealed class LostBuilders(INexusDbFactory databases, CrewBook book)
{
    /// <summary>In ideas that have a team it is the team's matter.</summary>
    public static IQueryable<Idea> Undecided(NexusDb db) => db.AcrossGuilds<Idea>()
        .Where(idea => idea.Number != null && idea.Status != IdeaStatus.Building && idea.Status != IdeaStatus.Shipped && idea.Status != IdeaStatus.Merged);

    public async Task FreeAsync(Snowflake guild, Snowflake person, CancellationToken ct)
    {
        await using var db = databases.Create();
        var theirs = await db.In<IdeaInterest>(guild).Where(one => one.PersonId == person)
            .Join(Undecided(db), one => one.IdeaId, idea => idea.Id, (one, idea) => idea.Id)
            .ToListAsync(ct);
        foreach (var id in theirs)
        {
            await book.LeaveAsync(guild, id, person, ct);
        }
    }
}

/// <summary>Finds who has left the server while nobody listened.</summary>
[DisallowConcurrentExecution]
internal sealed partial class FindLostBuildersJob(INexusDbFactory databases, LostBuilders lost, IDiscordRest discord, ILogger<FindLostBuildersJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var people = await db.AcrossGuilds<IdeaInterest>()
            .Join(LostBuilders.Undecided(db), one => one.IdeaId, idea => idea.Id, (one, idea) => new { one.GuildId, one.PersonId })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var one in people)
        {
            try
            {
                await discord.GetMemberAsync(one.GuildId, one.PersonId, RequestOptions.Batch, cancellationToken);
            }
            catch (DiscordApiException unknown) when (unknown.Code == DiscordErrorCode.UnknownMember)
            {
                await lost.FreeAsync(one.GuildId, one.PersonId, cancellationToken);
            }
            catch (DiscordApiException trouble)
            {
                NotLooked(log, trouble, one.GuildId);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether somebody who builds an idea is still on server {Guild} could not be found out; the next sweep tries again")]
    private static partial void NotLooked(ILogger log, Exception exception, Snowflake guild);
}
