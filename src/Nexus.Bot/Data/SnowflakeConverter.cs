using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Nexus.Discord;

namespace Nexus.Bot.Data;

/// <summary>A snowflake is below 2^63 until the year 2084, so a signed 64-bit column keeps its order in both providers.</summary>
internal sealed class SnowflakeConverter() : ValueConverter<Snowflake, long>(
    id => unchecked((long)id.Value),
    column => new Snowflake(unchecked((ulong)column)));
