using System.Runtime.CompilerServices;
using Npgsql;

namespace Nexus.Bot.Tests.Data;

/// <summary>Needs a PostgreSQL server; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public const string Variable = "NEXUS_TEST_POSTGRES";

    public PostgresFactAttribute([CallerMemberName] string test = "")
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"No PostgreSQL: set {Variable} to a connection string whose user may create databases.";
            DisplayName = $"{test}: {Skip}"; // dotnet test prints the names of skipped tests, not their reasons
        }
    }

    /// <summary>To a database of that name on the server, which need not exist yet.</summary>
    public static string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(Variable)) { Database = database, Pooling = false }.ToString();
}
