using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Pairing.RoundsWorld;

namespace Nexus.Bot.Tests.Pairing;

/// <summary><c>/pair find</c>: who is offered, with which reasons, and what is said when there is nobody.</summary>
public sealed class FindingTests
{
    [Fact]
    public async Task The_other_track_with_hours_in_common_comes_first_each_with_the_reasons()
    {
        await using var world = await StartAsync(3);
        await world.SayAsync(1, it => it with { Interests = ["graphql"], Languages = ["English"] });
        await world.SayAsync(2, it => it with { Interests = ["graphql"], Languages = ["english"], Goal = "a *bus* app", Hours = WeekHours.Of(0b11, 18, 20) });
        var found = ReplyText.Of(await world.FindAsync(1));

        Assert.StartsWith(
            "### 🔎 Who fits you\nThe best first. Nobody hears that you looked.\n"
            + "**1.** <@102>\n• covers frontend\n• you share **4 hours** in the coming week: Tue 24 Nov 18:00–20:00, Mon 30 Nov 18:00–20:00 (your time)\n• you both like GraphQL\n• you both speak English\n"
            + "-# Wants: a \\*bus\\* app\n[Invite]\n"
            + "**2.** <@103>\n• builds backend like you\n• you share **21 hours** in the coming week: Tue 24 Nov 18:00–21:00,",
            found, StringComparison.Ordinal);
        Assert.EndsWith("Your profile does not say your skills, so I could not look at that. `/profile set` takes two minutes, and then this gets better.\n-# I do not know your time zone and take UTC; `/timezone set` with your city makes the hours yours.", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_opted_out_avoids_or_is_avoided_is_in_a_pair_or_was_asked_is_never_offered()
    {
        await using var world = await StartAsync(7);
        await world.SayAsync(2, it => it with { IsOutOfPairs = true });
        await world.AvoidAsync(3, 1);
        await world.AvoidAsync(1, 4);
        await world.AgreeAsync(5, 6);
        Assert.Equal([7], Offered(await world.FindAsync(1)));

        await world.InviteAsync(1, 7);
        Assert.Equal(
            "🔎 Nobody else here has told me about themselves yet, or they are in a pair or asked already, so I cannot say who fits. What helps: others use `/profile set`, or you meet somebody in a round (`/pair join`).\n"
            + "Your profile does not say your skills and interests, so I could not look at that. `/profile set` takes two minutes, and then this gets better.\n-# I do not know your time zone and take UTC; `/timezone set` with your city makes the hours yours.",
            ReplyText.Of(await world.FindAsync(1)));
        Assert.Contains("✉️ Somebody has asked you already: `/pair show`.", ReplyText.Of(await world.FindAsync(7)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_at_a_time_and_more_on_a_press_until_there_are_no_more()
    {
        await using var world = await StartAsync(13);
        var first = await world.FindAsync(1);
        Assert.Equal([2, 4, 6, 8, 10], Offered(first));
        var second = await world.MoreAsync(1, first, "Show more");
        Assert.Equal(12, Offered(second)[0]);
        Assert.Equal(5, Offered(second).Count);
        Assert.StartsWith("### 🔎 Who fits you\nThe best first. Nobody hears that you looked.\n**6.** <@112>", ReplyText.Of(second), StringComparison.Ordinal);
        var third = await world.MoreAsync(1, second, "Show more");
        Assert.Equal(12, Offered(first).Union(Offered(second)).Union(Offered(third)).Count());
        Assert.DoesNotContain("Show more", ReplyText.Of(third), StringComparison.Ordinal);
        Assert.Equal(Offered(first), Offered(await world.MoreAsync(1, third, "The best again")));
    }

    [Fact]
    public async Task Without_hours_of_ones_own_nobody_gains_by_it_and_it_is_said_what_is_missing()
    {
        await using var world = await StartAsync(4);
        await world.SayAsync(1, it => it with { Hours = null });
        var found = ReplyText.Of(await world.FindAsync(1));
        Assert.Equal([2, 4], Offered(await world.FindAsync(1)));
        Assert.DoesNotContain("in the coming week", found, StringComparison.Ordinal);
        Assert.Contains("Your profile does not say your skills, interests and hours, so", found, StringComparison.Ordinal);

        // Whoever says no hours comes after everybody who shares some.
        await world.SayAsync(2, it => it with { Hours = null });
        var others = await world.FindAsync(3);
        Assert.Equal([4, 2], Offered(others));
        Assert.Contains("**2.** <@102>\n• covers frontend\n• has not said when they have time", ReplyText.Of(others), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_on_one_track_still_finds_who_shares_hours_and_nobody_with_none()
    {
        await using var world = await StartAsync(5);
        foreach (var number in new[] { 2, 4 })
        {
            await world.SayAsync(number, it => it with { Track = Tracks.Backend });
        }

        await world.SayAsync(5, it => it with { Hours = WeekHours.Of(WeekHours.EveryDay, 3, 5) });
        Assert.Equal([2, 3, 4], Offered(await world.FindAsync(1)).Order());
        Assert.StartsWith(
            "🔎 4 people could be asked, but none has an hour of the coming week in common with you, or builds the other side. More hours in `/profile set` help most;",
            ReplyText.Of(await world.FindAsync(5)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_members_intent_who_has_left_is_not_offered_and_it_is_said_whom_I_know()
    {
        await using var world = await StartAsync(4);
        world.HasMembersIntent = false;
        await world.SeeAsync(2, 3, 4);
        world.Members.Remove(Of(2).Number);
        var found = await world.FindAsync(1);
        Assert.Equal([4, 3], Offered(found));
        Assert.EndsWith("-# I only know those who have written or pressed something here.", ReplyText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_Discord_does_not_answer_that_is_said()
    {
        await using var world = await StartAsync(2);
        world.IsDown = true;
        Assert.Equal("⚠️ Discord does not tell me right now who is here. Use `/pair find` again in a minute.", ReplyText.Of(await world.FindAsync(1)));
    }

    [Fact]
    public async Task Who_is_in_a_pair_is_told_so_instead()
    {
        await using var world = await StartAsync(3);
        await world.AgreeAsync(1, 2);
        var reply = await world.Slice.RunAsync(Of(1), "pair find");
        Assert.StartsWith("👥 You are in a pair with <@102>: https://discord.com/channels/1/", ReplyText.Of(reply), StringComparison.Ordinal);
        Assert.EndsWith("[End this pair]", ReplyText.Of(reply), StringComparison.Ordinal);
    }

    private static List<int> Offered(Reply reply) =>
        [.. ReplyText.Of(reply).Split("**").Where((_, index) => index % 2 == 0).Skip(1).Where(text => text.StartsWith(" <@", StringComparison.Ordinal)).Select(text => int.Parse(text[3..6], System.Globalization.CultureInfo.InvariantCulture) - 100)];
}
