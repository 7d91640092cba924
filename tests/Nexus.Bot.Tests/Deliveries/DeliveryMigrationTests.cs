using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Deliveries;

public sealed class DeliveryMigrationTests
{
    [Fact]
    public async Task Deliveries_from_before_there_were_targets_go_to_their_channel()
    {
        var file = Path.Combine(Path.GetTempPath(), $"nexus-{Guid.NewGuid():N}.db");
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddNexusDb(new DatabaseOptions { ConnectionString = $"Data Source={file};Pooling=False" }, DesignTimeDb.Tables)
            .BuildServiceProvider();
        await using var db = services.GetRequiredService<INexusDbFactory>().Create();
        await db.GetService<IMigrator>().MigrateAsync("Announcements");
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Deliveries" ("GuildId", "Kind", "SubjectId", "Occurrence", "ChannelId", "DueAt", "State", "Nonce", "NextTryAt", "Tries", "FailureCode", "FirstTriedAt", "MessageId")
            VALUES (1, 'announcement', 5, 0, 40, 1000, 0, 'a', 1000, 0, 0, NULL, NULL), (1, 'announcement', 6, 0, 41, 1000, 2, 'b', 1000, 1, 0, 1000, 77)
            """);
        await db.Database.MigrateAsync();

        var rows = await db.AcrossGuilds<Delivery>().AsNoTracking().OrderBy(row => row.SubjectId).ToListAsync();
        Assert.Equal([(new Snowflake(40), null), (new Snowflake(41), new Snowflake(41))], rows.Select(row => (row.LaneId, row.PostedIn)));
        Assert.Equal([new Snowflake(40), new Snowflake(41)], rows.Select(row => row.ChannelId));
        Assert.Equal([null, DateTimeOffset.FromUnixTimeMilliseconds(1000)], rows.Select(row => row.UnsureSince));

        await db.GetService<IMigrator>().MigrateAsync("TipsAndQuestions");
        Assert.Equal([40L, 41L], await db.Database.SqlQueryRaw<long>("""SELECT "ChannelId" AS "Value" FROM "Deliveries" ORDER BY "Id" """).ToListAsync());
        await db.Database.EnsureDeletedAsync();
    }
}
