namespace Nexus.Sandbox.Emulator;

/// <summary>Reactions of the bot, and what it may do with those of others.</summary>
internal static class ReactionEndpoints
{
    private const string Root = "/channels/{channel}/messages/{message}/reactions";

    public static void Map(RestRoutes routes) => routes
        .Put($"{Root}/{{emoji}}/@me", Add, RateLimitRules.Reaction)
        .Delete($"{Root}/{{emoji}}/@me", call => Remove(call, Target(call), call.Me), RateLimitRules.Reaction)
        .Delete($"{Root}/{{emoji}}/{{user}}", RemoveOther, RateLimitRules.Reaction)
        .Get($"{Root}/{{emoji}}", List, RateLimitRules.Reaction)
        .Delete($"{Root}/{{emoji}}", ClearOne, RateLimitRules.Reaction)
        .Delete(Root, ClearAll, RateLimitRules.Reaction);

    private static StoredMessage Target(RestCall call, Permission needed = Permission.ReadMessageHistory) => call.Message(call.Channel(needed));

    private static RestAnswer Add(RestCall call)
    {
        var message = Target(call);
        var emoji = EmojiPath.Parse(call.Text("emoji"));
        MessageEndpoints.RequireOpen(message.Channel);
        var known = emoji.In(message);
        if (known is null)
        {
            // Custom emojis are the application's own, or already under the message.
            if (emoji.Id is { } custom && !call.World.ApplicationEmojis.ContainsKey(custom))
            {
                throw DiscordError.UnknownEmoji();
            }

            call.Require(message.Channel, Permission.AddReactions);
        }

        call.World.AddReaction(message, call.Me, known?.Name ?? emoji.Name, emoji.Id);
        return RestAnswer.NoContent;
    }

    private static RestAnswer RemoveOther(RestCall call)
    {
        var message = Target(call, Permission.ReadMessageHistory | Permission.ManageMessages);
        return Remove(call, message, call.World.Users.GetValueOrDefault(call.Id("user")) ?? throw DiscordError.UnknownUser());
    }

    private static RestAnswer Remove(RestCall call, StoredMessage message, User user)
    {
        MessageEndpoints.RequireOpen(message.Channel);
        var known = EmojiPath.Parse(call.Text("emoji")).In(message);
        return known is not null && call.World.RemoveReaction(message, user, known.Name, known.EmojiId)
            ? RestAnswer.NoContent
            : throw DiscordError.UnknownEmoji();
    }

    private static RestAnswer ClearOne(RestCall call)
    {
        var message = Target(call, Permission.ReadMessageHistory | Permission.ManageMessages);
        MessageEndpoints.RequireOpen(message.Channel);
        call.World.ClearReactions(message, EmojiPath.Parse(call.Text("emoji")).In(message) ?? throw DiscordError.UnknownEmoji());
        return RestAnswer.NoContent;
    }

    private static RestAnswer ClearAll(RestCall call)
    {
        var message = Target(call, Permission.ReadMessageHistory | Permission.ManageMessages);
        MessageEndpoints.RequireOpen(message.Channel);
        call.World.ClearReactions(message);
        return RestAnswer.NoContent;
    }

    private static RestAnswer List(RestCall call)
    {
        var message = Target(call);
        var after = call.QueryId("after") ?? 0;
        var users = EmojiPath.Parse(call.Text("emoji")).In(message)?.Users ?? [];
        return RestAnswer.List(users.Where(id => id > after).Order().Take(call.Limit(25, 100)).Select(id => call.World.Users[id]));
    }
}
