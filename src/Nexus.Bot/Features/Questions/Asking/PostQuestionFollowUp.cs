using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>Puts a question into the forum, or as a thread under a text channel, and tells its author where it is.</summary>
internal sealed class PostQuestionFollowUp(QuestionBook book, GuildConfigurations configurations, IDiscordRest discord) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var id = long.Parse(call.Argument, CultureInfo.InvariantCulture);
        if (await book.ClaimAsync(call.Guild, id, ct) is not { } claim)
        {
            return await book.FindAsync(call.Guild, id, ct) is { ThreadId: { } known } ? QuestionViews.PostedHere(call.Guild, known) : null;
        }

        var post = claim.Post;
        var configuration = await configurations.OfAsync(call.Guild, ct);
        if (configuration.QuestionForumId is not { } place)
        {
            await book.RefusedAsync(post, ct);
            return QuestionViews.NoForumHere(post);
        }

        Snowflake thread;
        try
        {
            var channel = await discord.GetChannelAsync(place, ct: ct);
            thread = claim.WasTried && await EarlierAsync(call, channel, post, ct) is { } earlier
                ? earlier
                : await PostAsync(channel, post, Tracks(call, configuration), ct);
        }
        catch (DiscordApiException refused) when (refused.IsPermanent)
        {
            await book.RefusedAsync(post, ct);
            return QuestionViews.Refused(post, place, refused.Code);
        }
        catch (DiscordApiException)
        {
            await book.UnknownAsync(post, ct);
            return QuestionViews.OutOfReach(post);
        }

        await book.PostedAsync(post, thread, ct);
        return QuestionViews.PostedHere(call.Guild, thread, await FollowAsync(thread, post.AskerId, ct));
    }

    private async Task<Snowflake> PostAsync(Channel channel, Question post, IReadOnlyList<string> tracks, CancellationToken ct)
    {
        var message = new MessageCreate { Content = QuestionViews.Content(post) };
        if (channel.Type is ChannelType.GuildForum or ChannelType.GuildMedia)
        {
            var tags = QuestionTags.Of(channel, post, tracks);
            return (await discord.CreateForumPostAsync(
                channel.Id, new ForumPostCreate { Name = post.Title, Message = message, AppliedTags = tags.Count == 0 ? null : tags }, ct: ct)).Id;
        }

        var start = await discord.CreateMessageAsync(
            channel.Id,
            message with { Content = QuestionViews.ContentWithTitle(post), Nonce = string.Create(CultureInfo.InvariantCulture, $"question-{post.Id}"), EnforceNonce = true },
            ct: ct);
        try
        {
            return (await discord.StartThreadFromMessageAsync(channel.Id, start.Id, new ThreadCreate { Name = post.Title }, ct: ct)).Id;
        }
        catch (DiscordApiException twice) when (twice.Code == DiscordErrorCode.ThreadAlreadyCreated)
        {
            return start.Id; // a thread has the id of its message
        }
    }

    // A forum post knows no nonce: what an unheard answer left behind is found by its maker, title and time.
    private async Task<Snowflake?> EarlierAsync(FollowUpCall call, Channel channel, Question post, CancellationToken ct) =>
        (await discord.GetActiveThreadsAsync(call.Guild, ct: ct)).Threads
            .FirstOrDefault(thread => thread.ParentId == channel.Id && thread.Name == post.Title
                && thread.OwnerId == call.Interaction.ApplicationId && thread.Id.CreatedAt >= post.CreatedAt - TimeSpan.FromMinutes(1))?.Id;

    private static IReadOnlyList<string> Tracks(FollowUpCall call, GuildConfiguration configuration) =>
    [
        .. configuration.BackendRoleId is { } backend && call.Roles.Contains(backend) ? new[] { "backend" } : [],
        .. configuration.FrontendRoleId is { } frontend && call.Roles.Contains(frontend) ? new[] { "frontend" } : [],
    ];

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
