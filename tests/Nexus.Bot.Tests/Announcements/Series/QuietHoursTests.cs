using System.Globalization;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Tests.Support;
using NodaTime;

namespace Nexus.Bot.Tests.Announcements.Series;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("22:00", "07:00", "UTC", "2026-11-23T21:59:59Z", "2026-11-23T21:59:59Z")]
    [InlineData("22:00", "07:00", "UTC", "2026-11-23T22:00:00Z", "2026-11-24T07:00:00Z")] // their first minute is quiet
    [InlineData("22:00", "07:00", "UTC", "2026-11-24T06:59:59Z", "2026-11-24T07:00:00Z")] // after midnight too
    [InlineData("22:00", "07:00", "UTC", "2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z")] // their end is not
    [InlineData("12:00", "13:30", "UTC", "2026-11-23T12:10:00Z", "2026-11-23T13:30:00Z")] // within one day
    [InlineData("12:00", "13:30", "UTC", "2026-11-23T23:00:00Z", "2026-11-23T23:00:00Z")]
    [InlineData("22:00", "07:00", "Africa/Lagos", "2026-11-23T21:30:00Z", "2026-11-24T06:00:00Z")] // 22:30 there
    [InlineData("22:00", "07:00", "Europe/London", "2027-03-28T00:30:00Z", "2027-03-28T06:00:00Z")] // the clock goes forward: a short night
    [InlineData("22:00", "07:00", "Europe/London", "2027-10-31T00:30:00Z", "2027-10-31T07:00:00Z")] // and back: a long one
    [InlineData("22:00", "01:30", "Europe/London", "2027-03-28T00:59:00Z", "2027-03-28T01:30:00Z")] // 01:30 is skipped, so they end at 02:30
    [InlineData("22:00", "01:30", "Europe/London", "2027-10-31T00:20:00Z", "2027-10-31T00:30:00Z")] // 01:30 comes twice: they end at the first
    [InlineData("22:00", "01:30", "Europe/London", "2027-10-31T01:10:00Z", "2027-10-31T01:10:00Z")] // and do not begin again at the second 01:10
    public void What_is_due_in_quiet_hours_waits_for_their_end(string from, string until, string zone, string due, string expected)
    {
        var quiet = new QuietHours(Minute(from), Minute(until), DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal(Instant(expected), quiet.Wait(Instant(due)).ToUniversalTime());
    }

    [Fact]
    public async Task An_announcement_in_quiet_hours_waits_and_its_preview_says_so()
    {
        await using var world = await QuietAsync();

        var preview = await world.WriteAsync("today 23:00");
        Assert.Contains("🌙 Quiet hours are 22:00 to 07:00: it waits and goes out <t:1795503600:F>", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.PressAsync(preview, "Confirm");
        await world.PassAsync(TimeSpan.FromHours(14));
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromHours(8));

        Assert.Equal("## Demo day\nBring your API.\n-# Announced by <@201>", Assert.Single(world.Channel.Texts));
    }

    [Fact]
    public async Task A_repetition_waits_out_each_quiet_night_and_keeps_its_rhythm()
    {
        await using var world = await QuietAsync();
        var preview = await world.WriteAsync("every day at 23:00");
        Assert.Contains("what is due in them waits until 07:00.", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.PressAsync(preview, "Confirm");

        for (var hour = 0; hour < 72; hour++)
        {
            await world.PassAsync(TimeSpan.FromHours(1));
        }

        Assert.Equal(["2026-11-24T07:00", "2026-11-25T07:00", "2026-11-26T07:00"], await SeriesWorld.SentAsync(world, "UTC"));
    }

    [Fact]
    public async Task An_edit_in_the_night_does_not_lose_what_waits_for_the_morning()
    {
        await using var world = await QuietAsync();
        var scheduled = await world.ScheduleAsync("every day at 23:00");
        await world.PassAsync(TimeSpan.FromHours(16)); // 01:00

        await world.SubmitAsync(await world.PressAsync(scheduled, "Edit"), new { title = "Demo day", text = "New words.", when = "" });
        await world.PassAsync(TimeSpan.FromHours(6));

        Assert.StartsWith("## Demo day\nNew words.", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_due_in_a_pause_is_not_made_up_for_in_the_morning()
    {
        await using var world = await QuietAsync();
        await world.ScheduleAsync("every day at 23:00");
        await world.RunAsync("announce pause", new { which = "demo day" });
        world.Slice.Clock.Advance(TimeSpan.FromHours(16)); // 01:00

        Assert.StartsWith("▶️ **Demo day** goes on. Next: <t:1795590000:F>", ReplyText.Of(await world.RunAsync("announce resume", new { which = "demo day" })), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(7));
        Assert.Empty(world.Channel.Texts);
    }

    [Fact]
    public async Task Posting_now_in_quiet_hours_asks_first()
    {
        await using var world = await QuietAsync();
        world.Slice.Clock.Advance(TimeSpan.FromHours(14)); // 23:00

        var asked = await world.PressAsync(await world.DraftAsync(), "Post now");
        Assert.Equal(
            "🌙 Quiet hours are 22:00 to 07:00, and they end <t:1795503600:R>. Nothing is posted yet: is **Demo day** to go out now all the same?\n[Wait until 07:00] [Post now anyway]",
            ReplyText.Of(asked));
        await world.SendDueAsync();
        Assert.Empty(world.Channel.Texts);

        await world.PressAsync(asked, "Post now anyway");
        await world.SendDueAsync();
        Assert.Single(world.Channel.Texts);
        await world.PressAsync(asked, "Wait until 07:00");
        await world.PassAsync(TimeSpan.FromHours(9));
        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task Posting_now_in_quiet_hours_can_wait_for_the_morning()
    {
        await using var world = await QuietAsync();
        world.Slice.Clock.Advance(TimeSpan.FromHours(14));

        await world.PressAsync(await world.PressAsync(await world.DraftAsync(), "Post now"), "Wait until 07:00");
        await world.SendDueAsync();
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromHours(8));

        Assert.DoesNotContain("Late", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_planned_before_there_were_quiet_hours_keeps_them()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("today 23:00");
        await world.Slice.ConfigureAsync(configuration => (configuration.QuietFrom, configuration.QuietUntil) = (22 * 60, 7 * 60));

        await world.Slice.RunJobAsync<KeepQuietHoursJob>();
        await world.PassAsync(TimeSpan.FromHours(14));
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromHours(8));

        Assert.Single(world.Channel.Texts);
    }

    private static async Task<AnnouncementWorld> QuietAsync()
    {
        var world = await AnnouncementWorld.StartAsync();
        await world.Slice.ConfigureAsync(configuration => (configuration.QuietFrom, configuration.QuietUntil) = (22 * 60, 7 * 60));
        return world;
    }

    private static int Minute(string clock) => (int)TimeSpan.Parse(clock, CultureInfo.InvariantCulture).TotalMinutes;

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
