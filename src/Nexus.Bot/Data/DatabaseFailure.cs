using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Nexus.Bot.Data;

/// <summary>What a database exception means to the person who waits for an answer.</summary>
internal enum DatabaseFailure
{
    /// <summary>Not the database's doing.</summary>
    None,

    /// <summary>Someone else took the same unique key first, or changed the same row: doing it again settles the race.</summary>
    Clash,

    /// <summary>Locked by someone else for too long.</summary>
    Busy,

    /// <summary>No space left.</summary>
    Full,

    /// <summary>Cannot be opened, written or reached.</summary>
    Unavailable,
}

internal static class DatabaseFailures
{
    // https://www.sqlite.org/rescode.html
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteReadOnly = 8, SqliteIoError = 10, SqliteFull = 13, SqliteCannotOpen = 14;
    private const int SqliteConstraintPrimaryKey = 1555, SqliteConstraintUnique = 2067;

    public static DatabaseFailure Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case DbUpdateConcurrencyException:
                    return DatabaseFailure.Clash;
                case SqliteException sqlite:
                    return OfSqlite(sqlite);
                case PostgresException postgres:
                    return OfPostgres(postgres);
                case NpgsqlException or DbException:
                    return DatabaseFailure.Unavailable;
            }
        }

        return DatabaseFailure.None;
    }

    private static DatabaseFailure OfSqlite(SqliteException exception) => exception.SqliteErrorCode switch
    {
        SqliteBusy or SqliteLocked => DatabaseFailure.Busy,
        SqliteFull => DatabaseFailure.Full,
        SqliteReadOnly or SqliteIoError or SqliteCannotOpen => DatabaseFailure.Unavailable,
        _ when exception.SqliteExtendedErrorCode is SqliteConstraintPrimaryKey or SqliteConstraintUnique => DatabaseFailure.Clash,
        _ => DatabaseFailure.None,
    };

    private static DatabaseFailure OfPostgres(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => DatabaseFailure.Clash,
        PostgresErrorCodes.DiskFull => DatabaseFailure.Full,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => DatabaseFailure.Busy,
        _ => exception.IsTransient ? DatabaseFailure.Unavailable : DatabaseFailure.None,
    };
}
