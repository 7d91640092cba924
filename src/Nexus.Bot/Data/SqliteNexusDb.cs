using Microsoft.EntityFrameworkCore;

namespace Nexus.Bot.Data;

/// <summary>The embedded default.</summary>
internal sealed class SqliteNexusDb(DbContextOptions<SqliteNexusDb> options) : NexusDb(options);
