using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;

namespace Nexus.Bot.Tests.Announcements.Series;

/// <summary>What repetitions are looked at by.</summary>
internal static class SeriesWorld
{
    /// <summary>When its announcements were sent, on the wall clock of a zone.</summary>
    public static async Task<IReadOnlyList<string>> SentAsync(AnnouncementWorld world, string zone)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return [.. (await RowsAsync(world)).Where(row => row.State == DeliveryState.Sent)
            .Select(row => TimeZoneInfo.ConvertTime(row.SentAt!.Value, place).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))];
    }

    /// <summary>Every row of the queue for announcements, such as <c>0 Sent</c>.</summary>
    public static async Task<IReadOnlyList<string>> StatesAsync(AnnouncementWorld world) =>
        [.. (await RowsAsync(world)).Select(row => $"{row.Occurrence} {row.State}")];

    /// <summary>The clock goes to each instant at which the queue has something to do, as the job would be woken.</summary>
    public static async Task RunUntilAsync(AnnouncementWorld world, DateTimeOffset end)
    {
        while (true)
        {
            await using var db = world.Slice.Db();
            var next = await db.AcrossGuilds<Delivery>().Where(row => row.State == DeliveryState.Waiting).MinAsync(row => (DateTimeOffset?)row.NextTryAt);
            if (next is not { } due || due > end)
            {
                world.Slice.Clock.SetUtcNow(end);
                return;
            }

            world.Slice.Clock.SetUtcNow(due);
            await world.SendDueAsync();
        }
    }

    private static async Task<List<Delivery>> RowsAsync(AnnouncementWorld world)
    {
        await using var db = world.Slice.Db();
        return await db.AcrossGuilds<Delivery>().AsNoTracking()
            .Where(row => row.Kind == Announcement.DeliveryKind).OrderBy(row => row.SubjectId).ThenBy(row => row.Occurrence).ToListAsync();
    }
}
