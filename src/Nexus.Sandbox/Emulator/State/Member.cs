using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>A user in the server. Change it through the world, so that events are sent and cached JSON is dropped.</summary>
internal sealed class Member(User user, DateTimeOffset joinedAt) : IJsonWritable
{
    private byte[]? json;

    public User User { get; } = user;

    public DateTimeOffset JoinedAt { get; } = joinedAt;

    public string? Nick { get; set; }

    public DateTimeOffset? TimedOutUntil { get; set; }

    /// <summary>Without @everyone, which all have.</summary>
    public List<ulong> Roles { get; } = [];

    public string DisplayName => Nick ?? User.DisplayName;

    public void Touch() => json = null;

    public void WriteTo(Utf8JsonWriter writer) =>
        writer.WriteRawValue(json ??= Json.Write(this, static (member, json) => member.Write(json, withUser: true, null)), true);

    /// <summary>As interactions carry it (with permissions), messages and resolved data (without the user).</summary>
    public void Write(Utf8JsonWriter json, bool withUser, Permission? permissions)
    {
        json.WriteStartObject();
        if (withUser)
        {
            json.WriteValue("user", User);
        }

        json.WriteString("nick", Nick);
        json.WriteNull("avatar");
        json.WriteIds("roles", Roles);
        json.WriteTime("joined_at", JoinedAt);
        json.WriteNull("premium_since");
        json.WriteBoolean("deaf", false);
        json.WriteBoolean("mute", false);
        json.WriteBoolean("pending", false);
        json.WriteTime("communication_disabled_until", TimedOutUntil);
        json.WriteNumber("flags", 0);
        if (permissions is { } allowed)
        {
            json.WriteString("permissions", Snowflakes.Text((ulong)allowed));
        }

        json.WriteEndObject();
    }
}
