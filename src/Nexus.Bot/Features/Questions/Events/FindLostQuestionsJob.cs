using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Features.Questions.Events;

/// <summary>Finds what happened to waiting questions while nobody listened: their thread was deleted, their asker left.</summary>
[DisallowConcurrentExecution]
internal sealed partial class FindLostQuestionsJob(INexusDbFactory databases, QuestionEndings endings, IDiscordRest discord, ILogger<FindLostQuestionsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var waiting = await db.AcrossGuilds<Question>().AsNoTracking()
            .Where(question => question.CardMessageId != null && question.Number != null
                && (question.State == QuestionState.Open || question.State == QuestionState.Claimed || question.State == QuestionState.Answered))
            .ToListAsync(cancellationToken);
        foreach (var server in waiting.GroupBy(question => question.GuildId))
        {
            try
            {
                await LookAsync(server.Key, [.. server], cancellationToken);
            }
            catch (DiscordApiException trouble)
            {
                NotLooked(log, trouble, server.Key);
            }
        }
    }

    private async Task LookAsync(Snowflake guild, IReadOnlyList<Question> waiting, CancellationToken ct)
    {
        var active = (await discord.GetActiveThreadsAsync(guild, RequestOptions.Batch, ct)).Threads.Select(thread => thread.Id).ToHashSet();
        foreach (var question in waiting.Where(question => !active.Contains(question.ThreadId ?? default)))
        {
            // Not active is archived, or gone.
            if (question.ThreadId is { } thread && await IsUnknownAsync(() => discord.GetChannelAsync(thread, RequestOptions.Batch, ct), DiscordErrorCode.UnknownChannel))
            {
                await endings.ThreadGoneAsync(guild, question.Id, ct);
            }
        }

        foreach (var asker in waiting.Select(question => question.AskerId).Distinct())
        {
            if (await IsUnknownAsync(() => discord.GetMemberAsync(guild, asker, RequestOptions.Batch, ct), DiscordErrorCode.UnknownMember))
            {
                await endings.AskerGoneAsync(guild, asker, ct);
            }
        }
    }

    private static async Task<bool> IsUnknownAsync(Func<Task> ask, int code)
    {
        try
        {
            await ask();
            return false;
        }
        catch (DiscordApiException unknown) when (unknown.Code == code)
        {
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The questions of server {Guild} could not be looked through; the next sweep tries again")]
    private static partial void NotLooked(ILogger log, Exception exception, Snowflake guild);
}
