using Microsoft.EntityFrameworkCore;

namespace Nexus.Bot.Data;

/// <summary>For operators who run more than one instance.</summary>
internal sealed class PostgresNexusDb(DbContextOptions<PostgresNexusDb> options) : NexusDb(options);
