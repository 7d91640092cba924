using Nexus.Discord;

namespace Nexus.Bot.Data;

/// <summary>A row that belongs to one person, on whatever server. Features reach such rows through <see cref="NexusDb.Of{T}"/>.</summary>
internal interface IPersonRow
{
    Snowflake UserId { get; }
}
