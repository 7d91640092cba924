using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Announcements;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Announcements;

public sealed class AnnouncementMigrationTests
{
    [Fact]
    public async Task Announcements_from_before_keep_their_time_and_belong_to_their_authors()
    {
        var file = Path.Combine(Path.GetTempPath(), $"nexus-{Guid.NewGuid():N}.db");
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddNexusDb(new DatabaseOptions { ConnectionString = $"Data Source={file};Pooling=False" }, DesignTimeDb.Tables)
            .BuildServiceProvider();
        await using var db = services.GetRequiredService<INexusDbFactory>().Create();
        await db.GetService<IMigrator>().MigrateAsync("DeliveryTargets");
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "Announcements" ("GuildId", "AuthorId", "ChannelId", "Title", "Text", "DueAt", "CreatedAt") VALUES (1, 7, 40, 'Demo day', 'Friday.', 2000, 1000)
            """);
        await db.Database.MigrateAsync();

        var announcement = Assert.Single(await db.AcrossGuilds<Announcement>().AsNoTracking().ToListAsync());
        Assert.Equal(("Demo day", DateTimeOffset.FromUnixTimeMilliseconds(2000), new Snowflake(7)), (announcement.Title, announcement.DueAt, announcement.OwnerId));
        Assert.Empty(announcement.Links);
        Assert.Empty(announcement.Blanks);
        await db.Database.EnsureDeletedAsync();
    }
}
