using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>What became of letting somebody into a thread, or putting them out.</summary>
internal enum ThreadSeat
{
    Done,

    /// <summary>They are no longer on the server.</summary>
    Gone,

    /// <summary>Discord refuses it for this person.</summary>
    Refused,
}

/// <summary>
/// Private threads under one channel, in which only those read who were let in, and who may manage threads. Whoever needs one keeps in a
/// row what was asked for and what is done, so that an interruption anywhere makes nothing twice. For jobs: it asks Discord.
/// </summary>
internal sealed class PrivateThreads(IDiscordRest discord)
{
    private const int WeekInMinutes = 10080;
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    public Task<Channel> StartAsync(Snowflake place, string name, CancellationToken ct) =>
        discord.StartThreadAsync(place, new ThreadCreate { Name = name, Type = ChannelType.PrivateThread, Invitable = false, AutoArchiveDuration = WeekInMinutes }, RequestOptions.Batch, ct);

    /// <summary>Threads that were made although nobody heard of it, the oldest first. A thread knows no nonce: they are found by their maker, name and time.</summary>
    public async Task<IReadOnlyList<Channel>> EarlierAsync(Snowflake guild, Snowflake place, string name, DateTimeOffset since, CancellationToken ct)
    {
        var bot = (await discord.GetCurrentApplicationAsync(ct)).Id;
        return
        [
            .. (await discord.GetActiveThreadsAsync(guild, RequestOptions.Batch, ct)).Threads
                .Where(thread => thread.ParentId == place && thread.Type == ChannelType.PrivateThread && thread.OwnerId == bot && thread.Name == name && thread.Id.CreatedAt >= since - Slack)
                .OrderBy(thread => thread.Id),
        ];
    }

    /// <param name="comes">False puts them out.</param>
    /// <exception cref="DiscordApiException">The thread is gone, or Discord does not take it now.</exception>
    public async Task<ThreadSeat> SeatAsync(Snowflake thread, Snowflake person, bool comes, CancellationToken ct)
    {
        try
        {
            await OpenedAsync(
                thread, () => comes ? discord.AddThreadMemberAsync(thread, person, RequestOptions.Batch, ct) : discord.RemoveThreadMemberAsync(thread, person, RequestOptions.Batch, ct), ct);
            return ThreadSeat.Done;
        }
        catch (DiscordApiException gone) when (gone.Code is DiscordErrorCode.UnknownMember or DiscordErrorCode.UnknownUser)
        {
            return comes ? ThreadSeat.Gone : ThreadSeat.Done;
        }
        catch (DiscordApiException refused) when (refused.Code is not DiscordErrorCode.UnknownChannel && !DeliveryTrouble.MayPass(refused))
        {
            return ThreadSeat.Refused;
        }
    }

    /// <summary>Archived threads are read and can be written in again; nothing in them is lost.</summary>
    public async Task ArchiveAsync(Snowflake thread, bool isArchived, CancellationToken ct)
    {
        try
        {
            await discord.EditChannelAsync(thread, new ChannelEdit { Archived = isArchived }, RequestOptions.Batch, ct);
        }
        catch (DiscordApiException already) when (isArchived && already.Code == DiscordErrorCode.ThreadArchived)
        {
            // Discord did it, after a week of silence.
        }
    }

    /// <summary>A thread in which nothing was said for a week is archived by Discord, and takes no changes: it is opened for this one.</summary>
    public async Task OpenedAsync(Snowflake thread, Func<Task> act, CancellationToken ct)
    {
        try
        {
            await act();
        }
        catch (DiscordApiException closed) when (closed.Code == DiscordErrorCode.ThreadArchived)
        {
            await ArchiveAsync(thread, isArchived: false, ct);
            await act();
        }
    }
}
