using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Pairing;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

/// <summary>What happens between one draw and the next.</summary>
public sealed class RoundCourseTests
{
    [Fact]
    public async Task Halfway_only_the_pairs_that_have_not_met_are_reminded_once_and_quietly()
    {
        await using var world = await DrawnAsync(4);
        var (met, other) = ((await world.PairOfAsync(1, 1)).ThreadId!.Value, (await world.PairsAsync(1))[1][0]);
        await world.Slice.PressAsync(Of(1), MetButton.For(await world.PairOfAsync(1, 1), Met.Yes));
        await world.PassAsync(TimeSpan.FromDays(6.9));
        Assert.DoesNotContain(world.Posts, post => post.Text.Contains("Half of round", StringComparison.Ordinal));
        await world.PassAsync(TimeSpan.FromDays(0.2));
        await world.PassAsync(TimeSpan.FromDays(1));

        var nudge = Assert.Single(world.Posts, post => post.Text.Contains("Half of round", StringComparison.Ordinal));
        Assert.Equal((await world.PairOfAsync(1, other)).ThreadId, nudge.Channel);
        Assert.NotEqual(met, nudge.Channel);
        Assert.True(nudge.IsQuiet);
        Assert.Equal(
            "⏳ **Half of round 1 is over.** If you have not met yet: half an hour is enough to show each other what you build.\nYou all have time here, by each one's own clock:\n"
            + "• <t:1796148000:F> to <t:1796158800:t>\n• <t:1796234400:F> to <t:1796245200:t>\n• <t:1796320800:F> to <t:1796331600:t>\n[We met] [Not yet] [We won't]",
            nudge.Text);
    }

    [Fact]
    public async Task At_the_end_all_are_asked_and_each_answer_is_private_while_mentors_see_how_many()
    {
        await using var world = await DrawnAsync(6);
        await world.PassAsync(TimeSpan.FromDays(13.1));
        var pairs = await world.PairsAsync(1);
        var asked = world.Posts.Where(post => post.Text.StartsWith("🎲 **Did you meet?** Round 1 comes to its end.", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, asked.Select(post => post.Channel).Distinct().Count());
        Assert.Equal(3, asked.Count);

        var first = await AskedAsync(world, pairs[0][0]);
        var yes = await world.PressAsync(pairs[0][0], first, "We met");
        Assert.StartsWith("🎉 Good to hear! You can go on together", ReplyText.Of(yes), StringComparison.Ordinal);
        Assert.True(yes.IsPrivate);
        await world.PressAsync(pairs[0][1], first, "Not yet");
        var wont = await world.PressAsync(pairs[1][1], await AskedAsync(world, pairs[1][1]), "We won't");
        Assert.Equal("🍃 That is all right, and nobody is told. In the next round I look for somebody else.\n[Ask a mentor for help]", ReplyText.Of(wont));
        Assert.Equal("This is for the people of this pair to answer.", ReplyText.Of(await world.PressAsync(pairs[2][0], first, "We met")));
        Assert.Contains("Met: 1 · not yet: 0 · won't: 1 · nothing said: 1", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);

        var helped = await world.Slice.PressAsync(Of(pairs[1][1]), wont, "Ask a mentor for help");
        Assert.StartsWith("🧑‍🏫 Mentors see that you would like help with your pair", ReplyText.Of(helped), StringComparison.Ordinal);
        Assert.Contains($"🧑‍🏫 **Would like a mentor's help**: <@{100 + pairs[1][1]}>", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.StartsWith($"📝 <@{100 + pairs[1][1]}> would like a mentor's help with their pair of round 1", world.Texts(Log)[^1], StringComparison.Ordinal);
        await world.Slice.PressAsync(Of(pairs[1][1]), helped, "Take it back");
        Assert.DoesNotContain("mentor's help", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);

        // An answer can change.
        await world.PressAsync(pairs[1][1], await AskedAsync(world, pairs[1][1]), "We met");
        Assert.Contains("Met: 2 · not yet: 0 · won't: 0 · nothing said: 1", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_a_mentor_draws_early_asks_the_one_before_first()
    {
        await using var world = await DrawnAsync(4);
        await world.PassAsync(TimeSpan.FromDays(2));
        Assert.Contains(
            "\nRound 1 began <t:1795424400:R> and goes on until <t:1796634000:F> (<t:1796634000:R>). If you draw now, its people are asked at once whether they met.\n",
            ReplyText.Of(await world.LookAsync()), StringComparison.Ordinal);
        await world.DrawAsync();
        await world.SettleAsync();

        Assert.Equal(2, world.Posts.Count(post => post.Text.Contains("**Did you meet?** Round 1", StringComparison.Ordinal)));
        await world.PassAsync(TimeSpan.FromDays(12));
        Assert.Equal(2, world.Posts.Count(post => post.Text.Contains("**Did you meet?** Round 1", StringComparison.Ordinal)));
        Assert.DoesNotContain(world.Posts, post => post.Text.Contains("Half of round 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_threads_of_the_round_before_the_last_are_archived_and_stay_readable()
    {
        await using var world = await DrawnAsync(6);
        var first = world.Threads.Keys.ToHashSet();
        world.Archived.Add(first.First()); // by Discord
        await world.DrawAsync();
        await world.SettleAsync();
        Assert.Single(world.Archived);
        await world.DrawAsync();
        await world.SettleAsync();

        Assert.Equal(first, world.Archived);
        await using var db = world.Slice.Db();
        Assert.Equal(3, await db.In<Pair>(Interactions.Guild).CountAsync(pair => pair.Status == PairStatus.Ended && pair.IsPutAway && pair.PlaceAt == null));
        Assert.Equal(6, await db.In<Pair>(Interactions.Guild).CountAsync(pair => pair.Status == PairStatus.Active));
    }

    [Fact]
    public async Task Skip_under_the_check_in_is_answered_privately()
    {
        await using var world = await DrawnAsync(2);
        await world.PassAsync(TimeSpan.FromDays(13.1));
        var skipped = await world.PressAsync(1, await AskedAsync(world, 1), "Skip the next round");
        Assert.True(skipped is { IsPrivate: true, Kind: ReplyKind.Message });
        Assert.StartsWith("⏭️ The next round goes without you", ReplyText.Of(skipped), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_late_waits_an_hour_and_becomes_the_third_of_a_pair_that_has_not_met()
    {
        await using var world = await DrawnAsync(4);
        var pairs = await world.PairsAsync(1);
        await world.Slice.PressAsync(Of(pairs[0][0]), MetButton.For(await world.PairOfAsync(1, pairs[0][0]), Met.Yes));
        await world.ComeAsync(5);
        Assert.StartsWith("🎲 You take part in rounds of pairs. Round 1 is running already: within the hour I look for somebody for you.\n", await world.RunAsync(Of(5), "pair join"), StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromMinutes(50));
        Assert.Equal(pairs, await world.PairsAsync(1));
        await world.PassAsync(TimeSpan.FromMinutes(11));

        Assert.Equal([pairs[0], [.. pairs[1], 5]], await world.PairsAsync(1));
        var thread = (await world.PairOfAsync(1, 5)).ThreadId!.Value;
        Assert.Contains(Of(5).Id, world.Threads[thread]);
        var told = world.Last(thread, "joins you");
        Assert.Equal("👋 <@105> joins you for this round: they came when it had begun, and now you are three. Say hello, and find an hour that suits all of you.", told.Text);
        Assert.Equal([Of(5).Id], told.Pings);
        await world.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(5, (await world.PairsAsync(1)).SelectMany(pair => pair).Count());
    }

    [Fact]
    public async Task Two_who_come_late_are_a_pair_at_once()
    {
        await using var world = await DrawnAsync(4);
        await world.ComeAsync(5, 6);
        await world.JoinAsync(5, 6);
        await world.SettleAsync();

        Assert.Contains([5, 6], await world.PairsAsync(1));
        Assert.Equal(3, world.Threads.Count);
    }

    [Fact]
    public async Task Who_comes_in_the_second_half_waits_for_the_next_round()
    {
        await using var world = await DrawnAsync(4);
        await world.PassAsync(TimeSpan.FromDays(8));
        await world.ComeAsync(5, 6);
        await world.JoinAsync(5, 6);
        await world.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(4, (await world.PairsAsync(1)).SelectMany(pair => pair).Count());
    }

    [Fact]
    public async Task A_late_one_whom_nobody_can_take_is_told_once_and_comes_first_next_time()
    {
        await using var world = await DrawnAsync(2);
        await world.ComeAsync(3);
        await world.AvoidAsync(3, 1, 2);
        await world.JoinAsync(3);
        await world.PassAsync(TimeSpan.FromHours(1.1));
        await world.JoinAsync(3);
        await world.PassAsync(TimeSpan.FromHours(1.1));

        Assert.Single(world.Texts(Dm(3)), text => text.StartsWith("🎲 Round 1 has begun, and this time I found nobody for you.", StringComparison.Ordinal));
        Assert.Equal(["103"], (await world.RoundsAsync())[0].LeftOut);
    }

    [Fact]
    public async Task Whom_nobody_fitted_is_with_somebody_who_comes_late()
    {
        await using var world = await StartAsync(5);
        await world.AvoidAsync(5, 1, 2, 3, 4);
        await world.JoinAsync(1, 2, 3, 4, 5);
        await world.DrawAsync();
        await world.SettleAsync();
        await world.ComeAsync(6);
        await world.JoinAsync(6);
        await world.PassAsync(TimeSpan.FromMinutes(61));

        Assert.Contains([5, 6], await world.PairsAsync(1));
        Assert.Empty((await world.RoundsAsync())[0].LeftOut);
    }

    [Fact]
    public async Task Several_that_run_at_once_place_and_ask_everybody_once()
    {
        await using var world = await DrawnAsync(4);
        await world.ComeAsync(5);
        await world.JoinAsync(5);
        foreach (var days in new[] { 0.1, 7, 6 })
        {
            world.Slice.Clock.Advance(TimeSpan.FromDays(days));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Slice.RunJobAsync<RunRoundsJob>()));
            await world.SettleAsync();
        }

        Assert.Equal([1, 2, 3, 4, 5], (await world.PairsAsync(1)).SelectMany(pair => pair).Order());
        Assert.Equal(2, world.Posts.Count(post => post.Text.Contains("Half of round 1", StringComparison.Ordinal)));
        Assert.Equal(2, world.Posts.Count(post => post.Text.Contains("Did you meet?", StringComparison.Ordinal)));
        Assert.Single(world.Posts, post => post.Text.Contains("joins you for this round", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_three_rounds_without_a_word_I_pause_them_and_one_press_brings_them_back()
    {
        await using var world = await StartAsync(6);
        await world.JoinAsync(1, 2, 3, 4, 5, 6);
        await world.ScheduleAsync("every Monday at 10:00");
        await world.PassAsync(TimeSpan.FromHours(1));
        for (var round = 1; round <= 3; round++)
        {
            // All but 5 and 6 say something: some press, some write.
            for (var who = 1; who <= 4; who++)
            {
                var pair = await world.PairOfAsync(round, who);
                await (who % 2 == 0 ? world.WriteAsync(who, pair.ThreadId!.Value) : world.Slice.PressAsync(Of(who), MetButton.For(pair, Met.NotYet)));
            }

            // 6 writes in the first round only.
            await (round == 1 ? world.WriteAsync(6, (await world.PairOfAsync(1, 6)).ThreadId!.Value) : Task.CompletedTask);
            await world.PassAsync(TimeSpan.FromDays(6));
            await world.PassAsync(TimeSpan.FromDays(1));
        }

        Assert.Equal([1, 2, 3, 4, 6], (await world.PairsAsync(4)).SelectMany(pair => pair).Order());
        var told = Assert.Single(world.Posts, post => post.Channel == Dm(5));
        Assert.Equal(
            "💤 I had not heard from you in your last 3 rounds of pairs, so I put you in no more for now: a partner would have waited for you. That is all right, and nobody is told. "
            + "When you have time again, one press brings you back.\n[Take part again]",
            told.Text);
        Assert.Contains("-# Not in the next one: 1 paused by me after three rounds without a word", await world.RunAsync(Mia, "pair round"), StringComparison.Ordinal);

        await world.PressAsync(5, told, "Take part again", inDm: true);
        await world.SettleAsync();
        await world.PassAsync(TimeSpan.FromDays(7));
        Assert.Contains(5, (await world.PairsAsync(5)).SelectMany(pair => pair));
    }

    private static async Task<RoundsWorld> DrawnAsync(int people)
    {
        var world = await StartAsync(people);
        await world.JoinAsync([.. Enumerable.Range(1, people)]);
        await world.DrawAsync();
        await world.SettleAsync();
        return world;
    }

    private static async Task<RoundPost> AskedAsync(RoundsWorld world, int who) => world.Last((await world.PairOfAsync(1, who)).ThreadId!.Value, "Did you meet?");
}
