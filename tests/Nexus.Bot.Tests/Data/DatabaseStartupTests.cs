using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Nexus.Bot.Data;

namespace Nexus.Bot.Tests.Data;

public sealed class DatabaseStartupTests : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"nexus-{Guid.NewGuid():N}");
    private ServiceProvider? _services;

    private string File => Path.Combine(_folder, "deep", "nexus.db");

    [Fact]
    public async Task A_fresh_machine_gets_its_folder_its_tables_and_write_ahead_logging()
    {
        var startup = Start();
        await startup.PrepareAsync(CancellationToken.None);

        Assert.True(startup.IsReady);
        await using var db = Databases.Create();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal("wal", await ScalarAsync("PRAGMA journal_mode"));
        Assert.Equal(0, await db.AcrossGuilds<GuildConfiguration>().CountAsync());
    }

    [Fact]
    public async Task Starting_again_changes_nothing_and_keeps_what_was_written()
    {
        await Start().PrepareAsync(CancellationToken.None);
        await using (var db = Databases.Create())
        {
            db.Add(new StoredValue { Key = "kept", Value = "yes", UpdatedAt = default });
            await db.SaveChangesAsync();
        }

        var again = Start();
        await again.PrepareAsync(CancellationToken.None);

        Assert.Equal("yes", await again.PeekAsync("kept", CancellationToken.None));
        Assert.Null(await again.PeekAsync("other", CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_is_stored_before_there_is_a_database() =>
        Assert.Null(await Start().PeekAsync("kept", CancellationToken.None));

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await Start().PrepareAsync(CancellationToken.None);
        await ScalarAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')");
        var startup = Start();
        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => startup.PrepareAsync(CancellationToken.None));

        Assert.Contains("newer Nexus", refused.Message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_FromTheFuture", refused.Message, StringComparison.Ordinal);
        Assert.False(startup.IsReady);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_what_to_check()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, new string('x', 4096));
        var refused = await Assert.ThrowsAsync<DatabaseUnusableException>(() => Start().PrepareAsync(CancellationToken.None));

        Assert.Contains("Database:ConnectionString", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_a_crash_interrupted_does_not_block_the_next_start()
    {
        await Start().PrepareAsync(CancellationToken.None);
        await ScalarAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        await ScalarAsync("""INSERT OR REPLACE INTO "__EFMigrationsLock" VALUES (1, '2000-01-01 00:00:00+00:00')""");
        await ScalarAsync("DELETE FROM __EFMigrationsHistory");
        await ScalarAsync("""DROP TABLE "StoredValues" """);
        await Start().PrepareAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(0L, await ScalarAsync("""SELECT COUNT(*) FROM "__EFMigrationsLock" """));
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private INexusDbFactory Databases => _services!.GetRequiredService<INexusDbFactory>();

    private DatabaseStartup Start()
    {
        var options = new DatabaseOptions { ConnectionString = $"Data Source={File};Pooling=False" };
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddNexusDb(options, DesignTimeDb.Tables);
        _services = services.BuildServiceProvider();
        return new DatabaseStartup(options, Databases, TimeProvider.System, NullLogger<DatabaseStartup>.Instance);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
