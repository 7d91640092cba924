using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

/// <summary>A person or a bot. See <see href="https://discord.com/developers/docs/resources/user#user-object"/>.</summary>
public sealed record User
{
    public Snowflake Id { get; init; }
    public string Username { get; init; } = "";

    /// <summary>The name a person chose to be shown; null when they kept the user name.</summary>
    public string? GlobalName { get; init; }
    public string? Avatar { get; init; }
    public bool Bot { get; init; }

    [JsonIgnore]
    public string DisplayName => GlobalName ?? Username;

    [JsonIgnore]
    public string Mention => $"<@{Id}>";
}

/// <summary>A user in a guild. See <see href="https://discord.com/developers/docs/resources/guild#guild-member-object"/>.</summary>
public sealed record Member
{
    /// <summary>Absent in the <c>member</c> of message events.</summary>
    public User? User { get; init; }
    public string? Nick { get; init; }

    /// <summary>Without <c>@everyone</c>.</summary>
    public IReadOnlyList<Snowflake> Roles { get; init; } = [];
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>In interactions only: what the member may do in that channel, overwrites included.</summary>
    public Permissions? Permissions { get; init; }

    [JsonIgnore]
    public string DisplayName => Nick ?? User?.DisplayName ?? "";
}
