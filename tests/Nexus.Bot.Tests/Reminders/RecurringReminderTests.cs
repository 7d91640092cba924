using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Reminders;

public sealed class RecurringReminderTests
{
    [Fact]
    public async Task It_is_said_back_in_words_with_its_next_three_dates()
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.RemindAsync("every monday 9am");

        Assert.Equal(
            """
            ✅ I will remind you **every Monday at 09:00**:
            > Push the migrations
            Next: <t:1796029200:f> · <t:1796634000:f> · <t:1797238800:f>
            It comes in <#10> and mentions you.
            -# Read as Mon 30 Nov 2026, 09:00 in Europe/London
            [Edit] [Skip next] [Stop]
            """,
            ReplyText.Of(answer),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task It_comes_again_and_again_and_Done_is_for_one_time_only()
    {
        await using var world = await ReminderWorld.StartAsync();
        await world.RemindAsync("every day at 10:00");

        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Contains("-# 🔁 every day at 10:00", world.Channel.Texts[0], StringComparison.Ordinal);
        await world.PressArrivedAsync("Done");
        await world.PassAsync(TimeSpan.FromDays(1));
        await world.PressArrivedAsync("Snooze 10 min");
        await world.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(3, world.Channel.Texts.Count);
        await world.PassAsync(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(10));

        Assert.Equal(4, world.Channel.Texts.Count);
        await world.PassAsync(TimeSpan.FromDays(10));
        Assert.Equal(5, world.Channel.Texts.Count); // what was missed is one message
    }

    [Fact]
    public async Task Skip_next_leaves_one_day_out_however_often_it_is_pressed()
    {
        await using var world = await ReminderWorld.StartAsync();
        var confirmed = await world.RemindAsync("every day at 10:00");

        var skipped = await world.PressAsync(confirmed, "Skip next");
        Assert.StartsWith("✅ I will remind you **every day at 10:00**:", ReplyText.Of(skipped), StringComparison.Ordinal);
        Assert.Contains("⏭️ 23 Nov is left out.", ReplyText.Of(skipped), StringComparison.Ordinal);
        Assert.Contains("Next: <t:1795514400:f> · <t:1795600800:f>", ReplyText.Of(skipped), StringComparison.Ordinal);
        Assert.Equal(ReplyText.Of(skipped), ReplyText.Of(await world.PressAsync(confirmed, "Skip next")));
        Assert.DoesNotContain("is left out", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, "reminders.skip.v1:1/2026-12-24")), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(world.Channel.Texts);
        await world.PassAsync(TimeSpan.FromHours(23));
        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task A_skip_can_be_taken_back()
    {
        await using var world = await ReminderWorld.StartAsync();
        var skipped = await world.PressAsync(await world.RemindAsync("every day at 10:00"), "Skip next");

        var back = ReplyText.Of(await world.PressAsync(skipped, "Undo the skip"));
        Assert.Contains("Next: <t:1795428000:f>", back, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task The_last_time_of_a_series_is_not_skipped()
    {
        await using var world = await ReminderWorld.StartAsync();

        var answer = await world.PressAsync(await world.RemindAsync("every day at 10:00, 1 times"), "Skip next");

        Assert.StartsWith("After that no time would be left, so nothing was changed.", ReplyText.Of(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_ends_it_and_it_can_go_on_later()
    {
        await using var world = await ReminderWorld.StartAsync();
        var stopped = await world.PressAsync(await world.RemindAsync("every day at 10:00"), "Stop");
        Assert.Equal("Stopped: I will not remind you of this any more.\n> Push the migrations\n[Go on with it]", ReplyText.Of(stopped));

        await world.PassAsync(TimeSpan.FromDays(3));
        Assert.Empty(world.Channel.Texts);
        Assert.StartsWith("You have no reminders waiting.", await world.ListAsync(), StringComparison.Ordinal);
        Assert.Contains("Next: <t:1795687200:f>", ReplyText.Of(await world.PressAsync(stopped, "Go on with it")), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromHours(1));

        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task Edit_keeps_the_rule_when_the_time_is_left_as_it_is()
    {
        await using var world = await ReminderWorld.StartAsync();
        var form = await world.PressAsync(await world.RemindAsync("every day at 10:00"), "Edit");
        Assert.Contains("When: every day at 10:00:00, from 23 Nov 2026", ReplyText.Of(form), StringComparison.Ordinal);

        var same = ReplyText.Of(await world.SubmitAsync(form, new { when = "", what = "Stretch" }));
        Assert.StartsWith("✅ I will remind you **every day at 10:00**:\n> Stretch", same, StringComparison.Ordinal);
        var once = ReplyText.Of(await world.SubmitAsync(form, new { when = "in 3 hours", what = "Stretch" }));
        Assert.StartsWith("✅ I will remind you <t:1795435200:F>", once, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(3));

        Assert.Single(world.Channel.Texts);
    }

    [Fact]
    public async Task Nine_stays_nine_when_the_clocks_change()
    {
        await using var world = await ReminderWorld.StartAsync();
        world.Slice.Clock.SetUtcNow(DateTimeOffset.Parse("2027-03-22T10:00:00Z", System.Globalization.CultureInfo.InvariantCulture));

        var answer = ReplyText.Of(await world.RemindAsync("every Monday at 9:00"));

        // 29 March is the first Monday of summer time: 08:00 UTC.
        Assert.Contains($"Next: <t:{DateTimeOffset.Parse("2027-03-29T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeSeconds()}:f>", answer, StringComparison.Ordinal);
    }
}
