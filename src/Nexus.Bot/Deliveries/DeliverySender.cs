using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Deliveries;

internal enum SendResult
{
    /// <summary>The message is where it belongs.</summary>
    Sent,

    /// <summary>Given up, or on its way to its other place.</summary>
    Settled,

    /// <summary>Trouble that may pass.</summary>
    Later,
}

/// <summary>Sends one claimed row: looks for what an earlier try may have left, sends with a nonce, records the message's id.</summary>
internal sealed partial class DeliverySender(
    DeliveryQueue queue, IEnumerable<IDeliverySource> sources, INexusDbFactory databases, IDiscordRest discord,
    InteractionMetrics metrics, TimeProvider clock, ILogger<DeliverySender> log)
{
    // Discord promises only "the past few minutes" for a nonce, and a request may wait a while in its queue; beyond this the channel is read.
    private static readonly TimeSpan NonceMemory = TimeSpan.FromSeconds(90);

    // For clocks that differ.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    private const int PageSize = 100;
    private const int MostDms = 10_000;

    private static readonly RequestOptions Sending = RequestOptions.Batch with { Deadline = TimeSpan.FromSeconds(20) };

    private readonly ConcurrentDictionary<Snowflake, Snowflake> _dms = new();

    /// <param name="row">As it was before it was claimed.</param>
    /// <returns>How it went, and when it is tried again.</returns>
    public async Task<(SendResult Result, DateTimeOffset? Again)> SendAsync(Delivery row, CancellationToken ct)
    {
        try
        {
            var channel = await ChannelOfAsync(row, ct);
            if (await EarlierMessageAsync(row, channel, NonceMemory, ct) is { } earlier)
            {
                return await RecordAsync(row, channel, earlier, ct);
            }

            var content = await ContentAsync(row, ct);
            if (content == DeliveryContent.NotNeeded)
            {
                await queue.NotNeededAsync(row, ct);
                return (SendResult.Settled, null);
            }

            if (content?.PutOffUntil is { } later)
            {
                await queue.PutOffAsync(row, later, ct);
                return (SendResult.Settled, null);
            }

            if (content is null)
            {
                await queue.FailedAsync(row, DeliveryFailure.SubjectGone, 0, ct);
                return (SendResult.Settled, null);
            }

            var message = await discord.CreateMessageAsync(channel, ToMessage(row, content), Sending, ct);
            return await RecordAsync(row, channel, message.Id, ct);
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            return await RefusedAsync(row, refused, ct);
        }
        catch (DiscordApiException trouble)
        {
            return await LaterAsync(row, trouble, ct);
        }
    }

    private async Task<(SendResult, DateTimeOffset?)> LaterAsync(Delivery row, DiscordApiException trouble, CancellationToken ct)
    {
        TriesAgain(log, row.Kind, row.SubjectId, trouble.Status, trouble.Code);
        var next = await queue.RetryLaterAsync(row, trouble.RetryAfter, trouble.Code, ct);
        return next is null ? (SendResult.Settled, null) : (SendResult.Later, next);
    }

    private async Task<(SendResult, DateTimeOffset?)> RecordAsync(Delivery row, Snowflake channel, Snowflake message, CancellationToken ct)
    {
        await queue.SentAsync(row, channel, message, ct);
        var late = message.CreatedAt - row.DueAt;
        metrics.Delivered(row.Kind, late, late >= SendDueDeliveriesJob.Punctual);
        return (SendResult.Sent, null);
    }

    private async Task<(SendResult, DateTimeOffset?)> RefusedAsync(Delivery row, DiscordApiException refused, CancellationToken ct)
    {
        var failure = DeliveryTrouble.FailureOf(refused);
        try
        {
            if (failure is not (DeliveryFailure.DmClosed or DeliveryFailure.ChannelGone or DeliveryFailure.NotAllowed)
                || (row.Fallback ?? await ChannelInsteadAsync(row, failure, ct)) is not { } other)
            {
                GaveUp(log, row.Kind, row.SubjectId, refused.Status, refused.Code);
                await queue.FailedAsync(row, failure, refused.Code, ct);
                return (SendResult.Settled, null);
            }

            // Closed only now, perhaps: an earlier try may have arrived before.
            if (row.UnsureSince is not null && await EarlierWhereItCanBeReadAsync(row, ct) is var (channel, earlier))
            {
                return await RecordAsync(row, channel, earlier, ct);
            }

            FallsBack(log, row.Kind, row.SubjectId, refused.Code);
            await queue.FallBackAsync(row, other, failure, refused.Code, ct);
            return (SendResult.Settled, null);
        }
        catch (DiscordApiException trouble)
        {
            return await LaterAsync(row, trouble, ct);
        }
    }

    private async Task<(Snowflake Channel, Snowflake Message)?> EarlierWhereItCanBeReadAsync(Delivery row, CancellationToken ct)
    {
        try
        {
            var channel = await ChannelOfAsync(row, ct);
            return await EarlierMessageAsync(row, channel, TimeSpan.Zero, ct) is { } earlier ? (channel, earlier) : null;
        }
        catch (DiscordApiException unread) when (!DeliveryTrouble.MayPass(unread))
        {
            return null; // nor can anybody who could have seen a first message there
        }
    }

    private async Task<Snowflake?> ChannelInsteadAsync(Delivery row, DeliveryFailure failure, CancellationToken ct)
    {
        if (failure != DeliveryFailure.DmClosed || !row.ByDm || row.FellBack is not null || SourceOf(row) is not { } source)
        {
            return null;
        }

        await using var db = databases.Create();
        return await source.ChannelInsteadAsync(db, row, ct);
    }

    private async ValueTask<Snowflake> ChannelOfAsync(Delivery row, CancellationToken ct)
    {
        if (!row.ByDm)
        {
            return row.LaneId;
        }

        if (_dms.TryGetValue(row.LaneId, out var known))
        {
            return known;
        }

        if (_dms.Count >= MostDms)
        {
            _dms.Clear();
        }

        return _dms[row.LaneId] = await queue.KnownDmAsync(row.LaneId, ct) ?? (await discord.CreateDmAsync(row.LaneId, Sending, ct)).Id;
    }

    private async Task<DeliveryContent?> ContentAsync(Delivery row, CancellationToken ct)
    {
        var late = clock.GetUtcNow() - row.DueAt;
        await using var db = databases.Create();
        return SourceOf(row) is { } source
            ? await source.ComposeAsync(db, row, late >= SendDueDeliveriesJob.Punctual ? late : null, ct)
            : null;
    }

    private IDeliverySource? SourceOf(Delivery row) => sources.FirstOrDefault(source => source.Kind == row.Kind);

    private static MessageCreate ToMessage(Delivery row, DeliveryContent content) => new()
    {
        Components = [content.Card with { Id = DeliveryMark.Of(row.Nonce) }],
        Flags = MessageFlags.IsComponentsV2 | (content.IsQuiet ? MessageFlags.SuppressNotifications : MessageFlags.None),
        AllowedMentions = content.Mentions,
        Files = content.Files,
        Nonce = row.Nonce,
        EnforceNonce = true,
    };

    /// <summary>What an earlier try has left although nobody heard of it.</summary>
    /// <param name="trusted">So long after the first unsure try Discord itself knows the message again.</param>
    private async Task<Snowflake?> EarlierMessageAsync(Delivery row, Snowflake channel, TimeSpan trusted, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (row.UnsureSince is not { } since || now - since < trusted)
        {
            return null;
        }

        // The last try had ended by the end of its lease, or before it was put off.
        var (after, until) = (Snowflake.At(since - Slack), (row.LeaseUntil ?? now) + Slack);
        while (true)
        {
            var messages = await discord.GetMessagesAsync(channel, PageSize, after: after, options: Sending, ct: ct);
            if (messages.FirstOrDefault(message => DeliveryMark.IsOn(message, row.Nonce)) is { } found)
            {
                FoundEarlier(log, row.Kind, row.SubjectId, found.Id);
                return found.Id;
            }

            if (messages.Count < PageSize || messages.Max(message => message.Id) is var newest && newest.CreatedAt > until)
            {
                await queue.IsNotThereAsync(row, now, ct);
                return null;
            }

            after = newest;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Subject} was already in its channel as message {Message}")]
    private static partial void FoundEarlier(ILogger log, string kind, long subject, Snowflake message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Subject} cannot be sent: Discord answered {Status} (code {Code})")]
    private static partial void GaveUp(ILogger log, string kind, long subject, int status, int code);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Subject} goes to its other place: Discord answered code {Code}")]
    private static partial void FallsBack(ILogger log, string kind, long subject, int code);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Subject} could not be sent now: {Status} (code {Code}); it is tried again")]
    private static partial void TriesAgain(ILogger log, string kind, long subject, int status, int code);
}
