using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using Quartz;

namespace Nexus.Bot.Deliveries;

/// <summary>
/// Sends every message that is due, late ones too: claims the row, sends with a nonce, records the message's id. The rows, not
/// Quartz, remember what is to be sent, so a crash between any two steps neither loses nor doubles a message.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class SendDueDeliveriesJob(
    DeliveryQueue queue, IEnumerable<IDeliverySource> sources, INexusDbFactory databases, IDiscordRest discord,
    InteractionMetrics metrics, TimeProvider clock, ILogger<SendDueDeliveriesJob> log) : IJob
{
    /// <summary>From here on a message says that it is late.</summary>
    public static readonly TimeSpan Punctual = TimeSpan.FromMinutes(1);

    // Discord promises only "the past few minutes" for a nonce; beyond this the channel itself is read.
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(2);

    private const int Batch = 50;
    private const int PageSize = 100;
    private const int MostPages = 10;

    private static readonly RequestOptions Sending = RequestOptions.Batch with { Deadline = TimeSpan.FromSeconds(20) };

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await SendDueAsync(cancellationToken);

    /// <summary>Sends what is due and asks to be woken for the next.</summary>
    public async Task SendDueAsync(CancellationToken ct)
    {
        IReadOnlyList<Delivery> due;
        do
        {
            due = await queue.DueAsync(Batch, ct);
            foreach (var row in due)
            {
                if (await queue.ClaimAsync(row, ct))
                {
                    await SendAsync(row, ct);
                }
            }
        }
        while (due.Count == Batch);

        await queue.WakeForNextAsync(ct);
    }

    private async Task SendAsync(Delivery row, CancellationToken ct)
    {
        try
        {
            if (await EarlierMessageAsync(row, ct) is { } earlier)
            {
                FoundEarlier(log, row.Kind, row.SubjectId, earlier);
                await RecordAsync(row, earlier, ct);
                return;
            }

            if (await ComposeAsync(row, ct) is not { } content)
            {
                await queue.FailedAsync(row, DeliveryFailure.SubjectGone, 0, ct);
                return;
            }

            var message = await discord.CreateMessageAsync(row.ChannelId, content, Sending, ct);
            await RecordAsync(row, message.Id, ct);
        }
        catch (DiscordApiException refused) when (refused is { IsPermanent: true, Status: not 401 })
        {
            GaveUp(log, row.Kind, row.SubjectId, refused.Status, refused.Code);
            await queue.FailedAsync(row, FailureOf(refused), refused.Code, ct);
        }
        catch (DiscordApiException trouble)
        {
            // 401 too: a token that is being replaced is no reason to drop what people wait for.
            TriesAgain(log, row.Kind, row.SubjectId, trouble.Status, trouble.Code);
            await queue.RetryLaterAsync(row, trouble.RetryAfter, trouble.Code, ct);
        }
    }

    private async Task RecordAsync(Delivery row, Snowflake message, CancellationToken ct)
    {
        await queue.SentAsync(row, message, ct);
        var late = message.CreatedAt - row.DueAt;
        metrics.Delivered(row.Kind, late, late >= Punctual);
    }

    private async Task<MessageCreate?> ComposeAsync(Delivery row, CancellationToken ct)
    {
        var late = clock.GetUtcNow() - row.DueAt;
        await using var db = databases.Create();
        var content = sources.FirstOrDefault(source => source.Kind == row.Kind) is { } source
            ? await source.ComposeAsync(db, row, late >= Punctual ? late : null, ct)
            : null;
        return content is null ? null : new MessageCreate
        {
            Components = [content.Card with { Id = DeliveryMark.Of(row.Nonce) }],
            Flags = MessageFlags.IsComponentsV2,
            AllowedMentions = content.Mentions,
            Nonce = row.Nonce,
            EnforceNonce = true,
        };
    }

    // An earlier try may have arrived although nobody heard of it. Within the nonce's memory Discord sorts that out.
    private async Task<Snowflake?> EarlierMessageAsync(Delivery row, CancellationToken ct)
    {
        if (row.FirstTriedAt is not { } tried || clock.GetUtcNow() - tried < NonceMemory)
        {
            return null;
        }

        // A minute of slack for clocks that differ.
        var after = Snowflake.At(tried - TimeSpan.FromMinutes(1));
        for (var page = 0; page < MostPages; page++)
        {
            var messages = await discord.GetMessagesAsync(row.ChannelId, PageSize, after: after, options: Sending, ct: ct);
            if (messages.FirstOrDefault(message => DeliveryMark.IsOn(message, row.Nonce)) is { } found)
            {
                return found.Id;
            }

            if (messages.Count < PageSize)
            {
                return null;
            }

            after = messages.Max(message => message.Id);
        }

        return null;
    }

    private static DeliveryFailure FailureOf(DiscordApiException refused) => refused.Code switch
    {
        DiscordErrorCode.UnknownChannel or DiscordErrorCode.UnknownGuild => DeliveryFailure.ChannelGone,
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions => DeliveryFailure.NotAllowed,
        _ => DeliveryFailure.Refused,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Subject} was already in its channel as message {Message}")]
    private static partial void FoundEarlier(ILogger log, string kind, long subject, Snowflake message);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} {Subject} cannot be sent: Discord answered {Status} (code {Code})")]
    private static partial void GaveUp(ILogger log, string kind, long subject, int status, int code);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Kind} {Subject} could not be sent now: {Status} (code {Code}); it is tried again")]
    private static partial void TriesAgain(ILogger log, string kind, long subject, int status, int code);
}
