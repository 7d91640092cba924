using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Teams.TeamsWorld;

namespace Nexus.Bot.Tests.Teams;

public sealed class JoiningTests
{
    [Fact]
    public async Task Creating_says_what_comes_next_and_can_be_undone_while_one_is_alone()
    {
        await using var world = await StartAsync();
        var made = await world.Slice.RunAsync(Ada, "team create", new { name = "  Bus *times*  " });

        Assert.Equal(
            "🚀 **#1 Bus \\*times\\*** is there, and you are on it. Its private thread opens in a moment, and mentions you.\nNext: `/team invite` asks somebody to come.\n[Invite somebody] [Undo]",
            ReplyText.Of(made));
        var undone = await world.Slice.PressAsync(Ada, made, "Undo");
        Assert.Equal("↩️ **#1 Bus \\*times\\*** is taken back.", ReplyText.Of(undone));
        Assert.StartsWith("### 🚀 Teams · 0\nThere is none yet.", await world.RunAsync(Ada, "team list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_begins_a_second_team_while_they_are_on_one()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Bus times");

        Assert.StartsWith("You are on **#1 Bus times** already, and I keep it to one team for each person", await world.RunAsync(Ada, "team create", new { name = "Another" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_comes_by_DM_and_a_yes_there_brings_them_in()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        var invited = await world.RunAsync(Ada, "team invite", new { person = Bo });
        await world.SettleAsync();

        Assert.StartsWith("✉️ I asked <@102> to come to **#1 Bus times**. They can answer until <t:", invited, StringComparison.Ordinal);
        var dm = world.Last(Dm(Bo));
        Assert.StartsWith("✉️ **Somebody wants to build something with you**\n<@101> asks you to come to team **#1 Bus times**.\nYou can answer until <t:", dm, StringComparison.Ordinal);
        Assert.EndsWith("Saying no is fine, and letting it pass is too.\n[I'd like to] [Not this time]", dm, StringComparison.Ordinal);

        var yes = await world.PressInDmAsync(Bo, "I'd like to");
        Assert.StartsWith($"🎉 You are on **#1 Bus times** now: https://discord.com/channels/1/{team.ThreadId}", ReplyText.Of(yes), StringComparison.Ordinal);
        Assert.Equal(ReplyKind.Change, yes.Kind);
        Assert.Equal([Ada, Bo], await world.OnAsync(team));
        Assert.Equal("✅ It is settled: <@102> came to **#1 Bus times**.", ReplyText.Of(await world.PressInDmAsync(Bo, "Not this time")));
    }

    [Fact]
    public async Task A_closed_DM_becomes_a_mention_where_such_are_kept_and_only_they_can_answer()
    {
        await using var world = await StartAsync();
        world.Closed.Add(Bo.Id);
        var team = await world.CreateAsync(Ada, "Bus times");
        await world.RunAsync(Ada, "team invite", new { person = Bo });
        await world.SettleAsync();

        var posted = Assert.Single(world.Messages, message => message.Channel == Elsewhere);
        Assert.StartsWith("<@102>, there is an invitation for you.", posted.Text, StringComparison.Ordinal);
        Assert.Equal([Bo.Id], posted.Pings);
        Assert.Equal("This is for somebody else to answer.", ReplyText.Of(await world.PressAsync(Cy, Elsewhere, "I'd like to")));
        await world.PressAsync(Bo, Elsewhere, "I'd like to");
        Assert.Equal([Ada, Bo], await world.OnAsync(team));
    }

    [Fact]
    public async Task A_no_is_kind_can_be_changed_and_ends_the_asking()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        await world.RunAsync(Ada, "team invite", new { person = Bo });
        var no = await world.PressInDmAsync(Bo, "Not this time");
        await world.SettleAsync();

        Assert.Equal("🍃 All right, not **#1 Bus times** this time. They will be told kindly, and not ask again.\n[I come after all]", ReplyText.Of(no));
        Assert.Equal("🍃 <@102> does not come this time. That is all right; somebody else will.", world.Last(team.ThreadId!.Value));
        Assert.StartsWith("<@102> said no to **#1 Bus times**, so I do not ask them again.", await world.RunAsync(Ada, "team invite", new { person = Bo }), StringComparison.Ordinal);
        Assert.StartsWith("🎉 You are on", ReplyText.Of(await world.Slice.PressAsync(Bo, no, "I come after all")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_runs_out_after_three_days_and_is_sent_at_most_twice()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Bus times");
        await world.RunAsync(Ada, "team invite", new { person = Bo });
        Assert.StartsWith("<@102> is invited to **#1 Bus times** already and has not answered yet.", await world.RunAsync(Ada, "team invite", new { person = Bo }), StringComparison.Ordinal);
        await world.SettleAsync();
        world.Slice.Clock.Advance(TimeSpan.FromDays(3));

        Assert.StartsWith("This has run out on <t:", ReplyText.Of(await world.PressInDmAsync(Bo, "I'd like to")), StringComparison.Ordinal);
        Assert.StartsWith("✉️ I asked <@102>", await world.RunAsync(Ada, "team invite", new { person = Bo }), StringComparison.Ordinal);
        await world.SettleAsync();
        world.Slice.Clock.Advance(TimeSpan.FromDays(3));
        Assert.StartsWith("<@102> left 2 invitations unanswered, so I do not ask them again.", await world.RunAsync(Ada, "team invite", new { person = Bo }), StringComparison.Ordinal);
        Assert.Equal(2, world.Texts(Dm(Bo)).Count);
    }

    [Fact]
    public async Task An_invitation_that_was_taken_back_lets_nobody_in()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        var invited = await world.Slice.RunAsync(Ada, "team invite", new { person = Bo });
        await world.SettleAsync();
        Assert.Equal("↩️ The invitation of <@102> to **#1 Bus times** is taken back.", ReplyText.Of(await world.Slice.PressAsync(Ada, invited, "Take it back")));

        Assert.StartsWith("This was taken back.", ReplyText.Of(await world.PressInDmAsync(Bo, "I'd like to")), StringComparison.Ordinal);
        Assert.Equal([Ada], await world.OnAsync(team));
    }

    [Fact]
    public async Task Who_asks_is_taken_in_by_one_of_the_team_and_told()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        Assert.StartsWith("🙋 I asked **#1 Bus times** for you, as frontend.", await world.RunAsync(Bo, "team join", new { team = "bus times" }), StringComparison.Ordinal);
        await world.SettleAsync();
        Assert.StartsWith("🙋 You have asked **#1 Bus times** already.", await world.RunAsync(Bo, "team join", new { team = "1" }), StringComparison.Ordinal);

        var thread = team.ThreadId!.Value;
        Assert.StartsWith("🙋 <@102> would like to come to **#1 Bus times**, as frontend.\nOne of you answers for all", world.Last(thread), StringComparison.Ordinal);
        Assert.Equal("This is for somebody else to answer.", ReplyText.Of(await world.PressAsync(Cy, thread, "Take them in")));
        Assert.Equal("✅ <@102> is on **#1 Bus times** now.", ReplyText.Of(await world.PressAsync(Ada, thread, "Take them in")));
        await world.SettleAsync();
        Assert.StartsWith("🎉 **#1 Bus times** has taken you in: https://", world.Last(Dm(Bo)), StringComparison.Ordinal);
        Assert.Equal("👋 <@102> is on the team now (frontend); <@101> said yes.", world.Last(thread));
    }

    [Fact]
    public async Task A_not_now_names_nobody_and_holds_for_a_week()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        await world.RunAsync(Bo, "team join", new { team = "1" });
        await world.PressAsync(Ada, team.ThreadId!.Value, "Not now");
        await world.SettleAsync();

        Assert.StartsWith("🍃 **#1 Bus times** cannot take somebody in right now. It says nothing about you", world.Last(Dm(Bo)), StringComparison.Ordinal);
        Assert.StartsWith("**#1 Bus times** could not take you in when you asked.", await world.RunAsync(Bo, "team join", new { team = "1" }), StringComparison.Ordinal);
        world.Slice.Clock.Advance(TimeSpan.FromDays(7));
        Assert.StartsWith("🙋 I asked", await world.RunAsync(Bo, "team join", new { team = "1" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_both_have_asked_they_have_agreed()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        await world.RunAsync(Bo, "team join", new { team = "1" });
        Assert.Equal("🎉 <@102> had asked to come already, so they are on **#1 Bus times** now.", await world.RunAsync(Ada, "team invite", new { person = Bo }));
        await world.RunAsync(Ada, "team invite", new { person = Cy });
        Assert.StartsWith("🎉 You are on", await world.RunAsync(Cy, "team join", new { team = "1" }), StringComparison.Ordinal);

        Assert.Equal([Ada, Bo, Cy], await world.OnAsync(team));
    }

    [Fact]
    public async Task Only_a_mentor_takes_somebody_into_a_second_team_and_that_is_logged()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Bus times");
        var second = await world.CreateAsync(Bo, "Libraries");
        Assert.StartsWith("<@102> is on another team, and I keep it to one for each person.", await world.RunAsync(Ada, "team invite", new { person = Bo }), StringComparison.Ordinal);
        Assert.StartsWith("✉️ I asked <@101>", await world.RunAsync(Mia, "team invite", new { person = Ada, team = "2" }), StringComparison.Ordinal);
        await world.PressInDmAsync(Ada, "I'd like to");
        await world.SettleAsync();

        Assert.Equal([Bo, Ada], await world.OnAsync(second));
        Assert.StartsWith("📝 <@201> invited <@101> to team **#2 Libraries**", Assert.Single(world.Texts(Log)), StringComparison.Ordinal);
        Assert.StartsWith("You are on several teams: **#2 Libraries**, **#1 Bus times**.", await world.RunAsync(Ada, "team leave"), StringComparison.Ordinal);
        var left = await world.Slice.RunAsync(Ada, "team leave", new { team = "2" });
        Assert.StartsWith("🔁 You are on **#2 Libraries** again", ReplyText.Of(await world.Slice.PressAsync(Ada, left, "Undo")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bot", "That is a bot. Invite a person.")]
    [InlineData("away", "<@103> is not on this server, so I cannot ask them.")]
    [InlineData("self", "That is you.")]
    [InlineData("on", "<@201> is on **#1 Bus times** already.")]
    public async Task Who_cannot_be_invited_is_told_why(string who, string expected)
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Bus times");
        await world.RunAsync(Mia, "team join", new { team = "1" });
        var person = who switch { "bot" => Cy with { IsBot = true }, "away" => Cy with { IsOnServer = false }, "self" => Ada, _ => Mia };

        Assert.StartsWith(expected, await world.RunAsync(Ada, "team invite", new { person }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_is_undone_for_ten_minutes_and_then_asked_for()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        await world.BringAsync(Ada, Bo);
        var left = await world.Slice.RunAsync(Bo, "team leave");
        await world.SettleAsync();

        Assert.StartsWith("🚪 You have left **#1 Bus times**. Its thread is told.", ReplyText.Of(left), StringComparison.Ordinal);
        Assert.StartsWith("🚪 <@102> has left the team. Thank them for what they brought", world.Last(team.ThreadId!.Value), StringComparison.Ordinal);
        Assert.DoesNotContain(Bo.Id, Assert.Single(world.Threads.Values).People);
        world.Slice.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.StartsWith("That can be undone for 10 minutes.", ReplyText.Of(await world.Slice.PressAsync(Bo, left, "Undo")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mentors_read_in_the_log_who_has_left_a_team_that_they_put_together(bool isFormed)
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Larks");
        await world.BringAsync(Ada, Bo);
        await using (var db = world.Slice.Db())
        {
            long? formation = isFormed ? 7 : null;
            await db.In<Team>(Interactions.Guild).ExecuteUpdateAsync(set => set.SetProperty(it => it.FormationId, formation));
        }

        await world.RunAsync(Bo, "team leave");
        await world.SettleAsync();

        Assert.Equal(
            isFormed ? ["📝 <@102> is no longer on team **#1 Larks**, which has 1 person now. `/teams rebalance` looks whether its rules still hold"] : [],
            world.Texts(Log).Select(text => text.Split('\n')[0]));
        Assert.Equal([Ada], await world.OnAsync(team));
    }

    [Fact]
    public Task Of_two_teams_that_somebody_says_yes_to_at_once_they_are_on_one_in_SQLite() => TwiceAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Of_two_teams_that_somebody_says_yes_to_at_once_they_are_on_one_in_PostgreSQL() => TwiceAsync(DatabaseOptions.Postgres);

    private static async Task TwiceAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var first = await world.CreateAsync(Ada, "Bus times");
        await world.CreateAsync(Bo, "Libraries");
        await using (var db = world.Slice.Db())
        await using (var other = world.Slice.Db())
        {
            var life = (TeamLife)world.Slice.Services.GetService(typeof(TeamLife))!;
            var (one, two) = ((await TeamLife.FindAsync(db, Interactions.Guild, first.Id, default))!, (await TeamLife.FindAsync(other, Interactions.Guild, (await world.TeamAsync("Libraries")).Id, default))!);
            Assert.True((await life.JoinAsync(db, one, Cy.Id, TeamTracks.Frontend, Cy.Id, isExempt: false, byMentor: false, default)).IsOn);
            Assert.True((await life.JoinAsync(other, two, Cy.Id, TeamTracks.Frontend, Cy.Id, isExempt: false, byMentor: false, default)).IsOn);
            await life.SaveAsync(db, one, default);
            var clash = await Assert.ThrowsAnyAsync<DbUpdateException>(() => life.SaveAsync(other, two, default));
            Assert.Equal(DatabaseFailure.Clash, DatabaseFailures.Of(clash));
        }

        Assert.StartsWith("You are on **#1 Bus times**, and I keep it to one team for each person.", await world.RunAsync(Cy, "team join", new { team = "2" }), StringComparison.Ordinal);
    }
}
