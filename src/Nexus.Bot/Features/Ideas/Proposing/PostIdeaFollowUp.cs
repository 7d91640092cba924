using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas.Proposing.Places;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Posts an idea at once, and tells its author where it is.</summary>
internal sealed class PostIdeaFollowUp(IdeaBook book, IdeaPost post, IdeaPlaces places) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var id = long.Parse(call.Argument, CultureInfo.InvariantCulture);
        var outcome = await post.PostAsync(call.Guild, id, options: null, ct);
        await places.TellAsync(call.Guild, outcome, ct);
        return outcome switch
        {
            PostOutcome.Posted posted => ProposingViews.Stands(posted.Idea, (await IdeaCrews.OfAsync(book.Db, posted.Idea, ct)).Needs, changes: true, posted.Follows),
            PostOutcome.NoPlace none => ProposingViews.NoForum(none.Idea, changes: true),
            PostOutcome.Refused refused => ProposingViews.Refused(refused.Idea, refused.Place, refused.Code),
            PostOutcome.OutOfReach unknown => ProposingViews.OutOfReach(unknown.Idea),
            _ => await book.FindAsync(call.Guild, id, ct) is { CardMessageId: not null } known
                ? ProposingViews.Stands(known, (await IdeaCrews.OfAsync(book.Db, known, ct)).Needs, changes: true)
                : null,
        };
    }
}

/// <summary>Deletes the post of an idea that was taken back, unless somebody has written there.</summary>
internal sealed class DeleteIdeaPostFollowUp(IdeaBook book, IDiscordRest discord) : IFollowUp
{
    private const int LookedAt = 20;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call.Guild, long.Parse(call.Argument, CultureInfo.InvariantCulture), ct)
            is not { Status: IdeaStatus.Withdrawn, ThreadId: { } thread, CardChannelId: { } channel, CardMessageId: { } card } idea)
        {
            return null;
        }

        try
        {
            if ((await discord.GetMessagesAsync(thread, LookedAt, ct: ct)).Any(message => message.Author is { Bot: not true }))
            {
                return ProposingViews.Undone(idea, isDeleted: false);
            }

            await discord.DeleteChannelAsync(thread, ct: ct);
            if (channel != thread)
            {
                await discord.DeleteMessageAsync(channel, card, ct: ct);
            }
        }
        catch (DiscordApiException gone) when (gone.Code is DiscordErrorCode.UnknownChannel or DiscordErrorCode.UnknownMessage)
        {
            // somebody was faster
        }
        catch (DiscordApiException)
        {
            return ProposingViews.Undone(idea, isDeleted: false);
        }

        await book.Db.In<Idea>(idea.GuildId).Where(it => it.Id == idea.Id && it.CardMessageId == card).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.CardMessageId, (Snowflake?)null).SetProperty(it => it.CardChannelId, (Snowflake?)null).SetProperty(it => it.DrawAt, (DateTimeOffset?)null), ct);
        return ProposingViews.Undone(idea, isDeleted: true);
    }
}
