namespace Nexus.Discord.Gateway;

/// <summary>
/// Asks for members by the start of their name or by id; the answer comes as one or more <see cref="GuildMembersChunkEvent"/>.
/// The whole list (empty query, limit 0) needs the members intent and is allowed once per guild and 30 seconds.
/// <see href="https://discord.com/developers/docs/events/gateway-events#request-guild-members"/>
/// </summary>
/// <param name="Guild">The server to look in.</param>
public sealed record GuildMembersRequest(Snowflake Guild)
{
    /// <summary>The start of a name. Ignored when <see cref="UserIds"/> is given.</summary>
    public string Query { get; init; } = "";

    /// <summary>At most 100 with a query; 0 for no limit.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake> UserIds { get; init; } = [];

    /// <summary>Comes back in the answer; at most 32 bytes.</summary>
    public string? Nonce { get; init; }
}
