using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

internal sealed partial class World
{
    private const int ReactionKinds = 20;

    /// <summary>Adds a person's reaction and sends MESSAGE_REACTION_ADD; a second one of the same kind changes nothing.</summary>
    public void AddReaction(StoredMessage message, User user, string emoji, ulong? emojiId = null)
    {
        lock (Gate)
        {
            var reaction = message.Reactions.FirstOrDefault(known => known.Name == emoji && known.EmojiId == emojiId);
            if (reaction is null)
            {
                if (message.Reactions.Count >= ReactionKinds)
                {
                    throw DiscordError.TooManyReactions();
                }

                message.Reactions.Add(reaction = new Reaction(emoji, emojiId));
            }

            if (!reaction.Users.Contains(user.Id))
            {
                reaction.Users.Add(user.Id);
                DispatchReaction("MESSAGE_REACTION_ADD", message, user, reaction);
            }
        }
    }

    /// <summary>Takes a reaction back and sends MESSAGE_REACTION_REMOVE; false when there was none.</summary>
    public bool RemoveReaction(StoredMessage message, User user, string emoji, ulong? emojiId = null)
    {
        lock (Gate)
        {
            var reaction = message.Reactions.FirstOrDefault(known => known.Name == emoji && known.EmojiId == emojiId);
            if (reaction is null || !reaction.Users.Remove(user.Id))
            {
                return false;
            }

            if (reaction.Users.Count == 0)
            {
                message.Reactions.Remove(reaction);
            }

            DispatchReaction("MESSAGE_REACTION_REMOVE", message, user, reaction);
            return true;
        }
    }

    /// <summary>Votes in a poll, instead of an earlier vote unless several answers are allowed. Sends MESSAGE_POLL_VOTE_ADD and _REMOVE.</summary>
    public void Vote(StoredMessage message, User user, int answer)
    {
        lock (Gate)
        {
            var poll = message.Poll ?? throw DiscordError.NotAPoll();
            if (poll.Finalized || poll.Expiry <= Now)
            {
                throw DiscordError.PollExpired();
            }

            foreach (var (other, voters) in poll.Votes)
            {
                if (!poll.Multiselect && other != answer && voters.Remove(user.Id))
                {
                    DispatchVote("MESSAGE_POLL_VOTE_REMOVE", message, user, other);
                }
            }

            if (!poll.Votes.TryGetValue(answer, out var mine))
            {
                poll.Votes[answer] = mine = [];
            }

            if (!mine.Contains(user.Id))
            {
                mine.Add(user.Id);
                DispatchVote("MESSAGE_POLL_VOTE_ADD", message, user, answer);
            }
        }
    }

    private void DispatchReaction(string type, StoredMessage message, User user, Reaction reaction)
    {
        var channel = message.Channel;
        if (!BotSees(channel))
        {
            RaiseChanged(type, channel.Id);
            return;
        }

        Dispatch(type, channel.IsDirect ? Intents.DirectMessageReactions : Intents.GuildMessageReactions, json =>
        {
            json.WriteStartObject();
            json.WriteId("user_id", user.Id);
            WritePlace(json, message);
            if (type == "MESSAGE_REACTION_ADD")
            {
                if (!channel.IsDirect && Guild.Member(user.Id) is { } member)
                {
                    json.WriteValue("member", member);
                }

                json.WriteId("message_author_id", message.Author.Id);
            }

            json.WriteStartObject("emoji");
            json.WriteId("id", reaction.EmojiId);
            json.WriteString("name", reaction.Name);
            json.WriteEndObject();
            json.WriteBoolean("burst", false);
            json.WriteNumber("type", 0);
            json.WriteEndObject();
        }, channel.Id);
    }

    private void DispatchVote(string type, StoredMessage message, User user, int answer)
    {
        if (!BotSees(message.Channel))
        {
            RaiseChanged(type, message.Channel.Id);
            return;
        }

        Dispatch(type, message.Channel.IsDirect ? Intents.DirectMessagePolls : Intents.GuildPolls, json =>
        {
            json.WriteStartObject();
            json.WriteId("user_id", user.Id);
            WritePlace(json, message);
            json.WriteNumber("answer_id", answer);
            json.WriteEndObject();
        }, message.Channel.Id);
    }

    private static void WritePlace(Utf8JsonWriter json, StoredMessage message)
    {
        json.WriteId("channel_id", message.Channel.Id);
        json.WriteId("message_id", message.Id);
        if (message.Channel.GuildId is { } guild)
        {
            json.WriteId("guild_id", guild);
        }
    }
}
