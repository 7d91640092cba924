using Nexus.Discord;

namespace Nexus.Bot.Data;

/// <summary>A row that belongs to one server. Features reach such rows through <see cref="NexusDb.In{T}"/>.</summary>
internal interface IGuildRow
{
    Snowflake GuildId { get; }
}
