using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

internal sealed partial class Person
{
    private const int SearchedPerChannel = 50;

    /// <summary>Names of the direct message with the bot.</summary>
    private bool IsDirectName(string channel) =>
        channel is "dm" or "@dm" || string.Equals(channel.TrimStart('@'), world.BotUser.Username, StringComparison.OrdinalIgnoreCase);

    /// <summary>The channels, threads and direct messages this person sees, in the server's order.</summary>
    public IReadOnlyList<Channel> Channels()
    {
        lock (world.Gate)
        {
            return
            [
                .. world.Guild.Channels.Values.Where(channel => world.Sees(user.Id, channel)).OrderBy(channel => channel.Position).ThenBy(channel => channel.Id),
                .. world.DirectChannels.Values.Where(channel => channel.Recipients.Contains(user)),
            ];
        }
    }

    /// <summary>Discord message objects that this person may see, oldest first; their ephemeral ones too.</summary>
    public IReadOnlyList<JsonElement> Messages(string channel, int limit = 50)
    {
        lock (world.Gate)
        {
            return [.. world.VisibleMessages(Visible(channel), user.Id, limit).Select(ToJson)];
        }
    }

    /// <summary>The same messages as the world keeps them.</summary>
    public IReadOnlyList<StoredMessage> StoredMessages(string channel, int limit = 50) => world.VisibleMessages(Visible(channel), user.Id, limit);

    /// <summary>The text of the newest message in a channel, as a person would read it.</summary>
    public string LastText(string channel) => StoredMessages(channel, 1) is [var last] ? MessageText.Of(last) : "";

    /// <summary>Messages that pinged this person, oldest first.</summary>
    public IReadOnlyList<Notification> Notifications()
    {
        lock (world.Gate)
        {
            return [.. world.Notifications.Where(notification => notification.UserId == user.Id)];
        }
    }

    /// <summary>Slash and context commands that Discord's client would offer this person here.</summary>
    public IReadOnlyList<RegisteredCommand> Commands(string? channel = null)
    {
        lock (world.Gate)
        {
            return [.. CommandLookup.Offered(world, user, channel is null ? place : Visible(channel))];
        }
    }

    private Channel Visible(string channel)
    {
        lock (world.Gate)
        {
            var found = IsDirectName(channel) ? world.DirectChannel(user) : world.FindChannel(channel);
            if (found is null || !world.Sees(user.Id, found))
            {
                throw new PersonRefusal(found is null ? $"There is no channel {channel}." : $"{user.Username} does not see #{found.Name}.", found is null ? 404 : 403);
            }

            return found;
        }
    }

    private void RequireSees(Channel channel)
    {
        if (!world.Sees(user.Id, channel))
        {
            throw new PersonRefusal($"{user.Username} does not see #{channel.Name}.", 403);
        }
    }

    private static void RefuseArchived(Channel channel)
    {
        if (channel.Thread is { Archived: true })
        {
            throw new PersonRefusal($"#{channel.Name} is archived: commands and controls do not work there until somebody writes in it.", 409);
        }
    }

    private StoredMessage Readable(StoredMessage message)
    {
        RequireSees(message.Channel);
        return message.Dismissed || (message.EphemeralTo is { } reader && reader != user.Id)
            ? throw new PersonRefusal($"There is no message {message.Id} for {user.Username}.", 404)
            : message;
    }

    private StoredMessage? Newest(Func<StoredMessage, bool> matches)
    {
        StoredMessage? newest = null;
        foreach (var channel in Channels())
        {
            var candidate = world.VisibleMessages(channel, user.Id, SearchedPerChannel).LastOrDefault(matches);
            newest = candidate is not null && (newest is null || candidate.Id > newest.Id) ? candidate : newest;
        }

        return newest;
    }
}
