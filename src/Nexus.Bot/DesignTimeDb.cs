using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;

namespace Nexus.Bot;

/// <summary>Gives <c>dotnet ef</c> both models. Neither connects to anything.</summary>
internal static class DesignTimeDb
{
    public static IReadOnlyList<SliceTable> Tables
    {
        get
        {
            var slice = new SliceBuilder(new ServiceCollection());
            Slices.Declare(slice);
            return slice.Tables;
        }
    }
}

internal sealed class SqliteDesignTimeDb : IDesignTimeDbContextFactory<SqliteNexusDb>
{
    public SqliteNexusDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteNexusDb>();
        NexusDbRegistration.UseSqlite(options, "Data Source=:memory:", DesignTimeDb.Tables);
        return new SqliteNexusDb(options.Options);
    }
}

internal sealed class PostgresDesignTimeDb : IDesignTimeDbContextFactory<PostgresNexusDb>
{
    public PostgresNexusDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresNexusDb>();
        NexusDbRegistration.UsePostgres(options, "Host=localhost;Database=nexus", DesignTimeDb.Tables);
        return new PostgresNexusDb(options.Options);
    }
}
