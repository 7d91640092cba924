using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

internal sealed partial class World
{
    private const int MessagesKept = 5000;
    private const int NotificationsKept = 2000;

    /// <summary>Pings in order; the oldest are forgotten.</summary>
    public List<Notification> Notifications { get; } = [];

    /// <summary>Adds a message to its channel, pings whom it pings and sends MESSAGE_CREATE.</summary>
    public void Post(StoredMessage message)
    {
        lock (Gate)
        {
            var channel = message.Channel;
            if (channel.Messages.Count >= MessagesKept)
            {
                channel.Messages.RemoveRange(0, MessagesKept / 10);
            }

            Insert(channel.Messages, message);
            if (message.EphemeralTo is null)
            {
                Count(channel, message);
            }

            Notify(message);
            DispatchMessage("MESSAGE_CREATE", message);
        }
    }

    /// <summary>Sends MESSAGE_UPDATE for a message that has already been changed.</summary>
    public void Update(StoredMessage message) => DispatchMessage("MESSAGE_UPDATE", message);

    /// <summary>Removes a message and sends MESSAGE_DELETE.</summary>
    public void Delete(StoredMessage message)
    {
        lock (Gate)
        {
            Forget(message);
            if (!BotSees(message.Channel))
            {
                RaiseChanged("MESSAGE_DELETE", message.Channel.Id);
                return;
            }

            Dispatch("MESSAGE_DELETE", MessageIntent(message), json =>
            {
                json.WriteStartObject();
                json.WriteId("id", message.Id);
                json.WriteId("channel_id", message.Channel.Id);
                if (message is { EphemeralTo: null, Channel.GuildId: { } guild })
                {
                    json.WriteId("guild_id", guild);
                }

                json.WriteEndObject();
            }, message.Channel.Id);
        }
    }

    /// <summary>Removes a message without an event: for bulk deletion, which sends one for all.</summary>
    public void Forget(StoredMessage message)
    {
        lock (Gate)
        {
            message.Deleted = true;
            message.Channel.Messages.Remove(message);
            Notifications.RemoveAll(notification => notification.Message == message);
        }
    }

    /// <summary>Messages a person may see, oldest first; ephemeral ones only their own.</summary>
    public List<StoredMessage> VisibleMessages(Channel channel, ulong viewer, int limit)
    {
        lock (Gate)
        {
            var seen = new List<StoredMessage>(Math.Min(limit, channel.Messages.Count));
            for (var i = channel.Messages.Count - 1; i >= 0 && seen.Count < limit; i--)
            {
                var message = channel.Messages[i];
                if (!message.Dismissed && (message.EphemeralTo is null || message.EphemeralTo == viewer))
                {
                    seen.Add(message);
                }
            }

            seen.Reverse();
            return seen;
        }
    }

    private static Intents MessageIntent(StoredMessage message) =>
        message.EphemeralTo is not null || message.Channel.IsDirect ? Intents.DirectMessages : Intents.GuildMessages;

    private void DispatchMessage(string type, StoredMessage message)
    {
        lock (Gate)
        {
            if (message.EphemeralTo is null && !BotSees(message.Channel))
            {
                RaiseChanged(type, message.Channel.Id);
                return;
            }

            var member = Guild.Member(message.Author.Id);
            var full = Write(message, MessageParts.All | MessageParts.EventFields, member);
            Dispatch(
                new DispatchEvent(type, MessageIntent(message), full)
                {
                    WithoutContent = BotMayRead(message) ? null : (ReadOnlyMemory<byte>?)Write(message, MessageParts.Nonce | MessageParts.EventFields, member),
                    Direct = MessageIntent(message) == Intents.DirectMessages,
                },
                message.Channel.Id);
        }
    }

    private byte[] Write(StoredMessage message, MessageParts parts, Member? member) =>
        Json.Write((message, BotUser.Id, parts, member), static (state, json) =>
            state.message.Write(json, state.Id, state.parts, nested: false, state.member));

    /// <summary>The exceptions to MESSAGE_CONTENT: own messages, direct messages, messages that mention the bot.</summary>
    private bool BotMayRead(StoredMessage message) =>
        message.Author.Id == BotUser.Id || message.EphemeralTo is not null || message.Channel.IsDirect || message.Mentions.Contains(BotUser);

    private static void Insert(List<StoredMessage> messages, StoredMessage message)
    {
        var at = messages.Count;
        while (at > 0 && messages[at - 1].Id > message.Id)
        {
            at--;
        }

        messages.Insert(at, message);
    }

    private void Count(Channel channel, StoredMessage message)
    {
        channel.LastMessageId = message.Id;
        if (channel.Thread is not { } thread)
        {
            return;
        }

        thread.ActiveAt = message.Timestamp;

        // The first message of a thread or post has the thread's id and is not counted.
        if (message.Id != channel.Id)
        {
            thread.TotalMessagesSent++;
        }

        if (thread.Archived)
        {
            thread.Archived = false;
            thread.ArchiveTimestamp = message.Timestamp;
            DispatchChannel("THREAD_UPDATE", channel);
        }
    }

    private void Notify(StoredMessage message)
    {
        foreach (var user in message.Pinged)
        {
            if (user != message.Author.Id)
            {
                Notifications.Add(new Notification(user, message));
            }
        }

        if (message.Channel.IsDirect && message.Author.Id == BotUser.Id)
        {
            Notifications.AddRange(message.Channel.Recipients
                .Where(user => user != BotUser && !message.Pinged.Contains(user.Id))
                .Select(user => new Notification(user.Id, message)));
        }

        if (Notifications.Count > NotificationsKept)
        {
            Notifications.RemoveRange(0, NotificationsKept / 10);
        }
    }
}
