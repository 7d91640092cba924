namespace Nexus.Sandbox.Emulator;

/// <summary>Pinned messages, under today's routes and the older ones.</summary>
/// <remarks>https://discord.com/developers/docs/resources/message#get-channel-pins</remarks>
internal static class PinEndpoints
{
    private const int PinsMax = 250;
    private const int PinNotice = 6;

    public static void Map(RestRoutes routes) => routes
        .Get("/channels/{channel}/messages/pins", List, RateLimitRules.Pins)
        .Put("/channels/{channel}/messages/pins/{message}", Pin, RateLimitRules.Pins)
        .Delete("/channels/{channel}/messages/pins/{message}", Unpin, RateLimitRules.Pins)
        .Get("/channels/{channel}/pins", ListOld, RateLimitRules.Pins)
        .Put("/channels/{channel}/pins/{message}", Pin, RateLimitRules.Pins)
        .Delete("/channels/{channel}/pins/{message}", Unpin, RateLimitRules.Pins);

    private static IEnumerable<StoredMessage> Pinned(Channel channel) =>
        channel.Messages.Where(message => message.Pinned).OrderByDescending(message => message.PinnedAt).ThenByDescending(message => message.Id);

    private static RestAnswer List(RestCall call)
    {
        var channel = call.Channel(Permission.ReadMessageHistory);
        var before = call.Query("before") is { } text && DateTimeOffset.TryParse(text, out var time) ? time : DateTimeOffset.MaxValue;
        var limit = call.Limit(50, 50);
        var found = Pinned(channel).Where(message => message.PinnedAt < before).Take(limit + 1).ToList();
        return RestAnswer.Ok(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var message in found.Take(limit))
            {
                json.WriteStartObject();
                json.WriteTime("pinned_at", message.PinnedAt);
                json.WritePropertyName("message");
                message.Write(json, call.Me.Id, call.Parts(message));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("has_more", found.Count > limit);
            json.WriteEndObject();
        });
    }

    private static RestAnswer ListOld(RestCall call) =>
        RestAnswer.Ok(call.Write(Pinned(call.Channel(Permission.ReadMessageHistory)).Take(50).ToList()));

    private static RestAnswer Pin(RestCall call)
    {
        var channel = call.Channel(Permission.PinMessages);
        var message = call.Message(channel);
        MessageEndpoints.RequireOpen(channel);
        if (message.Pinned)
        {
            return RestAnswer.NoContent;
        }

        if (channel.Messages.Count(other => other.Pinned) >= PinsMax)
        {
            throw DiscordError.TooManyPins();
        }

        message.Pinned = true;
        message.PinnedAt = channel.LastPinAt = call.World.Now;
        Announce(call, message);
        call.World.Post(new StoredMessage(call.World.Ids.Next(), channel, call.Me, call.World.Now)
        {
            Type = PinNotice,
            Reference = SystemMessages.Reference(channel, message.Id),
        });
        return RestAnswer.NoContent;
    }

    private static RestAnswer Unpin(RestCall call)
    {
        var channel = call.Channel(Permission.PinMessages);
        var message = call.Message(channel);
        MessageEndpoints.RequireOpen(channel);
        if (message.Pinned)
        {
            message.Pinned = false;
            message.PinnedAt = null;
            Announce(call, message);
        }

        return RestAnswer.NoContent;
    }

    private static void Announce(RestCall call, StoredMessage message)
    {
        var channel = message.Channel;
        call.World.Update(message);
        call.World.Dispatch("CHANNEL_PINS_UPDATE", channel.IsDirect ? Intents.DirectMessages : Intents.Guilds, json =>
        {
            json.WriteStartObject();
            json.WriteId("channel_id", channel.Id);
            if (channel.GuildId is { } guild)
            {
                json.WriteId("guild_id", guild);
            }

            json.WriteTime("last_pin_timestamp", channel.LastPinAt);
            json.WriteEndObject();
        }, channel.Id);
    }
}
