using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Matching;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Pairing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Teams.Forming;

/// <summary>People with odd numbers are on the backend track, the others on the frontend track; all have time every evening from 18 to 21.</summary>
public sealed class FormingTests
{
    private static readonly TestPerson s_mia = TestPerson.Mentor;

    [Fact]
    public async Task A_dry_run_shows_teams_with_their_scores_and_nobody_but_the_mentor_hears_of_it()
    {
        await using var world = await RoundsWorld.StartAsync(people: 8);

        var rules = await BeginAsync(world, new { size = "4" });
        Assert.Contains("**Who:** everybody who is no mentor, without a team: **8 people**\n**Teams of** 4; backend 1+, frontend 1+ (full-stack counts as either)", ReplyText.Of(rules), StringComparison.Ordinal);
        var plan = await SolveAsync(world, rules);

        var text = ReplyText.Of(plan);
        Assert.StartsWith("## Formation #1: 2 teams of 8 people\n✅ All rules hold.", text, StringComparison.Ordinal);
        Assert.Contains("21 hours together a week", text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 8), number => Assert.Contains($"<@{RoundsWorld.Of(number).Id}> {(number % 2 == 1 ? "backend" : "frontend")}", text, StringComparison.Ordinal));
        Assert.True(plan.IsPrivate || plan.Kind == ReplyKind.Change);
        Assert.Empty(world.Posts);
        Assert.Empty(world.Threads);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_teams_and_another_seed_may_give_others()
    {
        await using var one = await RoundsWorld.StartAsync(people: 24);
        await using var other = await RoundsWorld.StartAsync(people: 24);

        var plan = await SolveAsync(one, await BeginAsync(one, new { size = "4" }));
        Assert.Equal(ReplyText.Of(plan), ReplyText.Of(await SolveAsync(other, await BeginAsync(other, new { size = "4" }))));

        var reseeded = await FollowAsync(one, await one.Slice.PressAsync(s_mia, plan, "Other seed"));
        Assert.Contains("-# Seed 2, the weakest team first.", ReplyText.Of(reseeded), StringComparison.Ordinal);
        Assert.NotEqual((await SeatsAsync(other)).ToString(), (await SeatsAsync(one)).ToString());
    }

    [Fact]
    public async Task Where_all_are_of_one_track_it_says_who_is_missing_and_other_rules_can_be_set()
    {
        await using var world = await RoundsWorld.StartAsync(people: 0);
        await world.ComeAsync(1, 3, 5, 7);

        var rules = await BeginAsync(world, new { size = "4" });
        Assert.Contains("**These rules cannot all hold, whoever is with whom:**\n⛔ Too few people for 1 team: 1 frontend short.", ReplyText.Of(rules), StringComparison.Ordinal);
        var plan = await SolveAsync(world, rules);
        Assert.Contains("⛔ **1 breach of the rules**, named below.", ReplyText.Of(plan), StringComparison.Ordinal);
        Assert.Contains("\n⛔ ", ReplyText.Of(plan), StringComparison.Ordinal);

        var set = await FollowAsync(world, await SetRulesAsync(world, rules, frontend: "any"));
        Assert.DoesNotContain("⛔", ReplyText.Of(set), StringComparison.Ordinal);
        Assert.Contains("✅ All rules hold.", ReplyText.Of(await SolveAsync(world, set)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_said_no_hours_is_named_and_does_not_come_first_by_it()
    {
        await using var world = await RoundsWorld.StartAsync(people: 6);
        await ChangeAsync(world, 6, values => values with { Hours = null });

        var rules = await FollowAsync(world, await SetRulesAsync(world, await BeginAsync(world), size: "3", hours: "2"));
        Assert.Contains($"Have not said when they have time (`/profile set`), so they share no hours with anybody: <@{RoundsWorld.Of(6).Id}>", ReplyText.Of(rules), StringComparison.Ordinal);
        Assert.Contains($"⛔ Free for fewer than 2 hours a week: <@{RoundsWorld.Of(6).Id}>.", ReplyText.Of(rules), StringComparison.Ordinal);

        // The nearest plan that keeps all rules leaves out exactly them, not somebody who has told their hours.
        var plan = await SolveAsync(world, rules);
        Assert.Contains("breach", ReplyText.Of(plan), StringComparison.Ordinal);
        var labels = ReplyText.AllOf(plan.Components!).OfType<Button>().Select(button => button.Label).ToList();
        Assert.Contains("With 0 shared hours", labels);
        var eased = await FollowAsync(world, await world.Slice.PressAsync(s_mia, plan, "With 0 shared hours"));
        Assert.Contains("✅ All rules hold.", ReplyText.Of(eased), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_would_work_with_anybody_mentors_are_told_so_and_no_plan_pretends_otherwise()
    {
        await using var world = await RoundsWorld.StartAsync(people: 4);
        foreach (var one in Enumerable.Range(1, 4))
        {
            await world.AvoidAsync(one, [.. Enumerable.Range(1, 4).Where(other => other != one)]);
        }

        var rules = await BeginAsync(world, new { size = "2" });
        Assert.Contains("⛔ Private wishes leave too few others for ", ReplyText.Of(rules), StringComparison.Ordinal);
        var plan = ReplyText.Of(await SolveAsync(world, rules));
        Assert.Contains("⛔ **2 breaches of the rules**", plan, StringComparison.Ordinal);
        Assert.Equal(2, plan.Split("rivate wish").Length - 1);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task Of_very_few_people_there_is_one_team_or_a_plain_answer(int people, bool isPlan)
    {
        await using var world = await RoundsWorld.StartAsync(people);
        var rules = await BeginAsync(world, new { size = "2-3" });

        if (isPlan)
        {
            Assert.StartsWith($"## Formation #1: 1 team of {people} people", ReplyText.Of(await SolveAsync(world, rules)), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("⛔ There are not two people to put together. Choose another role, or also those who are on a team.", ReplyText.Of(rules), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_page_of_a_large_plan_keeps_to_the_limits_of_a_card()
    {
        await using var world = await RoundsWorld.StartAsync(people: 120);
        var page = await SolveAsync(world, await BeginAsync(world, new { size = "3-12" }));
        var pages = 0;
        while (true)
        {
            pages++;
            var all = ReplyText.AllOf(page.Components!).ToList();
            Assert.InRange(all.Count, 1, 40);
            Assert.InRange(all.OfType<TextDisplay>().Sum(text => text.Content.Length), 1, 4000);
            if (all.OfType<Button>().SingleOrDefault(button => button.Label is "Next" or "›" or "▶" || button.Label?.StartsWith("Next", StringComparison.Ordinal) == true) is not { Disabled: not true } next)
            {
                break;
            }

            page = await world.Slice.PressAsync(s_mia, next.CustomId!);
        }

        Assert.True(pages > 2, $"{pages} pages");
        Assert.Equal(120, (await SeatsAsync(world)).All.Select(seat => seat.Person).Distinct().Count());
    }

    [Fact]
    public async Task A_swap_says_what_it_does_and_can_be_taken_back()
    {
        await using var world = await RoundsWorld.StartAsync(people: 8);
        var plan = await SolveAsync(world, await BeginAsync(world, new { size = "4" }));
        var before = await SeatsAsync(world);
        var (one, other) = (before.Teams[0][0].Person, before.Teams[1][0].Person);

        var picked = await SelectAsync(world, plan, one, other);
        Assert.StartsWith($"**Swap** <@{one}> and <@{other}>: team 1: ", ReplyText.Of(picked), StringComparison.Ordinal);
        var swapped = await world.Slice.PressAsync(s_mia, picked, "Swap them");
        Assert.Contains("✏️ team 1: ", ReplyText.Of(swapped), StringComparison.Ordinal);
        Assert.Contains(other, (await SeatsAsync(world)).Teams[0].Select(seat => seat.Person));

        Assert.Contains("↩️ The last change is taken back.", ReplyText.Of(await world.Slice.PressAsync(s_mia, swapped, "Undo")), StringComparison.Ordinal);
        Assert.Equal(before.ToString(), (await SeatsAsync(world)).ToString());
        Assert.Contains("is in no team of this plan. Nothing was changed.", ReplyText.Of(await SelectAsync(world, plan, 999)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locked_people_stay_together_when_the_rest_is_built_anew()
    {
        await using var world = await RoundsWorld.StartAsync(people: 16);
        var plan = await SolveAsync(world, await BeginAsync(world, new { size = "4" }));
        var locked = (await SeatsAsync(world)).Teams[0].Select(seat => seat.Person).Order().ToList();

        var answer = await world.Slice.PressAsync(s_mia, plan, "Lock team 1");
        Assert.Contains("🔒 Team 1 stays as it is when the rest is built anew.", ReplyText.Of(answer), StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            answer = await FollowAsync(world, await world.Slice.PressAsync(s_mia, answer, "Other seed"));
            Assert.Contains((await SeatsAsync(world)).Teams, team => team.Select(seat => seat.Person).Order().SequenceEqual(locked));
        }
    }

    [Fact]
    public async Task Of_two_mentors_the_later_reads_that_it_is_closed_and_nothing_is_lost()
    {
        await using var world = await RoundsWorld.StartAsync(people: 8);
        var rules = await BeginAsync(world, new { size = "4" });
        var plan = await SolveAsync(world, rules);

        Assert.Equal("🗑️ Formation #1 is dropped. Nobody has heard of it. `/teams form` begins another.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Admin, rules, "Drop it")));
        foreach (var label in new[] { "Lock team 1", "Build anew", "Other seed", "To the rules" })
        {
            Assert.Equal("This formation is closed. `/teams form` begins another; nothing was done.", ReplyText.Of(await world.Slice.PressAsync(s_mia, plan, label)));
        }
    }

    [Fact]
    public async Task What_is_no_rule_is_answered_with_what_would_be_one_and_changes_nothing()
    {
        await using var world = await RoundsWorld.StartAsync(people: 4);
        var rules = await BeginAsync(world, new { size = "4" });

        Assert.Equal("`40` is no size of a team: a number such as `4`, or a range such as `3-5`, from 2 to 12 people. Nothing was changed.", ReplyText.Of(await SetRulesAsync(world, rules, size: "40")));
        Assert.Equal("3 backend and 2 frontend do not fit into a team of 4. Nothing was changed.", ReplyText.Of(await SetRulesAsync(world, rules, backend: "3", frontend: "2")));
        Assert.Equal("`lots` is no number of hours a week from 0 to 40. Nothing was changed.", ReplyText.Of(await SetRulesAsync(world, rules, hours: "lots")));
        Assert.StartsWith("What counts is any of `hours, interests, balance, wishes, new faces`", ReplyText.Of(await SetRulesAsync(world, rules, order: "luck")), StringComparison.Ordinal);
        Assert.StartsWith("`x` is no size of a team", ReplyText.Of(await world.Slice.RunAsync(s_mia, "teams form", new { size = "x" })), StringComparison.Ordinal);
        Assert.Contains("**Teams of** 4; backend 1+, frontend 1+", ReplyText.Of(await BeginAsync(world)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_no_team_or_has_one_takes_no_part_and_mentors_read_why()
    {
        await using var world = await RoundsWorld.StartAsync(people: 6);
        await ChangeAsync(world, 1, values => values with { IsOutOfTeams = true });
        await world.Slice.RunAsync(RoundsWorld.Of(2), "team create", new { name = "Larks" });

        var rules = ReplyText.Of(await BeginAsync(world, new { size = "2" }));

        Assert.Contains("**4 people**", rules, StringComparison.Ordinal);
        Assert.Contains($"• Asked not to be put on a team: <@{RoundsWorld.Of(1).Id}>\n• On a team already: <@{RoundsWorld.Of(2).Id}>", rules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Discord_does_not_tell_who_is_here_the_card_says_whom_it_counts()
    {
        await using var world = await RoundsWorld.StartAsync(people: 4);
        world.HasMembersIntent = false;

        Assert.Contains("• Discord does not tell me who is here, so these are the people I have seen writing or pressing something.", ReplyText.Of(await BeginAsync(world, new { size = "2" })), StringComparison.Ordinal);
        world.IsDown = true;
        Assert.Equal("Discord does not tell me just now who is here, so nothing was done. Try again in a minute.", ReplyText.Of(await BeginAsync(world)));
    }

    [Fact]
    public async Task While_another_calculation_runs_a_topic_is_looked_up_and_the_dry_run_takes_its_turn()
    {
        await using var world = await RoundsWorld.StartAsync(people: 8);
        var solving = await world.Slice.PressAsync(s_mia, await BeginAsync(world, new { size = "4" }), "Dry run");
        using var goOn = new ManualResetEventSlim();
        var earlier = world.Slice.Services.GetRequiredService<MatchingGate>().RunAsync(() => goOn.Wait(TimeSpan.FromSeconds(60)), CancellationToken.None);

        var plan = FollowAsync(world, solving);
        Assert.Contains("## Django REST framework", ReplyText.Of(await world.Slice.RunAsync(RoundsWorld.Of(1), "topic lookup", new { query = "drf" })), StringComparison.Ordinal);
        Assert.False(plan.IsCompleted);
        goOn.Set();

        Assert.True(await earlier);
        Assert.StartsWith("## Formation #1: 2 teams of 8 people", ReplyText.Of(await plan), StringComparison.Ordinal);
    }

    private static async Task<Reply> BeginAsync(RoundsWorld world, object? options = null) => await FollowAsync(world, await world.Slice.RunAsync(s_mia, "teams form", options));

    private static async Task<Reply> SolveAsync(RoundsWorld world, Reply rules) => await FollowAsync(world, await world.Slice.PressAsync(s_mia, rules, "Dry run"));

    private static async Task<Reply> FollowAsync(RoundsWorld world, Reply reply) => (await world.Slice.FollowUpAsync(s_mia, reply))!;

    private static async Task<Reply> SetRulesAsync(
        RoundsWorld world, Reply rules, string size = "4", string backend = "1+", string frontend = "1+", string hours = "0", string order = "hours, interests") =>
        await world.Slice.SubmitAsync(s_mia, await world.Slice.PressAsync(s_mia, rules, "Rules…"), new { size, backend, frontend, hours, order });

    private static Task<Reply> SelectAsync(RoundsWorld world, Reply plan, params ulong[] people) => world.Slice.HandleAsync(Interactions.Select(
        s_mia, ReplyText.AllOf(plan.Components!).OfType<UserSelect>().Single().CustomId, ComponentType.UserSelect, [.. people.Select(id => id.ToString(System.Globalization.CultureInfo.InvariantCulture))]));

    private static async Task<FormationSeats> SeatsAsync(RoundsWorld world)
    {
        await using var db = world.Slice.Db();
        return FormationSeats.Read((await db.In<Formation>(Interactions.Guild).AsNoTracking().OrderBy(it => it.Id).LastAsync()).Seats);
    }

    private static async Task ChangeAsync(RoundsWorld world, int number, Func<ProfileValues, ProfileValues> change)
    {
        await using var db = world.Slice.Db();
        var profile = await db.In<Profile>(Interactions.Guild).SingleAsync(it => it.PersonId == RoundsWorld.Of(number).Id);
        profile.Take(change(profile.Values), null, world.Slice.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    }
}
