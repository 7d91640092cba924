using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>Messages of channels, threads and direct messages.</summary>
/// <remarks>https://discord.com/developers/docs/resources/message</remarks>
internal static class MessageEndpoints
{
    private const int BulkMin = 2;
    private const int BulkMax = 100;
    private static readonly TimeSpan BulkAge = TimeSpan.FromDays(14);

    public static void Map(RestRoutes routes) => routes
        .Get("/channels/{channel}/messages", List, RateLimitRules.ReadMessages)
        .Get("/channels/{channel}/messages/{message}", Read, RateLimitRules.ReadMessages)
        .Post("/channels/{channel}/messages", Create, RateLimitRules.SendMessage)
        .Patch("/channels/{channel}/messages/{message}", Edit, RateLimitRules.EditMessage)
        .Delete("/channels/{channel}/messages/{message}", Delete, RateLimitRules.DeleteMessage)
        .Post("/channels/{channel}/messages/bulk-delete", BulkDelete, RateLimitRules.BulkDelete)
        .Post("/channels/{channel}/messages/{message}/crosspost", Crosspost, RateLimitRules.Crosspost);

    private static RestAnswer List(RestCall call)
    {
        var channel = call.Channel();
        if (!channel.HoldsMessages)
        {
            throw DiscordError.CannotMessageThisChannel();
        }

        var limit = call.Limit(50, 100);
        var (before, after, around) = (call.QueryId("before"), call.QueryId("after"), call.QueryId("around"));

        // Without READ_MESSAGE_HISTORY the list is empty rather than refused.
        IEnumerable<StoredMessage> all = call.May(channel, Permission.ReadMessageHistory)
            ? channel.Messages.Where(message => message.EphemeralTo is null)
            : [];
        IEnumerable<StoredMessage> found = around is { } middle
            ? all.Where(message => message.Id < middle).TakeLast(limit / 2).Concat(all.Where(message => message.Id >= middle).Take(limit - (limit / 2))).Reverse()
            : after is { } start
                ? all.Where(message => message.Id > start).Take(limit).Reverse()
                : (before is { } end ? all.Where(message => message.Id < end) : all).TakeLast(limit).Reverse();
        return RestAnswer.Ok(call.Write(found.ToList()));
    }

    private static RestAnswer Read(RestCall call) =>
        RestAnswer.Ok(call.Write(call.Message(call.Channel(Permission.ReadMessageHistory))));

    private static RestAnswer Create(RestCall call)
    {
        var channel = call.Channel();
        RequireMaySend(call, channel);
        RestCall.Check(PayloadRules.Message(call.Body, call.Files.Count));
        RequireParts(call, channel);
        if (call.World.Nonces.Repeated(call.Me, call.Body) is { } earlier)
        {
            return RestAnswer.Ok(call.Write(earlier));
        }

        var message = MessageFactory.Create(call.World, new MessageOrigin(channel, call.Me), call.Body, call.Files);
        channel.Thread?.Members.TryAdd(call.Me.Id, call.World.Now);
        call.World.Post(message);
        return RestAnswer.Ok(call.Write(message));
    }

    private static void RequireMaySend(RestCall call, Channel channel)
    {
        if (!channel.HoldsMessages)
        {
            throw DiscordError.CannotMessageThisChannel();
        }

        if (channel.IsDirect)
        {
            var person = channel.Recipients.First(user => user != call.Me);
            if (person.ClosesDirectMessages)
            {
                throw DiscordError.CannotMessageUser();
            }

            if (call.Guild.Member(person.Id) is null)
            {
                throw new DiscordError(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
            }

            return;
        }

        call.Require(channel, channel.IsThread ? Permission.SendMessagesInThreads : Permission.SendMessages);
        if (channel.Thread is { Locked: true } && !call.May(channel, Permission.ManageThreads))
        {
            throw DiscordError.LockedThread();
        }
    }

    private static void RequireParts(RestCall call, Channel channel)
    {
        if (call.Files.Count > 0)
        {
            call.Require(channel, Permission.AttachFiles);
        }

        if (call.Body.TryGetProperty("poll", out var poll) && poll.ValueKind == JsonValueKind.Object)
        {
            call.Require(channel, Permission.SendPolls);
        }

        if (call.Body.TryGetProperty("message_reference", out var reference) && reference.ValueKind == JsonValueKind.Object && !call.May(channel, Permission.ReadMessageHistory))
        {
            throw new DiscordError(403, 160002, "Cannot reply without permission to read message history");
        }
    }

    private static RestAnswer Edit(RestCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        RequireOpen(channel);

        // Ordinary messages, replies and answers to commands; the rest are Discord's own notices.
        if (message.Type is not (0 or 19 or 20 or 23))
        {
            throw DiscordError.SystemMessage();
        }

        RestCall.Check(PayloadRules.MessageEdit(call.Body, (long)message.Flags, call.Files.Count));
        if (message.Author != call.Me || message.WebhookName is not null)
        {
            // Of others' messages a moderator may hide the embeds, nothing more.
            var onlyFlags = call.Body.EnumerateObject().All(field => field.Name == "flags");
            if (!onlyFlags || !call.May(channel, Permission.ManageMessages))
            {
                throw DiscordError.NotYourMessage();
            }
        }

        MessageFactory.Edit(call.World, message, call.Body, call.Files);
        call.World.Update(message);
        return RestAnswer.Ok(call.Write(message));
    }

    private static RestAnswer Delete(RestCall call)
    {
        var channel = call.Channel();
        var message = call.Message(channel);
        RequireOpen(channel);
        if (message.Author != call.Me)
        {
            call.Require(channel, channel.IsDirect ? Permission.All : Permission.ManageMessages);
        }

        call.World.Delete(message);
        return RestAnswer.NoContent;
    }

    public static void RequireOpen(Channel channel)
    {
        if (channel.Thread is { Archived: true })
        {
            throw DiscordError.ArchivedThread();
        }
    }

    private static RestAnswer BulkDelete(RestCall call)
    {
        var channel = call.Channel();
        if (channel.IsDirect)
        {
            throw DiscordError.WrongChannelType();
        }

        call.Require(channel, Permission.ManageMessages);
        List<ulong> ids = [.. call.Body.Items("messages").Select(item => Snowflakes.TryRead(item, out var id) ? id : 0).Distinct()];
        if (ids.Count is < BulkMin or > BulkMax)
        {
            throw DiscordError.BadBulkDeleteCount();
        }

        if (ids.Exists(id => call.World.Now - Snowflakes.TimeOf(id) > BulkAge))
        {
            throw DiscordError.BulkDeleteTooOld();
        }

        List<StoredMessage> found = [.. ids.Select(id => World.Message(channel, id)).OfType<StoredMessage>()];
        found.ForEach(call.World.Forget);
        call.World.Dispatch("MESSAGE_DELETE_BULK", Intents.GuildMessages, json =>
        {
            json.WriteStartObject();
            json.WriteIds("ids", found.Select(message => message.Id));
            json.WriteId("channel_id", channel.Id);
            json.WriteId("guild_id", channel.GuildId);
            json.WriteEndObject();
        }, channel.Id);
        return RestAnswer.NoContent;
    }

    private static RestAnswer Crosspost(RestCall call)
    {
        var channel = call.Channel();
        if (channel.Type != ChannelType.Announcement)
        {
            throw DiscordError.WrongChannelType();
        }

        var message = call.Message(channel);
        call.Require(channel, message.Author == call.Me ? Permission.SendMessages : Permission.ManageMessages);
        if (message.Flags.HasFlag(MessageFlags.Crossposted))
        {
            throw DiscordError.AlreadyCrossposted();
        }

        message.Flags |= MessageFlags.Crossposted;
        call.World.Update(message);
        return RestAnswer.Ok(call.Write(message));
    }
}
