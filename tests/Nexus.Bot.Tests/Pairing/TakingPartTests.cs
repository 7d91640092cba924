using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

public sealed class TakingPartTests
{
    [Fact]
    public async Task Joining_says_what_comes_and_leaving_has_a_way_back()
    {
        await using var world = await StartAsync(2);
        var joined = await world.Slice.RunAsync(Of(1), "pair join");
        Assert.Equal(
            "🎲 You take part in rounds of pairs.\nNo next one is planned yet. When a mentor starts it, I put you with somebody who fits and whom you have not met, and the two of you get a private thread.\n"
            + "-# I could find who fits better if your profile said something about interests and time zone: `/profile set`.\n[Skip the next one] [Pause…] [Leave]",
            ReplyText.Of(joined));
        Assert.True(joined.IsPrivate);

        var left = await world.Slice.PressAsync(Of(1), joined, "Leave");
        Assert.Equal(ReplyKind.Change, left.Kind);
        Assert.Equal("🍃 You take part in no more rounds of pairs. The pair you are in now stays yours. Nobody is told.\n[Take part]", ReplyText.Of(left));
        Assert.StartsWith("🎲 You take part in rounds of pairs.", ReplyText.Of(await world.Slice.PressAsync(Of(1), left, "Take part")), StringComparison.Ordinal);
        Assert.Equal([RoundPart.In], await PartsAsync(world));
    }

    [Fact]
    public async Task Skipping_is_for_one_round_and_can_be_taken_back()
    {
        await using var world = await StartAsync(2);
        await world.ScheduleAsync("every 2 weeks on Monday at 10:00");
        await world.JoinAsync(1);
        var skipped = await world.Slice.RunAsync(Of(1), "pair skip");
        Assert.StartsWith("⏭️ The next round, <t:1795428000:F> (<t:1795428000:R>), goes without you, and you are in again after it. Nobody is told.\n[Take it back] [Leave]", ReplyText.Of(skipped), StringComparison.Ordinal);
        Assert.Equal([RoundPart.Skipping], await PartsAsync(world));
        Assert.StartsWith("🎲 You are in the next round again.\nThe next one comes <t:1795428000:F>", ReplyText.Of(await world.Slice.PressAsync(Of(1), skipped, "Take it back")), StringComparison.Ordinal);
        Assert.Equal([RoundPart.In], await PartsAsync(world));
    }

    [Fact]
    public async Task Who_takes_no_part_has_nothing_to_skip_or_pause()
    {
        await using var world = await StartAsync(2);
        Assert.Equal(
            "There is nothing to skip. You take part in no rounds. In each, two people who fit and have not met get to know each other.\n[Take part]", await world.RunAsync(Of(1), "pair skip"));
        Assert.StartsWith("There is nothing to pause. You take part in no rounds.", await world.RunAsync(Of(1), "pair pause"), StringComparison.Ordinal);
        Assert.StartsWith("🍃 You take part in no more rounds of pairs.", await world.RunAsync(Of(1), "pair leave"), StringComparison.Ordinal);
        Assert.Empty(await PartsAsync(world));
    }

    [Fact]
    public async Task A_pause_ends_by_itself_at_the_time_that_was_said()
    {
        await using var world = await StartAsync(2);
        await world.JoinAsync(1);
        Assert.StartsWith("⏸️ You are left out of rounds until <t:1796634000:F> (<t:1796634000:R>), and in again after that. Nobody is told.\n[Take part again] [Leave]", await world.RunAsync(Of(1), "pair pause", new { until = "until in 2 weeks" }), StringComparison.Ordinal);
        Assert.Equal([RoundPart.Paused], await PartsAsync(world));
        world.Slice.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal([RoundPart.In], await PartsAsync(world));
    }

    [Fact]
    public async Task A_pause_without_an_end_holds_until_they_come_back_and_the_form_takes_both()
    {
        await using var world = await StartAsync(2);
        var joined = await world.Slice.RunAsync(Of(1), "pair join");
        var form = await world.Slice.PressAsync(Of(1), joined, "Pause…");
        Assert.Equal(
            "I cannot read “sometime” as a time. Times that work: `in 2 weeks`, `1 February`, `next Monday`. They are read in UTC. Nothing was changed.",
            ReplyText.Of(await world.Slice.SubmitAsync(Of(1), form, new { until = "sometime" })));
        var paused = await world.Slice.SubmitAsync(Of(1), form, new { until = "" });
        Assert.Equal("⏸️ You are left out of rounds until you come back. Nobody is told.\n[Take part again] [Leave]", ReplyText.Of(paused));
        world.Slice.Clock.Advance(TimeSpan.FromDays(300));
        Assert.Equal([RoundPart.Paused], await PartsAsync(world));
        await world.Slice.PressAsync(Of(1), paused, "Take part again");
        Assert.Equal([RoundPart.In], await PartsAsync(world));
    }

    [Fact]
    public async Task The_end_of_a_pause_is_shown_while_it_is_typed()
    {
        await using var world = await StartAsync(1);
        Assert.Equal(["next Monday → Mon 30 Nov 2026, 09:00"], (await world.Slice.SuggestAsync(Of(1), "pair pause", "until", "next Monday")).Select(line => line.Name).Take(1));
    }

    [Fact]
    public async Task Who_is_left_out_of_pairing_by_their_profile_is_told_how_to_come_in()
    {
        await using var world = await StartAsync(1);
        await using (var db = world.Slice.Db())
        {
            var profile = await db.In<Profile>(Interactions.Guild).SingleAsync();
            profile.Take(profile.Values with { IsOutOfPairs = true }, null, world.Slice.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Equal(
            "Your profile says that you are left out of pairing, so I put you in no round. `/profile set` has the button to take part again; then come back here.",
            await world.RunAsync(Of(1), "pair join"));
        Assert.Empty(await PartsAsync(world));
    }

    [Fact]
    public async Task Who_leaves_the_server_is_out_and_a_button_of_another_server_does_nothing()
    {
        await using var world = await StartAsync(1);
        await world.JoinAsync(1);
        await world.HappenAsync<GuildMemberRemoveEvent, RoundPersonLeaves>(new(new GuildMember { GuildId = Interactions.Guild, User = new User { Id = Of(1).Id } }));
        Assert.Equal([RoundPart.Out], await PartsAsync(world));

        Assert.Equal(ReplyKind.Nothing, (await world.Slice.PressAsync(Of(1), RoundPartButton.Spec.For("join/2"))).Kind);
        Assert.Equal(ReplyKind.Nothing, (await world.Slice.PressAsync(Of(1), RoundPartButton.Spec.For("fly/1"))).Kind);
        Assert.Equal([RoundPart.Out], await PartsAsync(world));
    }

    private static async Task<IReadOnlyList<RoundPart>> PartsAsync(RoundsWorld world)
    {
        await using var db = world.Slice.Db();
        return [.. (await db.In<RoundPerson>(Interactions.Guild).ToListAsync()).Select(person => person.PartAt(world.Slice.Clock.GetUtcNow()))];
    }
}
