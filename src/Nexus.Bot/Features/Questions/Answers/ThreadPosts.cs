using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>Writing where nobody wrote for long.</summary>
internal static class ThreadPosts
{
    /// <summary>Takes a thread out of the archive when Discord asks for that, and writes in it.</summary>
    public static async Task<Message> WriteInThreadAsync(this IDiscordRest discord, Snowflake thread, MessageCreate message, CancellationToken ct)
    {
        try
        {
            return await discord.CreateMessageAsync(thread, message, ct: ct);
        }
        catch (DiscordApiException archived) when (archived.Code == DiscordErrorCode.ThreadArchived)
        {
            await discord.EditChannelAsync(thread, new ChannelEdit { Archived = false }, ct: ct);
            return await discord.CreateMessageAsync(thread, message, ct: ct);
        }
    }
}
