using System.Text.Json.Serialization;

namespace Nexus.Discord.Model;

/// <summary>
/// A server. Members are left out on purpose: without a privileged intent the list is incomplete anyway, and with it, it is large.
/// See <see href="https://discord.com/developers/docs/resources/guild"/>.
/// </summary>
public sealed record Guild
{
    public Snowflake Id { get; init; }
    public string Name { get; init; } = "";
    public Snowflake OwnerId { get; init; }
    public IReadOnlyList<string> Features { get; init; } = [];
    public string? PreferredLocale { get; init; }

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>In GUILD_CREATE only.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Active threads that the bot may see; in GUILD_CREATE only.</summary>
    public IReadOnlyList<Channel> Threads { get; init; } = [];

    /// <summary>In GUILD_CREATE only.</summary>
    public int? MemberCount { get; init; }

    /// <summary>With <c>with_counts</c> only.</summary>
    public int? ApproximateMemberCount { get; init; }

    /// <summary>True while an outage hides the guild.</summary>
    public bool Unavailable { get; init; }
}

/// <summary>See <see href="https://discord.com/developers/docs/topics/permissions#role-object"/>.</summary>
public sealed record Role
{
    public Snowflake Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary>A member can only manage roles below their own highest position.</summary>
    public int Position { get; init; }
    public Permissions Permissions { get; init; }

    /// <summary>Belongs to an integration; nobody can assign it.</summary>
    public bool Managed { get; init; }
    public bool Mentionable { get; init; }
    public bool Hoist { get; init; }
    public RoleColors? Colors { get; init; }

    [JsonIgnore]
    public string Mention => $"<@&{Id}>";
}

/// <summary>RGB, 0 for none.</summary>
public sealed record RoleColors
{
    public int PrimaryColor { get; init; }
    public int? SecondaryColor { get; init; }
    public int? TertiaryColor { get; init; }
}

/// <summary>Body of Create/Modify Guild Role; absent fields stay as they are.</summary>
public sealed record RoleEdit
{
    /// <summary>At most 100 characters.</summary>
    public string? Name { get; init; }
    public Permissions? Permissions { get; init; }
    public RoleColors? Colors { get; init; }
    public bool? Hoist { get; init; }
    public bool? Mentionable { get; init; }
}

/// <summary>Body of Modify Guild Member. Roles are added and removed one at a time instead, since the list here replaces all.</summary>
public sealed record MemberEdit
{
    /// <summary>At most 32 characters; null clears it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string> Nick { get; init; }
}
