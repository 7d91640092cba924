using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Nexus.Bot.Data;

/// <summary>
/// SQLite waits for a lock itself (in steps of a few ms) up to <see cref="BusyMilliseconds"/>; that is below the 3 s
/// within which Discord wants an answer, and an answer is deferred at 1.5 s anyway.
/// </summary>
internal sealed class SqliteTuning : DbConnectionInterceptor
{
    public const int BusyMilliseconds = 2000;

    public static SqliteTuning Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA busy_timeout = {BusyMilliseconds}";
        command.ExecuteNonQuery();
    }
}
