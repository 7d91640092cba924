using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Tips;
using Nexus.Bot.Hub;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Hub;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Tips;

public sealed class TipTests
{
    [Fact]
    public async Task Scheduling_says_where_when_and_which_is_the_first()
    {
        await using var world = await TipWorld.StartAsync("Africa/Lagos");

        var started = await world.ScheduleAsync("9am", "weekdays");

        Assert.True(started.IsPrivate);
        Assert.Equal(
            "✅ A tip from the hub goes to <#40> on weekdays at 09:00 (Africa/Lagos). The first one: <t:1795507200:F> (<t:1795507200:R>).\n"
            + "-# It pings nobody. `/tip show` shows today's; `/tip schedule` changes channel, time or days.\n[Stop these tips]",
            ReplyText.Of(started));
    }

    [Fact]
    public async Task One_tip_comes_each_day_at_its_time_and_no_page_twice_in_a_fortnight()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");

        await world.PassAsync(TimeSpan.FromHours(2.9));
        Assert.Empty(world.Posted);
        await world.PassUntilAsync(Day(24, 11, 59).AddDays(13));

        Assert.Equal(14, world.Posted.Count);
        Assert.Equal(14, world.Posted.Distinct().Count());
        Assert.All(world.Posted, headline => Assert.StartsWith("### 💡 Tip of the day: ", headline, StringComparison.Ordinal));
        Assert.All(world.Channel.Sent, message => Assert.Empty(message.AllowedMentions.Parse));
    }

    [Fact]
    public async Task Running_the_jobs_again_and_again_posts_nothing_twice()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");
        await world.PassAsync(TimeSpan.FromHours(3));

        for (var i = 0; i < 5; i++)
        {
            await world.RunJobsAsync();
        }

        Assert.Single(world.Posted);
        await using var db = world.Slice.Db();
        Assert.Equal(3, await db.In<Delivery>(Interactions.Guild).CountAsync()); // today's and the two to come
    }

    [Fact]
    public async Task A_lost_answer_repeats_the_same_tip_under_the_same_nonce()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");
        world.Channel.Fail(ChannelOnDiscord.AnswerLost);

        await world.PassAsync(TimeSpan.FromHours(3));
        await world.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(2, world.Channel.Requests);
        Assert.Single(world.Posted);
        await using var db = world.Slice.Db();
        Assert.Single(await db.In<TipUse>(Interactions.Guild).ToListAsync());
    }

    [Theory]
    [InlineData(9, "")]
    [InlineData(14, "-# It was meant for <t:1795435200:f>; I was away.")]
    public async Task One_that_is_late_comes_without_a_word_the_same_day_and_says_so_on_the_next(int hoursLate, string note)
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");

        await world.PassAsync(TimeSpan.FromHours(3 + hoursLate));

        var text = ReplyText.Of(Assert.Single(world.Channel.Sent).Components![0]);
        Assert.Equal(note.Length > 0, text.Contains("It was meant for", StringComparison.Ordinal));
        Assert.Contains(note, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_so_late_that_the_next_is_due_is_left_out()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");

        world.Slice.Clock.Advance(TimeSpan.FromDays(3.2));
        await world.RunJobsAsync();
        Assert.Empty(world.Posted);
        await world.PassUntilAsync(Day(27, 12, 0));

        Assert.Single(world.Posted);
    }

    [Fact]
    public async Task Nine_o_clock_stays_nine_o_clock_across_a_clock_change()
    {
        await using var world = await TipWorld.StartAsync("Europe/Stockholm");
        world.Slice.Clock.Advance(new DateTimeOffset(2027, 3, 26, 12, 0, 0, TimeSpan.Zero) - world.Slice.Clock.GetUtcNow());
        await world.ScheduleAsync("09:00");

        await world.PassUntilAsync(new DateTimeOffset(2027, 3, 29, 12, 0, 0, TimeSpan.Zero));

        await using var db = world.Slice.Db();
        var sent = await db.In<Delivery>(Interactions.Guild).Where(row => row.State == DeliveryState.Sent).OrderBy(row => row.DueAt).Select(row => row.DueAt).ToListAsync();
        Assert.Equal([8, 7, 7], sent.Select(due => due.UtcDateTime.Hour)); // summer time begins on Sunday the 28th
    }

    [Fact]
    public async Task Only_the_chosen_days_get_one()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00", "Wednesdays");

        await world.PassUntilAsync(Day(25, 11, 59));
        Assert.Empty(world.Posted);
        await world.PassUntilAsync(Day(25, 12, 0).AddDays(13));

        Assert.Equal(2, world.Posted.Count);
    }

    [Fact]
    public async Task Scheduling_again_moves_what_is_planned()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");
        await world.ScheduleAsync("18:00");

        await world.PassUntilAsync(Day(23, 17, 59));
        Assert.Empty(world.Posted);
        await world.PassUntilAsync(Day(23, 18, 0));

        Assert.Single(world.Posted);
    }

    [Fact]
    public async Task When_the_servers_zone_changes_the_planned_tip_follows()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");
        await world.Slice.ConfigureAsync(configuration => configuration.TimeZone = "America/New_York");
        await world.RunJobsAsync();

        await world.PassUntilAsync(Day(23, 16, 59));
        Assert.Empty(world.Posted);
        await world.PassUntilAsync(Day(23, 17, 0));

        Assert.Single(world.Posted);
    }

    [Fact]
    public async Task Stop_ends_them_and_one_press_starts_them_again_without_a_second_tip_that_day()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");
        await world.PassAsync(TimeSpan.FromHours(3));

        var stopped = await world.Slice.RunAsync(TestPerson.Mentor, "tip stop");
        Assert.Equal("The tip of the day has stopped.\n[Start them again]", ReplyText.Of(stopped));
        Assert.StartsWith("No tip of the day is planned here.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "tip stop")), StringComparison.Ordinal);
        await world.PassUntilAsync(Day(25, 11, 0));
        Assert.Single(world.Posted);
        await world.Slice.PressAsync(TestPerson.Mentor, stopped, "Start them again");
        await world.PassUntilAsync(Day(25, 23, 0));

        Assert.Equal(2, world.Posted.Count);
    }

    [Fact]
    public async Task Stopped_and_started_before_its_time_the_days_tip_still_comes_once()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");
        await world.Slice.RunAsync(TestPerson.Mentor, "tip stop");
        await world.ScheduleAsync("12:00");

        await world.PassUntilAsync(Day(23, 15, 0));

        Assert.Single(world.Posted);
    }

    [Theory]
    [InlineData(404, DiscordErrorCode.UnknownChannel, "⚠️ The tip of the day is paused: its channel no longer exists. A mentor can start it again with `/tip schedule`.")]
    [InlineData(403, DiscordErrorCode.MissingPermissions, "⚠️ The tip of the day is paused: I may not post in <#40>. Give Nexus there: View Channel, Send Messages. A mentor can start it again with `/tip schedule`.")]
    public async Task When_the_channel_is_gone_or_closed_it_pauses_and_tells_the_log_channel_once(int status, int code, string told)
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");
        world.Channel.Fail(ChannelOnDiscord.Refuses(status, code));

        await world.PassUntilAsync(Day(25, 13, 0));
        Assert.Equal(told, Assert.Single(world.Notes));
        Assert.Empty(world.Posted);

        await world.ScheduleAsync("14:00");
        await world.PassUntilAsync(Day(25, 15, 0));
        Assert.Single(world.Notes);
        Assert.Single(world.Posted);
    }

    [Fact]
    public async Task Everyone_can_read_todays_tip_and_it_is_the_one_that_is_posted()
    {
        await using var world = await TipWorld.StartAsync();
        await world.ScheduleAsync("12:00");

        var before = await world.Slice.RunAsync(TestPerson.Ada, "tip show");
        await world.PassAsync(TimeSpan.FromHours(3));
        var after = await world.Slice.RunAsync(TestPerson.Ada, "tip show");

        Assert.True(before.IsPrivate);
        Assert.Equal(Assert.Single(world.Posted), ReplyText.Of(before).Split('\n')[0]);
        Assert.Equal(ReplyText.Of(before), ReplyText.Of(after));
        Assert.Contains("[Open the page]", ReplyText.Of(after), StringComparison.Ordinal);
        Assert.DoesNotContain("[Stop these tips]", ReplyText.Of(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_plan_and_in_direct_messages_there_is_another_tip_each_day()
    {
        await using var world = await TipWorld.StartAsync();
        var shown = new List<string>();
        for (var day = 0; day < 4; day++)
        {
            shown.Add(ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "tip show")).Split('\n')[0]);
            shown.Add(ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "tip show", inDm: true)).Split('\n')[0]);
            world.Slice.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.InRange(shown.Distinct().Count(), 5, 8);
    }

    [Theory]
    [InlineData("soonish"), InlineData("25:00"), InlineData("in 2 hours"), InlineData("tomorrow 9:00"), InlineData("")]
    public async Task A_time_of_day_that_is_none_changes_nothing(string at)
    {
        await using var world = await TipWorld.StartAsync("Africa/Accra");

        var refused = ReplyText.Of(await world.ScheduleAsync(at));

        Assert.Equal($"I cannot read “{at}” as a time of day. Times that work: `9:00`, `18:30`, `9am`. They are read in Africa/Accra. Nothing was changed.", refused);
        await using var db = world.Slice.Db();
        Assert.Empty(await db.In<TipPlan>(Interactions.Guild).ToListAsync());
    }

    [Fact]
    public async Task While_a_time_is_typed_it_is_shown_how_it_is_read()
    {
        await using var world = await TipWorld.StartAsync("Africa/Lagos");

        var typed = Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "tip schedule", "at", "6:30 pm"));

        Assert.Equal(("18:30 (Africa/Lagos)", "18:30"), (typed.Name, typed.Value));
        Assert.Equal("09:00", Assert.Single(await world.Slice.SuggestAsync(TestPerson.Mentor, "tip schedule", "at", "9")).Value);
        Assert.Equal(4, (await world.Slice.SuggestAsync(TestPerson.Mentor, "tip schedule", "at", "")).Count);
    }

    [Fact]
    public void Every_tip_comes_once_before_one_comes_again_and_pages_take_turns()
    {
        var hub = ShippedHub.Index;
        var all = TipOfTheDay.In(hub).ToList();
        var used = new List<TipUse>();
        for (var day = 0; day < all.Count; day++)
        {
            used.Add(new TipUse { GuildId = Interactions.Guild, Occurrence = day, Tip = TipOfTheDay.Next(hub, 1, used)!.Key });
        }

        Assert.True(all.Count > 2 * hub.Pages.Count);
        Assert.Equal(all.Count, used.Select(use => use.Tip).Distinct().Count());
        Assert.Equal(hub.Pages.Count, used.Take(hub.Pages.Count).Select(use => use.Tip.Split('#')[0]).Distinct().Count());
        Assert.Equal(used[0].Tip, TipOfTheDay.Next(hub, 1, used)!.Key);
        Assert.NotEqual(used[0].Tip, TipOfTheDay.Next(hub, 2, [])!.Key);
    }

    [Fact]
    public void Every_tip_of_the_shipped_hub_is_whole()
    {
        foreach (var tip in TipOfTheDay.In(ShippedHub.Index))
        {
            var text = ReplyText.Of(TipViews.Posted(tip, null));
            Assert.InRange(text.Length, 60, PageCard.MostText);
            Assert.True(text.Split("```").Length % 2 == 1, $"{tip.Key} leaves a code block open.");
        }
    }

    [Fact]
    public void A_page_that_is_gone_is_not_chosen_again()
    {
        var hub = new HubIndex([.. ShippedHub.Files.Take(2)]);
        var pages = hub.Pages.Select(page => page.Slug).ToHashSet();

        Assert.Contains(TipOfTheDay.Next(hub, 1, [new TipUse { GuildId = Interactions.Guild, Occurrence = 1, Tip = "gone#1" }])!.Page.Slug, pages);
        Assert.Null(TipOfTheDay.Next(new HubIndex([]), 1, []));
    }

    private static DateTimeOffset Day(int day, int hour, int minute) => new(2026, 11, day, hour, minute, 0, TimeSpan.Zero);
}
