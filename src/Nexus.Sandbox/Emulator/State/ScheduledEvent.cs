using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>An event in the server's calendar. <see cref="Fields"/> holds the settings as the creator sent them.</summary>
internal sealed class ScheduledEvent(ulong id, ulong guildId, User creator) : IJsonWritable
{
    public ulong Id { get; } = id;

    public ulong GuildId { get; } = guildId;

    public User Creator { get; } = creator;

    public string Name { get; set; } = "";

    public string? Description { get; set; }

    public ulong? ChannelId { get; set; }

    /// <summary>1 stage, 2 voice, 3 external.</summary>
    public int EntityType { get; set; } = 3;

    public string? Location { get; set; }

    public DateTimeOffset StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>1 scheduled, 2 active, 3 completed, 4 cancelled.</summary>
    public int Status { get; set; } = 1;

    public JsonElement? RecurrenceRule { get; set; }

    public List<ulong> Subscribers { get; } = [];

    public void WriteTo(Utf8JsonWriter json) => Write(json, withCount: false);

    public void Write(Utf8JsonWriter json, bool withCount)
    {
        json.WriteStartObject();
        json.WriteId("id", Id);
        json.WriteId("guild_id", GuildId);
        json.WriteId("channel_id", ChannelId);
        json.WriteId("creator_id", Creator.Id);
        json.WriteValue("creator", Creator);
        json.WriteString("name", Name);
        json.WriteString("description", Description);
        json.WriteTime("scheduled_start_time", StartsAt);
        json.WriteTime("scheduled_end_time", EndsAt);
        json.WriteNumber("privacy_level", 2);
        json.WriteNumber("status", Status);
        json.WriteNumber("entity_type", EntityType);
        json.WriteNull("entity_id");
        if (Location is null)
        {
            json.WriteNull("entity_metadata");
        }
        else
        {
            json.WriteStartObject("entity_metadata");
            json.WriteString("location", Location);
            json.WriteEndObject();
        }

        if (RecurrenceRule is { } rule)
        {
            json.WriteRaw("recurrence_rule", rule);
        }
        else
        {
            json.WriteNull("recurrence_rule");
        }

        json.WriteNull("image");
        if (withCount)
        {
            json.WriteNumber("user_count", Subscribers.Count);
        }

        json.WriteEndObject();
    }
}
