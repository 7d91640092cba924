using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>The server: its settings and everything in it but messages.</summary>
internal sealed class Guild(ulong id, string name, DateTimeOffset createdAt) : IJsonWritable
{
    public ulong Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Name { get; set; } = name;

    public ulong OwnerId { get; set; }

    public string PreferredLocale { get; set; } = "en-US";

    public List<string> Features { get; } = ["COMMUNITY", "NEWS"];

    public SortedDictionary<ulong, Role> Roles { get; } = [];

    public Dictionary<ulong, Member> Members { get; } = [];

    /// <summary>Channels and threads.</summary>
    public SortedDictionary<ulong, Channel> Channels { get; } = [];

    public SortedDictionary<ulong, ScheduledEvent> ScheduledEvents { get; } = [];

    public Role Everyone => Roles[Id];

    public Member? Member(ulong user) => Members.GetValueOrDefault(user);

    public IEnumerable<Channel> ActiveThreads => Channels.Values.Where(channel => channel.Thread is { Archived: false });

    /// <summary>As GET /guilds/{id} answers.</summary>
    public void WriteTo(Utf8JsonWriter json) => Write(json, withCounts: false);

    public void Write(Utf8JsonWriter json, bool withCounts)
    {
        json.WriteStartObject();
        WriteSettings(json);
        if (withCounts)
        {
            json.WriteNumber("approximate_member_count", Members.Count);
            json.WriteNumber("approximate_presence_count", Members.Count);
        }

        json.WriteEndObject();
    }

    /// <summary>The payload of GUILD_CREATE; without the presences intent Discord lists few members, of small servers all.</summary>
    public void WriteCreate(Utf8JsonWriter json, ulong viewer, IEnumerable<Member> members, IEnumerable<Channel> visible)
    {
        json.WriteStartObject();
        WriteSettings(json);
        json.WriteTime("joined_at", Member(viewer)?.JoinedAt ?? CreatedAt);
        json.WriteBoolean("large", Members.Count > 250);
        json.WriteBoolean("unavailable", false);
        json.WriteNumber("member_count", Members.Count);
        json.WriteArray("members", members);
        json.WriteStartArray("channels");
        foreach (var channel in visible.Where(channel => !channel.IsThread))
        {
            channel.Write(json, viewer, null);
        }

        json.WriteEndArray();
        json.WriteStartArray("threads");
        foreach (var thread in visible.Where(channel => channel.Thread is { Archived: false }))
        {
            thread.Write(json, viewer, null);
        }

        json.WriteEndArray();
        json.WriteArray("guild_scheduled_events", ScheduledEvents.Values);
        foreach (var empty in (ReadOnlySpan<string>)["presences", "voice_states", "stage_instances", "soundboard_sounds"])
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteSettings(Utf8JsonWriter json)
    {
        json.WriteId("id", Id);
        json.WriteString("name", Name);
        json.WriteNull("icon");
        json.WriteNull("splash");
        json.WriteNull("discovery_splash");
        json.WriteNull("banner");
        json.WriteNull("description");
        json.WriteId("owner_id", OwnerId);
        json.WriteNull("afk_channel_id");
        json.WriteNumber("afk_timeout", 300);
        json.WriteNumber("verification_level", 1);
        json.WriteNumber("default_message_notifications", 1);
        json.WriteNumber("explicit_content_filter", 2);
        json.WriteArray("roles", Roles.Values);
        json.WriteStartArray("emojis");
        json.WriteEndArray();
        json.WriteStartArray("stickers");
        json.WriteEndArray();
        json.WriteStartArray("features");
        foreach (var feature in Features)
        {
            json.WriteStringValue(feature);
        }

        json.WriteEndArray();
        json.WriteNumber("mfa_level", 0);
        json.WriteNull("application_id");
        json.WriteNull("system_channel_id");
        json.WriteNumber("system_channel_flags", 0);
        json.WriteNull("rules_channel_id");
        json.WriteNull("public_updates_channel_id");
        json.WriteNull("vanity_url_code");
        json.WriteNumber("max_members", 500_000);
        json.WriteNumber("premium_tier", 0);
        json.WriteNumber("premium_subscription_count", 0);
        json.WriteBoolean("premium_progress_bar_enabled", false);
        json.WriteString("preferred_locale", PreferredLocale);
        json.WriteNumber("nsfw_level", 0);
    }
}
