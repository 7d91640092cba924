using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Nexus.Bot.Data;

/// <summary>
/// Makes the database ready while the gateway connects. The usual start, where nothing has to be migrated, asks the history table
/// over plain ADO, because EF's own check costs several hundred milliseconds.
/// </summary>
internal sealed partial class DatabaseStartup(DatabaseOptions options, INexusDbFactory databases, TimeProvider clock, ILogger<DatabaseStartup> log)
{
    private static readonly TimeSpan AbandonedLock = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    /// <summary>Ends when handlers may use the database; fails when they never may.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Reads one stored value before anything else is ready; null when there is none yet.</summary>
    public async Task<string?> PeekAsync(string key, CancellationToken ct)
    {
        if (!options.IsPostgres && !File.Exists(new SqliteConnectionStringBuilder(options.EffectiveConnectionString).DataSource))
        {
            return null;
        }

        try
        {
            await using var connection = Connect();
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "Value" FROM "StoredValues" WHERE "Key" = @key""";
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@key";
            parameter.Value = key;
            command.Parameters.Add(parameter);
            return await command.ExecuteScalarAsync(ct) as string;
        }
        catch (DbException)
        {
            return null; // no table yet, or no database: PrepareAsync says so properly
        }
    }

    /// <exception cref="DatabaseUnusableException">A person has to do something first; the message says what.</exception>
    public async Task PrepareAsync(CancellationToken ct)
    {
        try
        {
            await MigrateAsync(ct);
            _ready.TrySetResult();
        }
        catch (Exception exception)
        {
            var failure = exception switch
            {
                DatabaseUnusableException or OperationCanceledException => exception,
                _ => new DatabaseUnusableException($"The database cannot be opened ({exception.GetType().Name}: {FirstLine(exception)}). Check Database:Provider and Database:ConnectionString, that its folder can be written to, and that its disk is not full.", exception),
            };
            _ready.TrySetException(failure);
            _ = _ready.Task.Exception;
            throw failure;
        }
    }

    /// <summary>Builds EF's model and opens a first connection, so that the first command does not wait for it.</summary>
    public async Task WarmUpAsync(CancellationToken ct)
    {
        await using var db = databases.Create();
        _ = await db.StoredValues.AsNoTracking().FirstOrDefaultAsync(stored => stored.Key == "", ct);
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        if (!options.IsPostgres)
        {
            SqliteFile.MakeFolder(options.EffectiveConnectionString);
        }

        var known = KnownMigrations();
        var applied = await AppliedMigrationsAsync(ct);
        if (applied.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is [.., var newest])
        {
            throw new DatabaseUnusableException(
                $"The database was written by a newer Nexus: it has the change '{newest}', which this version does not know. Start that newer version, or restore a backup from before the upgrade.");
        }

        var missing = known.Except(applied, StringComparer.Ordinal).Count();
        if (missing == 0)
        {
            return;
        }

        Migrating(log, missing);
        await using var db = databases.Create();
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>Migrations that the database has; also switches SQLite to write-ahead logging, which the file remembers.</summary>
    private async Task<List<string>> AppliedMigrationsAsync(CancellationToken ct)
    {
        await using var connection = Connect();
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return []; // EF makes the database
        }

        if (connection is SqliteConnection)
        {
            SqliteTuning.Apply(connection);
            await ExecuteAsync(connection, "PRAGMA journal_mode = WAL", ct);
            await ForgetAbandonedLockAsync(connection, ct);
        }

        List<string> applied = [];
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                applied.Add(rows.GetString(0));
            }
        }
        catch (SqliteException exception) when (exception.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return [];
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }

        return applied;
    }

    /// <summary>
    /// EF marks a running migration with a row and waits for ever when a crash has left one behind.
    /// https://learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection
    /// </summary>
    private async Task ForgetAbandonedLockAsync(DbConnection connection, CancellationToken ct)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = """DELETE FROM "__EFMigrationsLock" WHERE "Timestamp" < @before""";
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@before";
            parameter.Value = (clock.GetUtcNow() - AbandonedLock).UtcDateTime;
            command.Parameters.Add(parameter);
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (SqliteException exception) when (exception.Message.Contains("no such table", StringComparison.Ordinal))
        {
            // Never migrated yet.
        }
    }

    private List<string> KnownMigrations()
    {
        var context = options.IsPostgres ? typeof(PostgresNexusDb) : typeof(SqliteNexusDb);
        return [.. typeof(NexusDb).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id)];
    }

    private DbConnection Connect() => options.IsPostgres
        ? new NpgsqlConnection(options.EffectiveConnectionString)
        : new SqliteConnection(SqliteFile.Complete(options.EffectiveConnectionString));

    private static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string FirstLine(Exception exception) => exception.Message.Split('\n', 2)[0].Trim();

    [LoggerMessage(Level = LogLevel.Information, Message = "Bringing the database up to date: {Count} changes")]
    private static partial void Migrating(ILogger log, int count);
}
