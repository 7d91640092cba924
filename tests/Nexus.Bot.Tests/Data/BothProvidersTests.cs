using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Data;

/// <summary>The same questions to both providers. PostgreSQL takes part when <c>NEXUS_TEST_POSTGRES</c> holds a connection string.</summary>
public sealed class BothProvidersTests
{
    [Fact]
    public void The_SQLite_migrations_are_the_model() => AssertNoPendingChanges(new SqliteDesignTimeDb().CreateDbContext([]));

    [Fact]
    public void The_PostgreSQL_migrations_are_the_model() => AssertNoPendingChanges(new PostgresDesignTimeDb().CreateDbContext([]));

    [Fact]
    public Task Rows_stay_with_their_server_in_SQLite() => RowsStayWithTheirServerAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Rows_stay_with_their_server_in_PostgreSQL() => RowsStayWithTheirServerAsync(DatabaseOptions.Postgres);

    [Fact]
    public Task Instants_and_ids_keep_value_and_order_in_SQLite() => InstantsAndIdsKeepValueAndOrderAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Instants_and_ids_keep_value_and_order_in_PostgreSQL() => InstantsAndIdsKeepValueAndOrderAsync(DatabaseOptions.Postgres);

    private static async Task RowsStayWithTheirServerAsync(string provider)
    {
        await using var world = await DataWorld.OpenAsync(provider);
        await using var db = world.Create();
        db.AddRange(new GuildConfiguration { GuildId = new Snowflake(1), TimeZone = "Africa/Accra" }, new GuildConfiguration { GuildId = new Snowflake(2), TimeZone = "Asia/Tokyo" });
        await db.SaveChangesAsync();

        Assert.True(db.HasSaved);
        Assert.Equal("Asia/Tokyo", (await db.In<GuildConfiguration>(new Snowflake(2)).SingleAsync()).TimeZone);
        Assert.Equal(2, await db.AcrossGuilds<GuildConfiguration>().CountAsync());
    }

    private static async Task InstantsAndIdsKeepValueAndOrderAsync(string provider)
    {
        await using var world = await DataWorld.OpenAsync(provider);
        await using var db = world.Create();
        var early = new DateTimeOffset(2026, 11, 24, 9, 0, 0, 123, TimeSpan.FromHours(5));
        var late = new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero);
        db.AddRange(
            new GuildConfiguration { GuildId = new Snowflake(999_999_999_999_999_999), UpdatedAt = late },
            new GuildConfiguration { GuildId = new Snowflake(8_999_999_999_999_999_999), UpdatedAt = early });
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        var byTime = await db.AcrossGuilds<GuildConfiguration>().OrderBy(row => row.UpdatedAt).ToListAsync();
        Assert.Equal([early.ToUniversalTime(), late], byTime.Select(row => row.UpdatedAt));
        Assert.Equal(TimeSpan.Zero, byTime[0].UpdatedAt.Offset);
        var byId = await db.AcrossGuilds<GuildConfiguration>().OrderBy(row => row.GuildId).ToListAsync();
        Assert.Equal([999_999_999_999_999_999, 8_999_999_999_999_999_999], byId.Select(row => row.GuildId.Value));
        Assert.Single(await db.AcrossGuilds<GuildConfiguration>().Where(row => row.UpdatedAt < late).ToListAsync());
    }

    private static void AssertNoPendingChanges(DbContext db)
    {
        using (db)
        {
            Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: add a migration for both providers (see the README).");
        }
    }
}
