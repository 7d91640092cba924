using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

internal sealed partial class Person
{
    /// <summary>Writes in the current channel.</summary>
    public Task<StoredMessage> SayAsync(string content) => Task.FromResult(Say(place, content, null));

    public Task<StoredMessage> SayAsync(string channel, string content, ulong? replyTo = null) => Task.FromResult(Say(Visible(channel), content, replyTo));

    /// <summary>A new post in a forum with its first message; returns the post.</summary>
    public Task<Channel> PostAsync(string forum, string title, string content, params IReadOnlyList<string> tags)
    {
        lock (world.Gate)
        {
            var parent = Visible(forum);
            if (!parent.IsForum)
            {
                throw new PersonRefusal($"#{parent.Name} is no forum; write in it instead.");
            }

            Require(parent, Permission.SendMessages, "may not post");
            var applied = tags.Select(name => parent.AvailableTags.FirstOrDefault(tag => string.Equals(tag.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new PersonRefusal($"#{parent.Name} has no tag {name}; it has {string.Join(", ", parent.AvailableTags.Select(tag => tag.Name))}."));
            var post = NewThread(parent, world.Ids.Next(), ChannelType.PublicThread, title);
            post.Thread!.AppliedTags.AddRange(applied.Select(tag => tag.Id));
            world.DispatchChannel("THREAD_CREATE", post, newlyCreated: true);
            world.Post(MessageFactory.Create(world, new MessageOrigin(post, user) { Id = post.Id }, Body(content, null), []));
            return Task.FromResult(post);
        }
    }

    /// <summary>A thread under a message; returns the thread.</summary>
    public Task<Channel> StartThreadAsync(ulong messageId, string name)
    {
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            Require(message.Channel, Permission.CreatePublicThreads, "may not start threads");
            if (message.Thread is not null)
            {
                throw new PersonRefusal("That message has a thread already.", 409);
            }

            var type = message.Channel.Type == ChannelType.Announcement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
            var thread = NewThread(message.Channel, message.Id, type, name);
            message.Thread = thread;
            message.Flags |= MessageFlags.HasThread;
            world.DispatchChannel("THREAD_CREATE", thread, newlyCreated: true);
            world.Update(message);
            return Task.FromResult(thread);
        }
    }

    /// <summary><paramref name="emoji"/> is the character itself or <c>name:id</c>.</summary>
    public Task ReactAsync(ulong messageId, string emoji)
    {
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            if (message.EphemeralTo is not null)
            {
                throw new PersonRefusal("Nobody can react to a message that only one person sees.");
            }

            if (!message.Reactions.Any(reaction => reaction.Key == emoji))
            {
                Require(message.Channel, Permission.AddReactions, "may not react");
            }

            var parts = emoji.Split(':');
            var custom = parts.Length == 2 && Snowflakes.TryParse(parts[1], out var id) ? id : (ulong?)null;
            try
            {
                world.AddReaction(message, user, custom is null ? emoji : parts[0], custom);
            }
            catch (DiscordError error)
            {
                throw new PersonRefusal(error.Message);
            }

            return Task.CompletedTask;
        }
    }

    public Task UnreactAsync(ulong messageId, string emoji)
    {
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            var reaction = message.Reactions.FirstOrDefault(known => known.Key == emoji);
            if (reaction is null || !world.RemoveReaction(message, user, reaction.Name, reaction.EmojiId))
            {
                throw new PersonRefusal($"{user.Username} has not reacted with {emoji}.", 404);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Votes for an answer by its number, from 1, or its text.</summary>
    public Task VotePollAsync(ulong messageId, string answer)
    {
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            var poll = message.Poll ?? throw new PersonRefusal("That message is no poll.");
            var texts = poll.Answers.Select(item => item.Text("text") ?? "").ToList();
            var index = texts.FindIndex(text => string.Equals(text, answer, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found
                ? found
                : int.TryParse(answer, out var number) ? number - 1 : -1;
            if (index < 0 || index >= texts.Count)
            {
                throw new PersonRefusal($"The poll has no answer {answer}; it has {string.Join(", ", texts)}.");
            }

            try
            {
                world.Vote(message, user, index + 1);
            }
            catch (DiscordError error)
            {
                throw new PersonRefusal(error.Message, 409);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Hides an ephemeral message, as its "Dismiss message" link does.</summary>
    public Task DismissAsync(ulong messageId)
    {
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            if (message.EphemeralTo is null)
            {
                throw new PersonRefusal("Only messages that nobody else sees can be dismissed.");
            }

            message.Dismissed = true;
            world.RaiseChanged("MESSAGE_DISMISS", message.Channel.Id);
            return Task.CompletedTask;
        }
    }

    /// <summary>Deletes a message of one's own, or of others with Manage Messages.</summary>
    public Task DeleteAsync(ulong messageId)
    {
        lock (world.Gate)
        {
            var message = Readable(world.FindMessage(messageId) ?? throw NoMessage(messageId));
            if (message.Author != user)
            {
                Require(message.Channel, Permission.ManageMessages, "may not delete messages of others");
            }

            world.Delete(message);
            return Task.CompletedTask;
        }
    }

    public Task LeaveAsync()
    {
        world.Leave(user);
        return Task.CompletedTask;
    }

    private static JsonElement Body(string content, ulong? replyTo) => Json.Parse(Json.Write((content, replyTo), static (state, json) =>
    {
        json.WriteStartObject();
        json.WriteString("content", state.content);
        if (state.replyTo is { } target)
        {
            json.WriteStartObject("message_reference");
            json.WriteId("message_id", target);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }));

    private StoredMessage Say(Channel channel, string content, ulong? replyTo)
    {
        if (string.IsNullOrWhiteSpace(content) || content.Length > PayloadRules.ContentMax)
        {
            throw new PersonRefusal($"A message has 1 to {PayloadRules.ContentMax} characters.");
        }

        lock (world.Gate)
        {
            if (!channel.HoldsMessages)
            {
                throw new PersonRefusal(channel.IsForum ? $"#{channel.Name} is a forum: make a post in it." : $"Nobody writes in #{channel.Name}.");
            }

            if (channel.Thread is { Locked: true })
            {
                Require(channel, Permission.ManageThreads, "cannot write in a locked thread");
            }

            Require(channel, channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages, "may not write");
            if (replyTo is { } target)
            {
                Readable(World.Message(channel, target) ?? throw NoMessage(target));
            }

            channel.Thread?.Members.TryAdd(user.Id, world.Now);
            var message = MessageFactory.Create(world, new MessageOrigin(channel, user), Body(content, replyTo), []);
            world.Post(message);
            return message;
        }
    }

    private void Require(Channel channel, Permission permission, string complaint)
    {
        if (!world.PermissionsOf(user.Id, channel).HasFlag(permission))
        {
            throw new PersonRefusal($"{user.Username} {complaint} in #{channel.Name}.", 403);
        }
    }

    private Channel NewThread(Channel parent, ulong id, ChannelType type, string name)
    {
        if (name.Length is < 1 or > 100)
        {
            throw new PersonRefusal("A title has 1 to 100 characters.");
        }

        var thread = new Channel(id, type, parent.GuildId)
        {
            Name = name,
            ParentId = parent.Id,
            OwnerId = user.Id,
            Thread = new Emulator.ThreadState(world.Now) { AutoArchiveMinutes = parent.DefaultAutoArchiveMinutes ?? 4320 },
        };
        thread.Thread.Members.Add(user.Id, world.Now);
        world.Guild.Channels.Add(thread.Id, thread);
        parent.LastMessageId = parent.IsForum ? thread.Id : parent.LastMessageId;
        return thread;
    }
}
