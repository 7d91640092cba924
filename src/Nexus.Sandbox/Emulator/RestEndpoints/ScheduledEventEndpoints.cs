using System.Globalization;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>The server's calendar.</summary>
/// <remarks>https://discord.com/developers/docs/resources/guild-scheduled-event</remarks>
internal static class ScheduledEventEndpoints
{
    private const int OpenMax = 100;
    private const int External = 3;
    private const int Scheduled = 1, Active = 2, Completed = 3, Cancelled = 4;

    public static void Map(RestRoutes routes) => routes
        .Get("/guilds/{guild}/scheduled-events", List, RateLimitRules.Events)
        .Post("/guilds/{guild}/scheduled-events", Create, RateLimitRules.Events)
        .Get("/guilds/{guild}/scheduled-events/{event}", Read, RateLimitRules.Events)
        .Patch("/guilds/{guild}/scheduled-events/{event}", Edit, RateLimitRules.Events)
        .Delete("/guilds/{guild}/scheduled-events/{event}", Delete, RateLimitRules.Events)
        .Get("/guilds/{guild}/scheduled-events/{event}/users", ListUsers, RateLimitRules.Events);

    private static ScheduledEvent Find(RestCall call)
    {
        call.RequireGuild();
        return call.Guild.ScheduledEvents.GetValueOrDefault(call.Id("event")) ?? throw DiscordError.UnknownScheduledEvent();
    }

    private static ScheduledEvent Own(RestCall call)
    {
        var found = Find(call);
        call.RequireGuild(found.Creator == call.Me ? Permission.CreateEvents : Permission.ManageEvents);
        return found;
    }

    private static RestAnswer List(RestCall call)
    {
        var guild = call.RequireGuild();
        var counted = call.Asks("with_user_count");
        return RestAnswer.Ok(json =>
        {
            json.WriteStartArray();
            foreach (var scheduled in guild.ScheduledEvents.Values.Where(scheduled => scheduled.Status is Scheduled or Active))
            {
                scheduled.Write(json, counted);
            }

            json.WriteEndArray();
        });
    }

    private static RestAnswer Read(RestCall call)
    {
        var found = Find(call);
        return RestAnswer.Ok(json => found.Write(json, call.Asks("with_user_count")));
    }

    private static RestAnswer Create(RestCall call)
    {
        var guild = call.RequireGuild(Permission.CreateEvents);
        RestCall.Check(PayloadRules.ScheduledEvent(call.Body, call.World.Now));
        if (guild.ScheduledEvents.Values.Count(existing => existing.Status is Scheduled or Active) >= OpenMax)
        {
            throw DiscordError.TooManyScheduledEvents();
        }

        var scheduled = new ScheduledEvent(call.World.Ids.Next(), guild.Id, call.Me);
        Apply(call, scheduled);
        guild.ScheduledEvents.Add(scheduled.Id, scheduled);
        call.World.Dispatch("GUILD_SCHEDULED_EVENT_CREATE", Intents.ScheduledEvents, scheduled);
        return RestAnswer.Ok(scheduled);
    }

    private static RestAnswer Edit(RestCall call)
    {
        var scheduled = Own(call);
        RestCall.Check(PayloadRules.ScheduledEvent(call.Body, call.World.Now, scheduled.EntityType, partial: true));
        if (call.Body.Int("status") is { } status && status != scheduled.Status)
        {
            var allowed = (scheduled.Status, status) is (Scheduled, Active) or (Scheduled, Cancelled) or (Active, Completed);
            if (!allowed)
            {
                throw DiscordError.Form("status", "GUILD_SCHEDULED_EVENT_STATUS_INVALID", "The status cannot change like this.");
            }

            scheduled.Status = status;
        }
        else if (scheduled.Status is Completed or Cancelled)
        {
            throw new DiscordError(400, 180000, "Cannot update a finished event");
        }

        Apply(call, scheduled);
        call.World.Dispatch("GUILD_SCHEDULED_EVENT_UPDATE", Intents.ScheduledEvents, scheduled);
        return RestAnswer.Ok(scheduled);
    }

    private static void Apply(RestCall call, ScheduledEvent scheduled)
    {
        var body = call.Body;
        var type = body.Int("entity_type") ?? scheduled.EntityType;
        var channel = body.TryGetProperty("channel_id", out _) ? body.Id("channel_id") : scheduled.ChannelId;
        if (type != External && call.Guild.Channels.GetValueOrDefault(channel ?? 0) is not { Type: ChannelType.Voice or ChannelType.Stage })
        {
            throw DiscordError.UnknownChannel();
        }

        scheduled.EntityType = type;
        scheduled.ChannelId = type == External ? null : channel;
        scheduled.Name = body.Text("name") ?? scheduled.Name;
        scheduled.Description = body.TryGetProperty("description", out _) ? body.Text("description") : scheduled.Description;
        scheduled.StartsAt = Time(body, "scheduled_start_time") ?? scheduled.StartsAt;
        scheduled.EndsAt = Time(body, "scheduled_end_time") ?? scheduled.EndsAt;
        scheduled.Location = body.TryGetProperty("entity_metadata", out var metadata) && metadata.Text("location") is { } location ? location : scheduled.Location;
        if (body.TryGetProperty("recurrence_rule", out var rule))
        {
            scheduled.RecurrenceRule = rule.ValueKind == JsonValueKind.Object ? rule : null;
        }
    }

    private static DateTimeOffset? Time(JsonElement body, string field) =>
        body.Text(field) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static RestAnswer Delete(RestCall call)
    {
        var scheduled = Own(call);
        call.Guild.ScheduledEvents.Remove(scheduled.Id);
        call.World.Dispatch("GUILD_SCHEDULED_EVENT_DELETE", Intents.ScheduledEvents, scheduled);
        return RestAnswer.NoContent;
    }

    private static RestAnswer ListUsers(RestCall call)
    {
        var scheduled = Find(call);
        var (after, before) = (call.QueryId("after") ?? 0, call.QueryId("before") ?? ulong.MaxValue);
        var withMember = call.Asks("with_member");
        var users = scheduled.Subscribers.Where(id => id > after && id < before).Order().Take(call.Limit(100, 100)).ToList();
        return RestAnswer.Ok(json =>
        {
            json.WriteStartArray();
            foreach (var id in users)
            {
                json.WriteStartObject();
                json.WriteId("guild_scheduled_event_id", scheduled.Id);
                json.WriteValue("user", call.World.Users[id]);
                if (withMember && call.Guild.Member(id) is { } member)
                {
                    json.WriteValue("member", member);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }
}
