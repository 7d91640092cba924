using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Announcements.Series;

public sealed class SeriesTests
{
    [Theory]
    [InlineData("Europe/London", 4)]
    [InlineData("America/New_York", 4)]
    [InlineData("Africa/Casablanca", 5)]
    [InlineData("Africa/Lagos", 0)]
    public async Task Weekly_at_nine_arrives_at_nine_for_two_years_through_the_queue(string zone, int changes)
    {
        var expected = new List<DateTimeOffset>();
        for (var day = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Unspecified); day.Year < 2027; day = day.AddDays(7))
        {
            expected.Add(new DateTimeOffset(day, OffsetOf(zone, day)));
        }

        await using var world = await AnnouncementWorld.StartAsync(zone, at: new DateTimeOffset(2024, 12, 30, 15, 0, 0, TimeSpan.Zero));
        await world.ScheduleAsync("every Wednesday at 9am");
        await SeriesWorld.RunUntilAsync(world, new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(
            expected.Select(due => due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)),
            await SeriesWorld.SentAsync(world, "UTC"));
        Assert.Equal(expected.Count, world.Channel.Texts.Count);
        Assert.DoesNotContain(world.Channel.Texts, text => text.Contains("Late", StringComparison.Ordinal));
        Assert.Equal(changes, expected.Zip(expected.Skip(1)).Count(pair => pair.First.Offset != pair.Second.Offset));
    }

    [Fact]
    public async Task The_preview_says_the_rule_and_the_next_five_dates()
    {
        await using var world = await AnnouncementWorld.StartAsync("Africa/Lagos");

        var preview = ReplyText.Of(await world.WriteAsync("weekdays at 9, until 4 Dec"));

        Assert.Contains("🔁 Every weekday at 09:00, until 4 Dec 2026 (Africa/Lagos)\n", preview, StringComparison.Ordinal);
        Assert.Contains("Next: <t:1795507200:f> · <t:1795593600:f> · <t:1795680000:f> · <t:1795766400:f> · <t:1796025600:f> …", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_ends_says_so_and_ends()
    {
        await using var world = await AnnouncementWorld.StartAsync();

        var preview = await world.WriteAsync("every day at 10:00, 2 times");
        Assert.Contains("Next: <t:1795428000:f> · <t:1795514400:f>; then it ends.", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.PressAsync(preview, "Confirm");
        await SeriesWorld.RunUntilAsync(world, world.Slice.Clock.GetUtcNow().AddDays(9));

        Assert.Equal(2, world.Channel.Texts.Count);
        Assert.Equal(["0 Sent", "1 Sent"], await SeriesWorld.StatesAsync(world));
    }

    [Fact]
    public async Task What_was_missed_while_the_bot_was_down_is_one_late_message()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("every day at 10:00");

        await world.PassAsync(TimeSpan.FromHours((4 * 24) + 2)); // Friday 11:00

        Assert.Contains("Late by 1 h", Assert.Single(world.Channel.Texts), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(23));
        Assert.Equal(2, world.Channel.Texts.Count);
    }

    [Fact]
    public async Task A_skipped_date_is_left_out_and_Undo_brings_it_back()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("every day at 10:00");
        var which = Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "announce skip", "which", "dem"));
        Assert.Equal("Demo day · next Mon 23 Nov 2026, 10:00", which.Name);

        var skipped = await world.RunAsync("announce skip", new { which = which.Value, date = "25 Nov" });
        Assert.Equal("⏭️ **Demo day** leaves out **Wed 25 Nov 2026**. Next: <t:1795428000:F> (<t:1795428000:R>).\n[Undo]", ReplyText.Of(skipped));
        var next = await world.RunAsync("announce skip", new { which = which.Value });
        Assert.StartsWith("⏭️ **Demo day** leaves out **Mon 23 Nov 2026**. Next: <t:1795514400:F>", ReplyText.Of(next), StringComparison.Ordinal);
        Assert.Equal("✅ **Demo day** comes on **Mon 23 Nov 2026** again. Next: <t:1795428000:F> (<t:1795428000:R>).", ReplyText.Of(await world.PressAsync(next, "Undo")));
        Assert.StartsWith("**Mon 23 Nov 2026** of **Demo day** is not skipped (any more)", ReplyText.Of(await world.PressAsync(next, "Undo")), StringComparison.Ordinal);

        await SeriesWorld.RunUntilAsync(world, world.Slice.Clock.GetUtcNow().AddDays(4));
        Assert.Equal(["2026-11-23T10:00", "2026-11-24T10:00", "2026-11-26T10:00"], await SeriesWorld.SentAsync(world, "UTC"));
    }

    [Fact]
    public async Task A_date_on_which_it_does_not_come_is_answered_with_those_on_which_it_does()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("every Monday at 10:00");

        var refused = await world.RunAsync("announce skip", new { which = "demo day", date = "25 Nov" });
        Assert.Equal(
            "**Demo day** does not come on “25 Nov”. Nothing was changed. Press the date to leave out:\n[Mon 23 Nov 2026] [Mon 30 Nov 2026] [Mon 7 Dec 2026] [Mon 14 Dec 2026] [Mon 21 Dec 2026]",
            ReplyText.Of(refused));
        Assert.StartsWith("⏭️ **Demo day** leaves out **Mon 30 Nov 2026**.", ReplyText.Of(await world.PressAsync(refused, "Mon 30 Nov 2026")), StringComparison.Ordinal);
        Assert.StartsWith("**Mon 30 Nov 2026** is left out of **Demo day** already.", ReplyText.Of(await world.PressAsync(refused, "Mon 30 Nov 2026")), StringComparison.Ordinal);
        Assert.StartsWith("I am not sure which one “dem” is.", ReplyText.Of(await world.RunAsync("announce skip", new { which = "dem" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_planned_at_the_moment_of_a_pause_is_not_posted()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("every day at 10:00");
        await world.RunAsync("announce pause", new { which = "demo day" });
        await using (var db = world.Slice.Db())
        {
            var first = await db.AcrossGuilds<Delivery>().SingleAsync(row => row.Kind == Announcement.DeliveryKind);
            db.Add(first.PlanLater(new Occurrence(1, world.Slice.Clock.GetUtcNow().AddHours(2))));
            await db.SaveChangesAsync();
        }

        await world.PassAsync(TimeSpan.FromHours(3));

        Assert.Empty(world.Channel.Texts);
        Assert.Equal(["0 Cancelled", "1 Cancelled"], await SeriesWorld.StatesAsync(world));
    }

    [Fact]
    public async Task An_old_Confirm_brings_back_nothing_that_was_cancelled_or_paused()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = await world.WriteAsync("every day at 10:00");
        await world.PressAsync(preview, "Confirm");

        await world.RunAsync("announce pause", new { which = "demo day" });
        Assert.StartsWith("**Demo day** is paused already.", ReplyText.Of(await world.PressAsync(preview, "Confirm")), StringComparison.Ordinal);
        await world.RunAsync("announce resume", new { which = "demo day" });
        await world.RunAsync("announce cancel", new { which = "1" });
        Assert.StartsWith("Cancelled: **Demo day** will not be posted.", ReplyText.Of(await world.PressAsync(preview, "Confirm")), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(2));

        Assert.Empty(world.Channel.Texts);
    }

    [Fact]
    public async Task A_draft_has_no_dates_to_skip_and_is_not_planned_by_trying()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var preview = ReplyText.Of(await world.WriteAsync("every day at 10:00"));
        Assert.DoesNotContain("[Skip", preview, StringComparison.Ordinal);
        Assert.DoesNotContain("[Pause]", preview, StringComparison.Ordinal);

        Assert.StartsWith("That announcement no longer exists.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, "announcements.skip.v1:1/2026-11-24")), StringComparison.Ordinal);
        Assert.Empty(await SeriesWorld.StatesAsync(world));
    }

    [Fact]
    public async Task One_that_is_posted_once_has_nothing_to_skip_or_pause()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("tomorrow 9:00");

        Assert.StartsWith("**Demo day** is posted only once.", ReplyText.Of(await world.RunAsync("announce skip", new { which = "demo day" })), StringComparison.Ordinal);
        Assert.StartsWith("**Demo day** is posted only once,", ReplyText.Of(await world.RunAsync("announce pause", new { which = "demo day" })), StringComparison.Ordinal);
        Assert.StartsWith("**Demo day** is not paused.", ReplyText.Of(await world.RunAsync("announce resume", new { which = "demo day" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paused_it_is_silent_and_resumed_it_goes_on_without_making_up_for_anything()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("every day at 10:00");
        await world.PassAsync(TimeSpan.FromHours(1));

        var paused = await world.RunAsync("announce pause", new { which = "demo day" });
        Assert.StartsWith("⏸️ **Demo day** is paused.", ReplyText.Of(paused), StringComparison.Ordinal);
        Assert.StartsWith("**Demo day** is paused already.", ReplyText.Of(await world.RunAsync("announce pause", new { which = "demo day" })), StringComparison.Ordinal);
        Assert.Contains("⏸️ **Demo day** · <#40> · paused <t:1795428000:R> · 🔁 every day at 10:00", await world.ListAsync(), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(3));
        Assert.Single(world.Channel.Texts);

        var resumed = ReplyText.Of(await world.PressAsync(paused, "Resume"));
        Assert.Equal("▶️ **Demo day** goes on. Next: <t:1795773600:F> (<t:1795773600:R>).", resumed);
        await world.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(2, world.Channel.Texts.Count);
        Assert.DoesNotContain(world.Channel.Texts, text => text.Contains("Late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Editing_the_rule_moves_what_comes_and_leaves_what_was()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var scheduled = await world.ScheduleAsync("every day at 10:00");
        await world.PassAsync(TimeSpan.FromHours(1));

        await world.SubmitAsync(await world.PressAsync(scheduled, "Edit"), new { title = "Demo day", text = "Later now.", when = "every day at 18:00, from tomorrow" });
        await SeriesWorld.RunUntilAsync(world, world.Slice.Clock.GetUtcNow().AddDays(2));

        Assert.Equal(["2026-11-23T10:00", "2026-11-24T18:00"], (await SeriesWorld.SentAsync(world, "UTC")).Take(2));
    }

    [Fact]
    public async Task Cancelled_a_series_ends_and_Undo_lets_it_go_on()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        var scheduled = await world.ScheduleAsync("every day at 10:00");
        await world.PassAsync(TimeSpan.FromHours(1));

        var cancelled = await world.PressAsync(scheduled, "Cancel it");
        await world.PassAsync(TimeSpan.FromDays(2));
        Assert.Single(world.Channel.Texts);
        await world.PressAsync(cancelled, "Undo");
        await world.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(2, world.Channel.Texts.Count);
        Assert.Equal(["0 Sent", "1 Cancelled", "2 Sent", "3 Waiting"], await SeriesWorld.StatesAsync(world));
    }

    [Fact]
    public async Task A_failed_date_is_listed_with_Retry_and_the_series_goes_on()
    {
        await using var world = await AnnouncementWorld.StartAsync();
        await world.ScheduleAsync("every day at 10:00");
        world.Channel.Fail(ChannelOnDiscord.Refuses(400, 50035));
        await world.PassAsync(TimeSpan.FromHours(1));
        await world.PassAsync(TimeSpan.FromDays(1));
        Assert.Single(world.Channel.Texts);

        var failed = await world.RunAsync("announce list", new { show = "failed" });
        Assert.Contains("⚠️ **Demo day** · not posted in <#40>, due <t:1795428000:f>: Discord refused it (code 50035).", ReplyText.Of(failed), StringComparison.Ordinal);
        await world.PressAsync(failed, "Retry Demo day");
        await world.SendDueAsync();

        Assert.Equal(["0 Sent", "1 Sent", "2 Waiting"], await SeriesWorld.StatesAsync(world));
        Assert.Equal("Everything has arrived: nothing failed.", ReplyText.Of(await world.RunAsync("announce list", new { show = "failed" })));
    }

    // From TimeZoneInfo, which shares no code with the library that computes recurrences. Morocco is written out: it goes back to UTC
    // around Ramadan, and for good on 20 September 2026, which systems may not know yet.
    private static TimeSpan OffsetOf(string zone, DateTime local) => zone != "Africa/Casablanca"
        ? TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(local)
        : DateOnly.FromDateTime(local) is var day
            && ((day >= new DateOnly(2025, 2, 23) && day < new DateOnly(2025, 4, 6))
                || (day >= new DateOnly(2026, 2, 15) && day < new DateOnly(2026, 3, 22))
                || day >= new DateOnly(2026, 9, 20))
            ? TimeSpan.Zero
            : TimeSpan.FromHours(1);
}
