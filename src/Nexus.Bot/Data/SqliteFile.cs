using Microsoft.Data.Sqlite;

namespace Nexus.Bot.Data;

/// <summary>Completes a connection string with what the bot relies on: foreign keys, pooling, a short lock wait.</summary>
internal static class SqliteFile
{
    /// <summary>Seconds; Microsoft.Data.Sqlite repeats a locked statement this long in coarse steps, on top of SQLite's own wait.</summary>
    private const int LockRetrySeconds = 2;

    public static string Complete(string connectionString) => new SqliteConnectionStringBuilder(connectionString)
    {
        ForeignKeys = true,
        DefaultTimeout = LockRetrySeconds,
    }.ToString();

    /// <summary>Makes the folder of the database file; a fresh machine has none.</summary>
    public static void MakeFolder(string connectionString)
    {
        var source = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (source.Length > 0 && source != ":memory:" && !source.StartsWith("file:", StringComparison.Ordinal)
            && Path.GetDirectoryName(Path.GetFullPath(source)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }
}
