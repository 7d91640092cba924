using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>What came of posting an idea.</summary>
internal abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <param name="Follows">Its author is in the thread.</param>
    internal sealed record Posted(Idea Idea, bool Follows) : PostOutcome;

    /// <summary>Somebody else is at it, or there is nothing to post.</summary>
    internal sealed record NotMine : PostOutcome;

    /// <summary>No admin has chosen a place for ideas, or it is gone.</summary>
    internal sealed record NoPlace(Idea Idea, Snowflake? Gone = null) : PostOutcome;

    internal sealed record Refused(Idea Idea, Snowflake Place, int Code) : PostOutcome;

    /// <summary>Whether it arrived is not known; it is looked for before it is tried again.</summary>
    internal sealed record OutOfReach(Idea Idea) : PostOutcome;
}

/// <summary>Puts ideas that wait for it into the forum, or as a thread under a text channel: each once. For jobs and follow-ups.</summary>
internal sealed class IdeaPost(IServiceScopeFactory scopes, IdeaLife life, GuildConfigurations configurations, IDiscordRest discord, BotStatus self)
{
    private const int MostTries = 3;

    public async Task<PostOutcome> PostAsync(Snowflake guild, long id, RequestOptions? options, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (book, cards) = (scope.ServiceProvider.GetRequiredService<IdeaBook>(), scope.ServiceProvider.GetRequiredService<IdeaCards>());
        if (await book.ClaimAsync(guild, id, ct) is not { } claim)
        {
            return new PostOutcome.NotMine();
        }

        var idea = claim.Idea;
        if ((await configurations.OfAsync(guild, ct)).IdeaForumId is not { } place)
        {
            await book.RefusedAsync(idea, ct);
            return new PostOutcome.NoPlace(idea);
        }

        (Snowflake Thread, Snowflake CardChannel) post;
        try
        {
            var channel = await discord.GetChannelAsync(place, options, ct);

            // Its card says its number; it keeps it even when the next try is another one's.
            await life.NumberAsync(book.Db, idea, ct);
            var thread = claim.WasTried ? await EarlierAsync(book, channel, idea, options, ct) : null;
            thread ??= await PostAsync(channel, idea, await cards.OfAsync(idea, ct), options, ct);
            post = (thread.Value, IsForum(channel) ? thread.Value : channel.Id);
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
        {
            await book.RefusedAsync(idea, ct);
            return new PostOutcome.NoPlace(idea, place);
        }
        catch (DiscordApiException refused) when (refused.IsPermanent)
        {
            await book.RefusedAsync(idea, ct);
            return new PostOutcome.Refused(idea, place, refused.Code);
        }
        catch (DiscordApiException)
        {
            await book.UnknownAsync(idea, ct);
            return new PostOutcome.OutOfReach(idea);
        }

        await StandsAsync(book.Db, idea, post.Thread, post.CardChannel, ct);
        return new PostOutcome.Posted(idea, await FollowAsync(post.Thread, idea.AuthorId, options, ct));
    }

    // A post has the id of its first message, and a thread that of the message it began at. Somebody may change the idea meanwhile.
    private async Task StandsAsync(NexusDb db, Idea idea, Snowflake thread, Snowflake cardChannel, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await life.PostedAsync(db, idea, thread, cardChannel, thread, ct);
                return;
            }
            catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash && tries < MostTries)
            {
                await db.Entry(idea).ReloadAsync(ct);
            }
        }
    }

    private async Task<Snowflake> PostAsync(Channel channel, Idea idea, Board.IdeaCard card, RequestOptions? options, CancellationToken ct)
    {
        var message = new MessageCreate { Components = [IdeaCardViews.Card(idea, card)], Flags = MessageFlags.IsComponentsV2, AllowedMentions = AllowedMentions.None };
        if (IsForum(channel))
        {
            var tags = IdeaTags.Of(channel, idea, card);
            return (await discord.CreateForumPostAsync(
                channel.Id, new ForumPostCreate { Name = IdeaDrawing.ThreadName(idea), Message = message, AppliedTags = tags.Count == 0 ? null : tags }, options, ct)).Id;
        }

        var nonce = string.Create(CultureInfo.InvariantCulture, $"idea-{idea.Id}-{idea.CreatedAt.ToUnixTimeSeconds() % 100000}");
        var start = await discord.CreateMessageAsync(channel.Id, message with { Nonce = nonce, EnforceNonce = true }, options, ct);
        try
        {
            return (await discord.StartThreadFromMessageAsync(channel.Id, start.Id, new ThreadCreate { Name = IdeaDrawing.ThreadName(idea) }, options, ct)).Id;
        }
        catch (DiscordApiException twice) when (twice.Code == DiscordErrorCode.ThreadAlreadyCreated)
        {
            return start.Id;
        }
    }

    // A forum post knows no nonce: what an unheard answer left behind is found by its maker, title and time.
    private async Task<Snowflake?> EarlierAsync(IdeaBook book, Channel channel, Idea idea, RequestOptions? options, CancellationToken ct)
    {
        var mine = (await discord.GetActiveThreadsAsync(idea.GuildId, options, ct)).Threads
            .Where(thread => thread.ParentId == channel.Id && thread.Name == IdeaDrawing.ThreadName(idea) && thread.OwnerId == self.User && thread.Id.CreatedAt >= idea.CreatedAt - TimeSpan.FromMinutes(1));
        foreach (var thread in mine)
        {
            // Two people may give their ideas one title.
            if (!await book.IsKnownAsync(idea.GuildId, thread.Id, ct))
            {
                return thread.Id;
            }
        }

        return null;
    }

    internal static bool IsForum(Channel channel) => channel.Type is ChannelType.GuildForum or ChannelType.GuildMedia;

    // Who proposes something hears of what others say. The post stands without it.
    private async Task<bool> FollowAsync(Snowflake thread, Snowflake author, RequestOptions? options, CancellationToken ct)
    {
        try
        {
            await discord.AddThreadMemberAsync(thread, author, options, ct);
            return true;
        }
        catch (DiscordApiException)
        {
            return false; // they still have the link
        }
    }
}
