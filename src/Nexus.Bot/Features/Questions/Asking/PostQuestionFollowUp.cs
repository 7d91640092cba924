using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Puts a question into the forum, or as a thread under a text channel, and tells its author where it is.</summary>
internal sealed class PostQuestionFollowUp(
    NexusDb db, QuestionBook book, QuestionLife life, QuestionCards cards, GuildHubs hubs, GuildConfigurations configurations, IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var id = long.Parse(call.Argument, CultureInfo.InvariantCulture);
        if (await book.ClaimAsync(call.Guild, id, ct) is not { } claim)
        {
            return await book.FindAsync(call.Guild, id, ct) is { Number: not null } known ? AskingViews.Posted(known, await TopicsAsync(known, ct), changes: true) : null;
        }

        var draft = claim.Draft;
        if ((await configurations.OfAsync(call.Guild, ct)).QuestionForumId is not { } place)
        {
            await book.RefusedAsync(draft, ct);
            return AskingViews.NoForum(draft, changes: true);
        }

        (Snowflake Thread, Snowflake CardChannel) post;
        try
        {
            var channel = await discord.GetChannelAsync(place, ct: ct);
            var thread = claim.WasTried ? await EarlierAsync(call, channel, draft, ct) : null;
            thread ??= await PostAsync(channel, draft, ct);
            post = (thread.Value, IsForum(channel) ? thread.Value : channel.Id);
        }
        catch (DiscordApiException refused) when (refused.IsPermanent)
        {
            await book.RefusedAsync(draft, ct);
            return AskingViews.Refused(draft, place, refused.Code);
        }
        catch (DiscordApiException)
        {
            await book.UnknownAsync(draft, ct);
            return AskingViews.OutOfReach(draft);
        }

        // A post has the id of its first message, and a thread that of the message it began at.
        await life.OpenAsync(db, draft, post.Thread, post.CardChannel, post.Thread, ct);
        return AskingViews.Posted(draft, await TopicsAsync(draft, ct), changes: true, follows: !draft.IsAnonymous && await FollowAsync(post.Thread, draft.AskerId, ct));
    }

    private async Task<IReadOnlyList<HubPage>> TopicsAsync(Question question, CancellationToken ct) =>
        [.. (await hubs.OfAsync(question.GuildId, ct)).Among(question.Topics)];

    private async Task<Snowflake> PostAsync(Channel channel, Question draft, CancellationToken ct)
    {
        var message = new MessageCreate
        {
            Components = [QuestionCardViews.Card(draft, await cards.OfAsync(db, draft, ct))],
            Flags = MessageFlags.IsComponentsV2,
        };
        if (IsForum(channel))
        {
            var tags = QuestionTags.Of(channel, draft);
            return (await discord.CreateForumPostAsync(
                channel.Id, new ForumPostCreate { Name = draft.Title, Message = message, AppliedTags = tags.Count == 0 ? null : tags }, ct: ct)).Id;
        }

        var start = await discord.CreateMessageAsync(
            channel.Id, message with { Nonce = string.Create(CultureInfo.InvariantCulture, $"question-{draft.Id}"), EnforceNonce = true }, ct: ct);
        try
        {
            return (await discord.StartThreadFromMessageAsync(channel.Id, start.Id, new ThreadCreate { Name = draft.Title }, ct: ct)).Id;
        }
        catch (DiscordApiException twice) when (twice.Code == DiscordErrorCode.ThreadAlreadyCreated)
        {
            return start.Id;
        }
    }

    // A forum post knows no nonce: what an unheard answer left behind is found by its maker, title and time.
    private async Task<Snowflake?> EarlierAsync(FollowUpCall call, Channel channel, Question draft, CancellationToken ct)
    {
        var mine = (await discord.GetActiveThreadsAsync(call.Guild, ct: ct)).Threads
            .Where(thread => thread.ParentId == channel.Id && thread.Name == draft.Title
                && thread.OwnerId == call.Interaction.ApplicationId && thread.Id.CreatedAt >= draft.CreatedAt - TimeSpan.FromMinutes(1));
        foreach (var thread in mine)
        {
            // Two people may give their questions one title.
            if (!await book.IsKnownAsync(draft.GuildId, thread.Id, ct))
            {
                return thread.Id;
            }
        }

        return null;
    }

    private static bool IsForum(Channel channel) => channel.Type is ChannelType.GuildForum or ChannelType.GuildMedia;

    // Who asks hears of answers. The post stands without it.
    private async Task<bool> FollowAsync(Snowflake thread, Snowflake author, CancellationToken ct)
    {
        try
        {
            await discord.AddThreadMemberAsync(thread, author, ct: ct);
            return true;
        }
        catch (DiscordApiException)
        {
            return false; // they still have the link
        }
    }
}
