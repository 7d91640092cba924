using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>Puts the card where the message is (the draft's id is the argument): into its thread, or a new one under it.</summary>
internal sealed class PostTrackedQuestion(
    NexusDb db, QuestionLife life, QuestionCards cards, GuildConfigurations configurations, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    // Longer than all requests here may take together.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var id = long.Parse(call.Argument, CultureInfo.InvariantCulture);
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Lease);
        var isMine = await db.In<Question>(call.Guild).Where(it => it.Id == id && it.Number == null && (it.LeaseUntil == null || it.LeaseUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, until), ct) > 0;
        if (await db.In<Question>(call.Guild).SingleOrDefaultAsync(it => it.Id == id, ct) is not { OriginChannelId: { } channel, OriginMessageId: { } message } question)
        {
            return TrackingViews.MessageGone();
        }

        if (!isMine)
        {
            return question.Number is null ? null : TrackingViews.TrackedNow(question);
        }

        try
        {
            return await PostAsync(question, channel, message, ct);
        }
        catch (DiscordApiException refused)
        {
            question.LeaseUntil = null;
            await db.SaveChangesAsync(ct);
            return refused.Code == DiscordErrorCode.UnknownMessage ? TrackingViews.DeletedMeanwhile(question) : TrackingViews.NotPosted(question, refused.IsPermanent);
        }
    }

    private async Task<Reply> PostAsync(Question question, Snowflake channel, Snowflake message, CancellationToken ct)
    {
        var original = await discord.GetMessageAsync(channel, message, ct: ct);
        if (original.Author?.Id != question.AskerId)
        {
            return await GiveUpAsync(question, TrackingViews.NotYours(), ct);
        }

        var place = await discord.GetChannelAsync(channel, ct: ct);
        if (place.Type == ChannelType.PrivateThread || await IsForFewerAsync(question.GuildId, place, ct))
        {
            return await GiveUpAsync(question, TrackingViews.NotForEverybody(question), ct);
        }

        var thread = place.IsThread ? channel : await ThreadUnderAsync(channel, original, question.Title, ct);
        if (await AnswerDesk.OfThreadAsync(db, question.GuildId, thread, ct) is { } here)
        {
            return await GiveUpAsync(question, TrackingViews.IsOneAlready(here), ct);
        }

        var card = new MessageCreate
        {
            Components = [QuestionCardViews.Card(question, await cards.OfAsync(db, question, ct))],
            Flags = MessageFlags.IsComponentsV2,
            Nonce = string.Create(CultureInfo.InvariantCulture, $"track-{question.Id}"),
            EnforceNonce = true,
            MessageReference = place.IsThread ? new MessageReference { MessageId = message, FailIfNotExists = false } : null,
        };
        var posted = await discord.WriteInThreadAsync(thread, card, ct);
        (question.DeflectedAt, question.DeflectedBy) = (null, null); // it was not spared after all
        await life.OpenAsync(db, question, thread, thread, posted.Id, ct);
        await FollowAsync(thread, question.AskerId, ct);
        return TrackingViews.TrackedNow(question);
    }

    private async Task<Snowflake> ThreadUnderAsync(Snowflake channel, Message message, string title, CancellationToken ct)
    {
        if (message.Thread is { } known)
        {
            return known.Id;
        }

        try
        {
            return (await discord.StartThreadFromMessageAsync(channel, message.Id, new ThreadCreate { Name = title }, ct: ct)).Id;
        }
        catch (DiscordApiException twice) when (twice.Code == DiscordErrorCode.ThreadAlreadyCreated)
        {
            return message.Id; // a thread has the id of its message
        }
    }

    // Lists and search show questions to everybody, so what only some may read stays out of them, unless questions are for some here.
    private async Task<bool> IsForFewerAsync(Snowflake guild, Channel channel, CancellationToken ct)
    {
        var roles = await discord.GetRolesAsync(guild, ct: ct);
        var place = channel is { IsThread: true, ParentId: { } parent } ? await discord.GetChannelAsync(parent, ct: ct) : channel;
        if (IsForEverybody(place))
        {
            return false;
        }

        return (await configurations.OfAsync(guild, ct)).QuestionForumId is not { } forum || IsForEverybody(await ChannelAccess.PlaceAsync(discord, forum, null, ct));

        bool IsForEverybody(Channel one) => ChannelAccess.Of(default, [], roles, one, guild).HasFlag(Permissions.ViewChannel);
    }

    private async Task<Reply> GiveUpAsync(Question question, Reply reply, CancellationToken ct)
    {
        question.LeaseUntil = null;
        await db.SaveChangesAsync(ct);
        return reply;
    }

    // Who asks hears of answers. The card stands without it.
    private async Task FollowAsync(Snowflake thread, Snowflake asker, CancellationToken ct)
    {
        try
        {
            await discord.AddThreadMemberAsync(thread, asker, ct: ct);
        }
        catch (DiscordApiException)
        {
            // They still have the link, and are named when there is an answer.
        }
    }
}
