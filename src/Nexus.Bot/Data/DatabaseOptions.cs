namespace Nexus.Bot.Data;

/// <summary>The section <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary><c>Sqlite</c> (default) or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = Sqlite;

    public string? ConnectionString { get; set; }

    /// <summary>A file whose content is the connection string, for secrets mounted as files.</summary>
    public string? ConnectionStringFile { get; set; }

    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";
    public const string DefaultSqlite = "Data Source=data/nexus.db";

    public bool IsPostgres => string.Equals(Provider, Postgres, StringComparison.OrdinalIgnoreCase);

    public string EffectiveConnectionString =>
        string.IsNullOrWhiteSpace(ConnectionString) ? DefaultSqlite : ConnectionString;
}
