using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Pairing;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

public sealed class DrawingTests
{
    [Fact]
    public async Task A_mentor_looks_first_and_nobody_hears_of_it_before_the_draw()
    {
        await using var world = await StartAsync(5);
        await world.JoinAsync(1, 2, 3, 4, 5);
        var look = await world.LookAsync();

        Assert.Equal(
            "### 🔎 Round 1, if you draw it now\n**2 pairs, one of them three people** of 5 people. Nobody hears of it before **Draw**.\n✨ All of them meet somebody new.\n[Draw] [Back]",
            ReplyText.Of(look));
        await world.SettleAsync();
        Assert.Empty(await world.RoundsAsync());
        Assert.Empty(world.Threads);

        var drawn = (await world.Slice.FollowUpAsync(Mia, await world.Slice.PressAsync(Mia, look, "Draw")))!;
        Assert.Contains("🎲 Round 1 is drawn: 2 pairs, one of them three people. The threads open within the next minutes, and each pair is told there.", ReplyText.Of(drawn), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Equal([2, 3], world.Threads.Values.Select(people => people.Count).Order());
        Assert.Equal([1, 2, 3, 4, 5], (await world.PairsAsync(1)).SelectMany(pair => pair).Order());
        Assert.StartsWith("📝 <@201> started round 1 of pairs: 2 pairs, one of them three people\n", world.Texts(Log)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_on_Draw_draws_nothing_more()
    {
        await using var world = await StartAsync(4);
        await world.JoinAsync(1, 2, 3, 4);
        var look = await world.LookAsync();
        await world.Slice.FollowUpAsync(Mia, await world.Slice.PressAsync(Mia, look, "Draw"));

        Assert.Contains("\nRound 1 has been drawn already.\n", ReplyText.Of(await world.Slice.PressAsync(Mia, look, "Draw")), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Single(await world.RoundsAsync());
    }

    [Fact]
    public async Task Rounds_come_by_the_schedule_with_both_tracks_together()
    {
        await using var world = await StartAsync(6);
        await world.JoinAsync(1, 2, 3, 4, 5, 6);
        Assert.Contains("📅 **Next**: Rounds come every 2 weeks on Monday at 10:00; the next one <t:1795428000:F> (<t:1795428000:R>).", ReplyText.Of(await world.ScheduleAsync("every 2 weeks on Monday at 10:00")), StringComparison.Ordinal);
        Assert.Contains(world.Slice.Schedule.WakeUps, wake => wake.Job == typeof(RunRoundsJob) && wake.At == new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        await world.SettleAsync();
        Assert.Empty(await world.RoundsAsync());

        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.All(await world.PairsAsync(1), pair => Assert.Equal(1, (pair[0] + pair[1]) % 2));
        await world.PassAsync(TimeSpan.FromDays(13));
        Assert.Single(await world.RoundsAsync());
        await world.PassAsync(TimeSpan.FromDays(1));
        await world.PassAsync(TimeSpan.FromDays(14));
        Assert.Equal([1, 2, 3], (await world.RoundsAsync()).Select(round => round.Number));
        var all = new List<string>();
        for (var round = 1; round <= 3; round++)
        {
            all.AddRange((await world.PairsAsync(round)).Select(pair => string.Join('-', pair)));
        }

        Assert.Equal(9, all.Distinct().Count());
    }

    [Fact]
    public async Task Dates_that_passed_while_nothing_ran_are_one_round()
    {
        await using var world = await StartAsync(4);
        await world.JoinAsync(1, 2, 3, 4);
        await world.ScheduleAsync("every Monday at 10:00");
        await world.PassAsync(TimeSpan.FromDays(30));

        Assert.Single(await world.RoundsAsync());
        Assert.Contains("📅 **Next**: Rounds come every Monday at 10:00; the next one <t:1798452000:F>", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_few_is_told_to_mentors_once_and_tried_again()
    {
        await using var world = await StartAsync(3);
        await world.JoinAsync(1);
        await world.ScheduleAsync("every Monday at 10:00");
        await world.PassAsync(TimeSpan.FromDays(1));
        await world.PassAsync(TimeSpan.FromDays(14));
        Assert.StartsWith("📝 Nexus drew no round of pairs: only one person takes part. I try again <t:1796032800:F> (<t:1796032800:R>); this is said only once", Assert.Single(world.Texts(Log), text => text.Contains("drew no", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(await world.RoundsAsync());

        await world.JoinAsync(2);
        await world.PassAsync(TimeSpan.FromDays(7));
        Assert.Equal([[1, 2]], await world.PairsAsync(1));
    }

    [Fact]
    public async Task With_nobody_there_is_nothing_to_draw()
    {
        await using var world = await StartAsync(1);
        Assert.Equal("### 🔎 Round 1, if you draw it now\nIt would be nobody: nobody takes part. A call for people may help.\n[Back]", ReplyText.Of(await world.LookAsync()));
    }

    [Fact]
    public async Task When_too_few_are_left_between_the_look_and_the_draw_that_is_said()
    {
        await using var world = await StartAsync(2);
        await world.JoinAsync(1, 2);
        var look = await world.LookAsync();
        await world.RunAsync(Of(2), "pair leave");
        Assert.Contains("\nNobody could be paired: meanwhile too few take part. Nothing was drawn.\n", ReplyText.Of((await world.Slice.FollowUpAsync(Mia, await world.Slice.PressAsync(Mia, look, "Draw")))!), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Empty(await world.RoundsAsync());
    }

    [Fact]
    public async Task Who_skips_or_pauses_or_has_left_is_not_in_it_and_who_skipped_is_in_the_next()
    {
        await using var world = await StartAsync(7);
        await world.JoinAsync(1, 2, 3, 4, 5, 6, 7);
        await world.RunAsync(Of(1), "pair skip");
        await world.RunAsync(Of(2), "pair pause", new { until = "in 3 days" });
        world.Members.Remove(Of(3).Number);
        Assert.Contains("-# Not in it: 1 skip this one, 1 paused, 1 no longer on the server\n", ReplyText.Of(await world.LookAsync()), StringComparison.Ordinal);
        await world.DrawAsync();
        await world.SettleAsync();
        Assert.Equal([4, 5, 6, 7], (await world.PairsAsync(1)).SelectMany(pair => pair).Order());

        await world.PassAsync(TimeSpan.FromDays(14));
        await world.DrawAsync();
        Assert.Equal([1, 2, 4, 5, 6, 7], (await world.PairsAsync(2)).SelectMany(pair => pair).Order());
    }

    [Fact]
    public async Task Without_the_members_intent_each_is_looked_for_and_who_is_gone_is_not_in_it()
    {
        await using var world = await StartAsync(3);
        world.HasMembersIntent = false;
        await world.JoinAsync(1, 2, 3);
        world.Members.Remove(Of(2).Number);

        await world.DrawAsync();
        Assert.Equal([[1, 3]], await world.PairsAsync(1));
    }

    [Fact]
    public async Task Who_fits_nobody_is_told_alone_and_comes_first_in_the_next_round()
    {
        await using var world = await StartAsync(5);
        await world.AvoidAsync(5, 1, 2, 3, 4);
        world.Closed.Add(Of(5).Id);
        await world.JoinAsync(1, 2, 3, 4, 5);
        var look = await world.LookAsync();
        Assert.Contains("-# Nobody fits for them (which may come from a private wish); they come first next time: <@105>\n", ReplyText.Of(look), StringComparison.Ordinal);
        await world.DrawAsync();
        await world.SettleAsync();

        Assert.Equal([1, 2, 3, 4], (await world.PairsAsync(1)).SelectMany(pair => pair).Order());
        var told = Assert.Single(world.Posts, post => post.Channel == Elsewhere);
        Assert.Equal(
            "<@105>, 🎲 Round 1 has begun, and this time I found nobody for you. It says nothing about you: with other people it comes out differently. "
            + "When somebody joins late who fits, I put you together; otherwise you come first in the next round.", told.Text);
        Assert.Equal([Of(5).Id], told.Pings);
        Assert.Equal(["105"], (await world.RoundsAsync())[0].LeftOut);
        Assert.DoesNotContain(world.Posts, post => post.Channel != Log && post.Text.Contains("wish", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_who_avoid_all_are_no_round()
    {
        await using var world = await StartAsync(3);
        await world.AvoidAsync(1, 2, 3);
        await world.AvoidAsync(2, 3);
        await world.JoinAsync(1, 2, 3);
        Assert.StartsWith("### 🔎 Round 1, if you draw it now\nIt would be nobody: of the 3 who take part no two can be together, which may come from private wishes.", ReplyText.Of(await world.LookAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("every day at 9:00", "⚠️ Rounds come at least 3 days apart: two people need some days to find an hour. Nothing was changed.")]
    [InlineData("whenever", "⚠️ I cannot read “whenever” as a time. Nothing was changed. Times that work: `every Monday at 9:00`, `every 2 weeks on Monday at 9:00`, `every 4 weeks on Friday at 12:00`. They are read in UTC.")]
    public async Task Dates_that_make_no_rounds_change_nothing(string when, string said)
    {
        await using var world = await StartAsync(1);
        await world.ScheduleAsync("every Monday at 10:00");
        var reply = ReplyText.Of(await world.ScheduleAsync(when));
        Assert.Contains(said, reply, StringComparison.Ordinal);
        Assert.Contains("Rounds come every Monday at 10:00", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_examples_are_dates_that_work_and_one_date_is_one_round()
    {
        await using var world = await StartAsync(2);
        await world.JoinAsync(1, 2);
        foreach (var example in RoundMentorViews.Examples)
        {
            Assert.Contains("📅 That is saved.", ReplyText.Of(await world.ScheduleAsync(example)), StringComparison.Ordinal);
        }

        Assert.Contains("📅 **Next**: The next round comes <t:1795510800:F>", ReplyText.Of(await world.ScheduleAsync("tomorrow 9:00")), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(1));
        await world.PassAsync(TimeSpan.FromDays(30));
        Assert.Single(await world.RoundsAsync());
        Assert.Contains("📅 **Next**: none planned.", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_are_kept_in_the_form_paused_let_go_on_and_taken_away()
    {
        await using var world = await StartAsync(4);
        await world.JoinAsync(1, 2, 3, 4);
        var card = await world.ScheduleAsync("every Monday at 10:00");
        var form = await world.Slice.PressAsync(Mia, card, "Schedule…");
        Assert.Contains("every Mon at 10:00", System.Text.Json.JsonSerializer.Serialize(form.Modal!.Components.OfType<Nexus.Discord.Model.Label>().Select(label => ((Nexus.Discord.Model.TextInput)label.Component).Value)), StringComparison.Ordinal);

        var stopped = await world.Slice.PressAsync(Mia, card, "Pause all rounds");
        Assert.Contains("⏸️ **Next**: paused. What has begun goes on.", ReplyText.Of(stopped), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(8));
        Assert.Empty(await world.RoundsAsync());

        // What passed meanwhile is not made up for.
        Assert.Contains("the next one <t:1796637600:F>", ReplyText.Of(await world.Slice.PressAsync(Mia, stopped, "Go on")), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Empty(await world.RoundsAsync());
        Assert.Contains("📅 No rounds are planned any more; you can start one here.", ReplyText.Of(await world.ScheduleAsync("")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_in_the_quiet_hours_waits_for_their_end()
    {
        await using var world = await StartAsync(2);
        await world.Slice.ConfigureAsync(it => (it.QuietFrom, it.QuietUntil) = (22 * 60, 7 * 60));
        Assert.Contains("the next one <t:1796022000:F>", ReplyText.Of(await world.ScheduleAsync("every Sunday at 23:00")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_posted_only_where_a_mentor_asked_for_it_and_a_round_is_told_there_quietly()
    {
        await using var world = await StartAsync(4);
        var preview = await world.Slice.HandleAsync(Interactions.Select(Mia, CallChannelSelect.Spec.For(), Nexus.Discord.Model.ComponentType.ChannelSelect, Town.ToString()));
        Assert.StartsWith("This is posted in <#710>, and pings nobody.", ReplyText.Of(preview), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.Empty(world.Posts);

        var posted = await world.Slice.FollowUpAsync(Mia, await world.Slice.PressAsync(Mia, preview, "Post it"));
        Assert.Contains("📣 The call stands in <#710>; who presses its button takes part.", ReplyText.Of(posted!), StringComparison.Ordinal);
        await world.SettleAsync();
        var call = world.Last(Town, "Meet somebody new");
        Assert.Empty(call.Pings);
        for (var who = 1; who <= 4; who++)
        {
            var joined = await world.PressAsync(who, call, "Take part");
            Assert.True(joined is { IsPrivate: true, Kind: ReplyKind.Message });
        }

        await world.DrawAsync();
        await world.SettleAsync();
        var line = world.Last(Town, "Round 1");
        Assert.Equal("🎲 **Round 1** of pairs has begun: 2 pairs. Each has a private thread.\n[Take part too]", line.Text);
        Assert.True(line.IsQuiet);
    }

    [Fact]
    public async Task The_card_shows_who_takes_part_and_how_the_latest_round_goes()
    {
        await using var world = await StartAsync(4);
        Assert.StartsWith("### 🎲 Rounds of pairs\n🙋 **Taking part**: nobody yet. Nobody is in a round without having said so", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);
        await world.JoinAsync(1, 2, 3, 4);
        await world.DrawAsync();
        await world.RunAsync(Of(2), "pair skip");
        Assert.StartsWith(
            "### 🎲 Rounds of pairs\n🙋 **Taking part**: 3. <@101>, <@103>, <@104>\n-# Not in the next one: 1 skip the next one\n📅 **Next**: none planned. **Schedule…** takes words such as “every 2 weeks on Monday at 9:00”.\n"
            + "🎲 **Round 1**, <t:1795424400:R>: 2 pairs. Met: 0 · not yet: 0 · won't: 0 · nothing said: 2\n",
            await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Discord_does_not_answer_the_round_is_drawn_as_soon_as_it_does()
    {
        await using var world = await StartAsync(2);
        await world.JoinAsync(1, 2);
        var look = await world.LookAsync();
        world.IsDown = true;
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("⏳ Discord does not answer right now. The round is drawn as soon as it does.", ReplyText.Of((await world.Slice.FollowUpAsync(Mia, await world.Slice.PressAsync(Mia, look, "Draw")))!), StringComparison.Ordinal);
        Assert.StartsWith("⚠️ Discord does not answer", ReplyText.Of(await world.LookAsync()), StringComparison.Ordinal);
        world.IsDown = false;
        await world.Slice.RestartAsync();
        await world.SettleAsync();
        Assert.Equal([[1, 2]], await world.PairsAsync(1));
    }

    [Fact]
    public Task Of_two_who_draw_at_once_one_does_in_SQLite() => TwiceAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Of_two_who_draw_at_once_one_does_in_PostgreSQL() => TwiceAsync(DatabaseOptions.Postgres);

    [Fact]
    public async Task A_program_that_dies_at_any_step_has_drawn_one_round_with_one_thread_each()
    {
        await using var whole = await StartAsync(5);
        await whole.JoinAsync(1, 2, 3, 4, 5);
        await whole.ScheduleAsync("every Monday at 10:00");
        await whole.PassAsync(TimeSpan.FromHours(1));
        var (calls, posts) = (whole.Calls.Count, whole.Posts.Count);
        Assert.True(calls > 5, $"Only {calls} calls.");
        for (var at = 1; at <= calls; at++)
        {
            await using var world = await StartAsync(5);
            await world.JoinAsync(1, 2, 3, 4, 5);
            await world.ScheduleAsync("every Monday at 10:00");
            world.DiesAt = at;
            for (var hours = 0; hours < 3; hours++)
            {
                await world.PassAsync(TimeSpan.FromHours(1));
            }

            Assert.Single(await world.RoundsAsync());
            Assert.Equal([1, 2, 3, 4, 5], (await world.PairsAsync(1)).SelectMany(pair => pair).Order());
            Assert.Equal([2, 3], world.Threads.Values.Select(people => people.Count).Order());
            Assert.Equal(posts, world.Posts.Count);
        }
    }

    [Fact]
    public Task A_whole_round_goes_its_course_in_SQLite() => CourseAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task A_whole_round_goes_its_course_in_PostgreSQL() => CourseAsync(DatabaseOptions.Postgres);

    private static async Task CourseAsync(string provider)
    {
        await using var world = await StartAsync(7, provider);
        await world.JoinAsync(1, 2, 3, 4, 5);
        await world.ScheduleAsync("every 2 weeks on Monday at 10:00");
        await world.PassAsync(TimeSpan.FromHours(1));
        await world.WriteAsync(1, (await world.PairOfAsync(1, 1)).ThreadId!.Value);
        await world.JoinAsync(6, 7);
        await world.PassAsync(TimeSpan.FromHours(1));
        Assert.Contains([6, 7], await world.PairsAsync(1));
        Assert.Contains("• <@107> (Round 1, pair 3)", await world.RunAsync(Of(6), "pair show"), StringComparison.Ordinal);
        await world.RunAsync(Of(7), "pair skip");
        await world.PassAsync(TimeSpan.FromDays(7));
        await world.PassAsync(TimeSpan.FromDays(6));
        Assert.Equal(3, world.Posts.Count(post => post.Text.Contains("Half of round 1", StringComparison.Ordinal)));
        Assert.Equal(3, world.Posts.Count(post => post.Text.Contains("Did you meet?", StringComparison.Ordinal)));
        await world.PressAsync(1, world.Last((await world.PairOfAsync(1, 1)).ThreadId!.Value, "Did you meet?"), "We met");
        Assert.Contains("Met: 1 · not yet: 0 · won't: 0 · nothing said: 2", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal([1, 2, 3, 4, 5, 6], (await world.PairsAsync(2)).SelectMany(pair => pair).Order());
    }

    private static async Task TwiceAsync(string provider)
    {
        await using var world = await StartAsync(4, provider);
        await world.JoinAsync(1, 2, 3, 4);
        var look = await world.LookAsync();
        await world.Slice.PressAsync(Mia, look, "Draw");
        var drawer = world.Slice.Services.GetRequiredService<RoundDrawer>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => drawer.DrawAsync(Interactions.Guild, CancellationToken.None)));

        Assert.Single(await world.RoundsAsync());
        await using var db = world.Slice.Db();
        Assert.Equal(2, await db.In<Pair>(Interactions.Guild).CountAsync());
        Assert.Equal(4, await db.In<PairMember>(Interactions.Guild).CountAsync());
    }
}
