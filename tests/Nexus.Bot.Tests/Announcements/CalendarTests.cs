using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Bot.Features.Announcements.Calendar;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using NodaTime;

namespace Nexus.Bot.Tests.Announcements;

public sealed class CalendarTests
{
    private static readonly DateTimeOffset s_now = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_coming_in_channels_one_can_read_is_in_the_file()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Channels(world);
        await world.ScheduleAsync("in 2 hours", "Retro; bring, a plate");
        await world.ScheduleAsync("in 1 hour", "Demo day");
        await ChangeAsync(world, "Demo day", announcement => announcement.Event = new AnnouncedEvent
        {
            StartsAt = new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero),
            Minutes = 90,
            Place = "Voice lounge",
        });
        await world.ScheduleAsync("in 3 hours", "Mentors only");
        await ChangeAsync(world, "Mentors only", announcement => announcement.PingRoleId = null, channel: 41);
        await world.WriteAsync("in 4 hours", "A draft");

        var reply = await AskAsync(world);

        Assert.Equal(
            """
            📅 **2 entries** for your calendar: download the file and open it.
            - Retro; bring, a plate · <t:1795431600:f>
            - Demo day · <t:1795536000:f>
            -# It shows how things stand now. Get it again when something changes: known entries are updated, not doubled.
            """, ReplyText.Of(reply));
        var file = Assert.Single(reply.Files!);
        Assert.Equal("calendar.ics", file.FileName);
        var events = Read(file.Content.ToArray()).Events.OrderBy(it => it.DtStart!.Value).ToList();
        Assert.Equal(["Retro; bring, a plate", "Demo day"], events.Select(it => it.Summary!));
        Assert.Equal(new DateTime(2026, 11, 23, 11, 0, 0), events[0].DtStart!.AsUtc);
        Assert.Equal(new DateTime(2026, 11, 24, 17, 30, 0), events[1].DtStart!.AsUtc.AddMinutes(90));
        Assert.Equal("Voice lounge", events[1].Location);
        Assert.Equal(TimeSpan.FromMinutes(90), events[1].EffectiveDuration.ToTimeSpanUnspecified());
    }

    [Fact]
    public async Task An_announced_event_stays_after_its_announcement_was_posted_until_it_has_begun()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        Channels(world);
        await world.ScheduleAsync("in 1 minute");
        await ChangeAsync(world, "Demo day", announcement => announcement.Event = new AnnouncedEvent { StartsAt = world.Slice.Clock.GetUtcNow().AddHours(2), Minutes = 60, Place = "Hall" });
        await world.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("**1 entry**", ReplyText.Of(await AskAsync(world)), StringComparison.Ordinal);
        world.Slice.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("📅 Nothing is coming up that you can see here, so there is no file yet.", ReplyText.Of(await AskAsync(world)));
    }

    [Theory]
    [InlineData("Europe/London", "2026-10-19T08:00Z 2026-11-02T09:00Z 2026-11-09T09:00Z 2026-11-16T09:00Z 2026-11-23T09:00Z")]
    [InlineData("America/New_York", "2026-10-19T13:00Z 2026-11-02T14:00Z 2026-11-09T14:00Z 2026-11-16T14:00Z 2026-11-23T14:00Z")]
    [InlineData("Africa/Lagos", "2026-10-19T08:00Z 2026-11-02T08:00Z 2026-11-09T08:00Z 2026-11-16T08:00Z 2026-11-23T08:00Z")]
    [InlineData("UTC", "2026-10-19T09:00Z 2026-11-02T09:00Z 2026-11-09T09:00Z 2026-11-16T09:00Z 2026-11-23T09:00Z")]
    public void A_series_keeps_its_wall_time_its_skipped_date_and_its_end(string zone, string expected)
    {
        var series = new Recurrence("FREQ=WEEKLY;BYDAY=MO;UNTIL=20261123T090000", new LocalDateTime(2026, 10, 19, 9, 0), zone).Without(new LocalDate(2026, 10, 26));

        var file = CalendarFile.Of(Interactions.Guild, "Cohort", [new CalendarEntry("announcement-1", "Stand-up", s_now) { Repeats = series }], s_now);

        var read = Assert.Single(Read(file).Events);
        Assert.Equal(expected.Split(' '), read.GetOccurrences().Take(10).Select(it => it.Period.StartTime.AsUtc.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)));
        Assert.Equal(expected.Split(' '), series.Next(Instant.FromDateTimeOffset(s_now), 10).Select(it => it.ToDateTimeUtc().ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)));
        Assert.Matches("UNTIL=20261123T[0-9]{4}00Z", Unfolded(file));
        Assert.Equal(zone != "UTC", Unfolded(file).Contains($"BEGIN:VTIMEZONE\r\nTZID:{zone}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Africa/Lagos")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Gaza")]
    public void The_clock_changes_in_the_file_give_every_hour_of_nine_years_its_offset(string zone)
    {
        var series = new Recurrence("FREQ=DAILY", new LocalDateTime(2026, 1, 1, 9, 0), zone);
        var rules = Assert.Single(Read(CalendarFile.Of(Interactions.Guild, "Cohort", [new CalendarEntry("announcement-1", "Stand-up", s_now) { Repeats = series }], s_now)).TimeZones)
            .TimeZoneInfos.OrderBy(part => part.Start!.Value).ToList();

        // As RFC 5545 says: the change that happened last decides.
        for (var local = series.Start; local.Year < 2035; local = local.PlusHours(7))
        {
            var mapping = DateTimeZoneProviders.Tzdb[zone].MapLocal(local);
            if (mapping.Count == 1)
            {
                var part = rules.Last(part => LocalDateTime.FromDateTime(part.Start!.Value) <= local);
                Assert.Equal(mapping.Single().Offset.ToTimeSpan(), part.OffsetTo!.Offset);
            }
        }
    }

    [Fact]
    public void A_series_in_a_zone_that_calendars_do_not_know_is_listed_time_by_time()
    {
        var series = new Recurrence("FREQ=WEEKLY;BYDAY=MO", new LocalDateTime(2026, 10, 5, 9, 0), "UTC+05:30");

        var events = Read(CalendarFile.Of(Interactions.Guild, "Cohort", [new CalendarEntry("announcement-1", "Stand-up", s_now) { Repeats = series }], s_now)).Events.ToList();

        Assert.Equal(20, events.Count);
        Assert.Equal(new DateTime(2026, 10, 5, 3, 30, 0), events[0]!.DtStart!.AsUtc);
        Assert.Equal(20, events.Select(it => it.Uid).Distinct().Count());
    }

    [Fact]
    public void Long_and_awkward_text_survives_and_the_same_thing_has_the_same_id_each_time()
    {
        var title = string.Concat(Enumerable.Repeat("Ünïcode 🎉, semi;colon \\ \"quote\" ", 10));
        var entry = new CalendarEntry("deadline-7", title, s_now) { Details = "one\ntwo: three" };

        var (first, later) = (CalendarFile.Of(Interactions.Guild, "Cohort", [entry], s_now), CalendarFile.Of(Interactions.Guild, "Cohort", [entry], s_now.AddHours(1)));

        var read = Assert.Single(Read(first).Events);
        Assert.Equal(title, read.Summary);
        Assert.Equal("one\ntwo: three", read.Description);
        Assert.Equal("deadline-7-1@nexus", read.Uid);
        var again = Assert.Single(Read(later).Events);
        Assert.Equal(read.Uid, again.Uid);
        Assert.True(again.Sequence > read.Sequence);
        Assert.All(Encoding.UTF8.GetString(first).Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    private static async Task<Reply> AskAsync(AnnouncementWorld world) =>
        (await world.Slice.FollowUpAsync(TestPerson.Ada, await world.Slice.RunAsync(TestPerson.Ada, "announce calendar")))!;

    private static Ical.Net.Calendar Read(byte[] file) => Ical.Net.Calendar.Load(Encoding.UTF8.GetString(file))!;

    private static string Unfolded(byte[] file) => Encoding.UTF8.GetString(file).Replace("\r\n ", "", StringComparison.Ordinal);

    /// <summary>Everyone reads #40, mentors alone #41.</summary>
    private static void Channels(AnnouncementWorld world)
    {
        world.Slice.Discord
            .Setup(discord => discord.GetGuildAsync(Interactions.Guild, It.IsAny<bool>(), It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new Guild { Id = Interactions.Guild, Name = "Cohort", Roles = [new Role { Id = Interactions.Guild, Permissions = Permissions.ViewChannel }] });
        world.Slice.Discord
            .Setup(discord => discord.GetGuildChannelsAsync(Interactions.Guild, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(
            [
                new Channel { Id = AnnouncementWorld.Board },
                new Channel { Id = new Snowflake(41), PermissionOverwrites = [new PermissionOverwrite { Id = Interactions.Guild, Deny = Permissions.ViewChannel }] },
            ]);
    }

    private static async Task ChangeAsync(AnnouncementWorld world, string title, Action<Announcement> change, ulong? channel = null)
    {
        await using var db = world.Slice.Db();
        var announcement = await db.In<Announcement>(Interactions.Guild).SingleAsync(it => it.Title == title);
        change(announcement);
        await db.SaveChangesAsync();
        if (channel is { } other)
        {
            var to = new Snowflake(other);
            await db.In<Announcement>(Interactions.Guild).Where(it => it.Id == announcement.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.ChannelId, to));
        }
    }
}
