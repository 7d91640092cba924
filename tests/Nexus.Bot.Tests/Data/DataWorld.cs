using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nexus.Bot.Data;

namespace Nexus.Bot.Tests.Data;

/// <summary>An empty, migrated database of its own in either provider; gone afterwards.</summary>
internal sealed class DataWorld(ServiceProvider services) : IAsyncDisposable
{
    public static async Task<DataWorld> OpenAsync(string provider)
    {
        var name = $"nexus_{Guid.NewGuid():N}";
        var options = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = provider == DatabaseOptions.Postgres
                ? PostgresFactAttribute.ConnectionString(name)
                : $"Data Source={Path.Combine(Path.GetTempPath(), name + ".db")};Pooling=False",
        };
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddNexusDb(options, DesignTimeDb.Tables);
        var world = new DataWorld(services.BuildServiceProvider());
        await new DatabaseStartup(options, world.Databases, TimeProvider.System, NullLogger<DatabaseStartup>.Instance).PrepareAsync(CancellationToken.None);
        return world;
    }

    public INexusDbFactory Databases => services.GetRequiredService<INexusDbFactory>();

    public NexusDb Create() => Databases.Create();

    public async ValueTask DisposeAsync()
    {
        await using (var db = Create())
        {
            await db.Database.EnsureDeletedAsync();
        }

        await services.DisposeAsync();
    }
}
