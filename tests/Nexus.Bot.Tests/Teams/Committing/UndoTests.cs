using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Teams.Committing;

public sealed class UndoTests
{
    [Fact]
    public async Task What_goes_is_listed_with_what_people_wrote_and_a_second_press_removes_only_that()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.Slice.RunAsync(TestPerson.Ada, "team create", new { name = "Bus times" });
        await world.CommitAsync(new CommitChoice(TeamPlace.Thread, true));
        await world.SettleAsync();
        world.Server.Say(world.Server.Named("Comets"), TestPerson.Ada.Id);
        world.Server.Say(world.Server.Named("Comets"), TestPerson.Bo.Id);

        var asked = await world.PressAsync(await world.OpenAsync(), "Undo…");

        var (comets, larks) = (await world.TeamAsync("Comets"), await world.TeamAsync("Larks"));
        Assert.StartsWith(
            $"""
            ## Take formation #3 back?
            I made these for it, and would delete them, and nothing else: **2 private threads, 2 roles**.
            • **#2 Comets**: <#{comets.ThreadId}>, <@&{comets.RoleId}>
            • **#3 Larks**: <#{larks.ThreadId}>, <@&{larks.RoleId}>
            ⚠️ **People wrote in one of them. That goes with it, and nothing brings it back:**
            • **#2 Comets**: 2 messages, the last <t:
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(asked),
            StringComparison.Ordinal);
        Assert.Contains("4 people are told once, kindly. Profiles and other teams stay as they are.", ReplyText.Of(asked), StringComparison.Ordinal);
        Assert.Equal("Formation **#3** stays as it is. Nothing was changed.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, asked, "Keep everything")));
        Assert.Equal(3, world.Server.Threads.Count);

        var done = await world.PressAsync(asked, "Delete all of it");

        Assert.Equal("🧹 Formation **#3** is taken back: what I made for it is gone, its people were told, and everything else is as it was. `/teams form` begins anew.", ReplyText.Of(done));
        Assert.Equal([CommitWorld.Formation], world.Plans.Undone);
        Assert.Equal(["Bus times"], world.Server.Threads.Select(thread => thread.Name));
        Assert.Equal("101", world.Server.Sees(world.Server.Named("Bus times")));
        Assert.Empty(world.Server.RolesMade);
        Assert.Equal(
            "🍃 The mentors have taken **#2 Comets** back, the team you were put on lately, so its thread is gone.\nIt is nothing that you did: the teams are put together anew. Your profile and your other teams are as they were. If you wonder, ask a mentor.",
            Assert.Single(world.Server.Texts(new Snowflake(5101))));
        Assert.StartsWith("📝 <@201> took formation **#3** back: 2 teams\n", world.Server.Texts(CommittedServer.Log)[^1], StringComparison.Ordinal);
        Assert.Contains("**#1 Bus times**", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "team list")), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task The_same_is_made_and_taken_back_in_PostgreSQL()
    {
        await using var world = await CommitWorld.StartAsync(DatabaseOptions.Postgres);
        var asked = await world.PressAsync(await world.PressAsync(await world.OpenAsync(), "With channels instead"), "With a role for each");
        var done = await world.PressAsync(asked, "Commit 2 teams");
        Assert.StartsWith("## ✅ Formation #3: 2 teams, each in its place", ReplyText.Of(done), StringComparison.Ordinal);
        Assert.Equal("101, 102", world.Server.Holding("Comets"));
        var gone = await world.PressAsync(await world.PressAsync(done, "Undo…"), "Delete all of it");

        Assert.StartsWith("🧹 Formation **#3** is taken back", ReplyText.Of(gone), StringComparison.Ordinal);
        Assert.Empty(world.Server.Made);
        Assert.Empty(world.Server.RolesMade);
        Assert.Equal(["#3 · 2 teams · taken back"], (await world.Slice.SuggestAsync(TestPerson.Mentor, "teams undo", "formation", "")).Select(it => it.Name));
    }

    [Fact]
    public async Task The_category_goes_with_the_last_channel_under_it_and_stays_for_what_others_put_there()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Channel, false));
        await world.SettleAsync();
        var mine = CommittedServer.Channel(new Snowflake(801), "by-an-admin", parent: world.Server.Named("Teams").Id);
        world.Server.Channels.Add(mine);
        await world.UndoAsync();
        await world.SettleAsync();

        Assert.Equal(["Teams"], world.Server.Made.Select(channel => channel.Name));

        world.Server.Channels.Remove(mine);
        await world.CommitAsync(new CommitChoice(TeamPlace.Channel, false), formation: 5000);
        await world.SettleAsync();
        await world.UndoAsync(formation: 5000);
        await world.SettleAsync();

        Assert.DoesNotContain(world.Server.Made, channel => channel.Type == ChannelType.GuildText);
    }

    [Fact]
    public async Task A_category_that_an_admin_deletes_is_replaced_and_the_new_one_goes_with_the_undo()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Channel, false));
        await world.SettleAsync();
        world.Server.Channels.RemoveAll(channel => channel.Name is "Teams" or "Comets");
        await world.Slice.RunAsync(TestPerson.Ada, "team rename", new { name = "Meteors" });
        await world.SettleAsync(rounds: 4, seconds: 700);

        Assert.Equal("101, 102", world.Server.Sees(world.Server.Named("Meteors")));
        Assert.Equal(world.Server.Named("Teams").Id, world.Server.Named("Meteors").ParentId);
        await world.UndoAsync();
        await world.SettleAsync();
        Assert.Empty(world.Server.Made);
    }

    [Fact]
    public async Task A_category_that_was_there_before_is_used_and_left_alone()
    {
        await using var world = await CommitWorld.StartAsync();
        world.Server.Channels.Add(CommittedServer.Channel(new Snowflake(800), "teams", ChannelType.GuildCategory));
        await world.CommitAsync(new CommitChoice(TeamPlace.Channel, false));
        await world.SettleAsync();
        Assert.Equal(new Snowflake(800), world.Server.Named("Comets").ParentId);
        await world.UndoAsync();
        await world.SettleAsync();

        Assert.Empty(world.Server.Made);
        Assert.Contains(world.Server.Channels, channel => channel.Id == new Snowflake(800));
    }

    [Fact]
    public async Task Two_formations_share_a_category_and_the_last_one_takes_it_away()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Channel, false), [CommitWorld.Plan[0]]);
        await world.SettleAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Channel, false), [CommitWorld.Plan[1]], formation: 5000);
        await world.SettleAsync();
        await world.UndoAsync();
        await world.SettleAsync();
        Assert.Equal(["Larks", "Teams"], world.Server.Made.Select(channel => channel.Name).Order());
        await world.UndoAsync(formation: 5000);
        await world.SettleAsync();

        Assert.Empty(world.Server.Made);
    }

    [Fact]
    public async Task Whoever_left_joined_or_renamed_in_between_and_what_admins_deleted_does_not_stop_it()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Thread, true));
        await world.SettleAsync();
        await world.Slice.RunAsync(TestPerson.Bo, "team leave", new { team = "1" });
        await world.Slice.RunAsync(TestPerson.Mentor, "team join", new { team = "1" });
        await world.Slice.RunAsync(TeamsWorld.Cy, "team rename", new { team = "2", name = "Night Owls" });
        await world.SettleAsync();
        Assert.Equal("101, 201", world.Server.Sees(world.Server.Named("Comets")));
        world.Server.Roles.RemoveAll(role => role.Name == "Night Owls");
        world.Server.Channels.RemoveAll(channel => channel.Name == "Comets");

        var asked = await world.PressAsync(await world.OpenAsync(), "Undo…");

        Assert.Contains("nothing else: **1 private thread, 1 role**.", ReplyText.Of(asked), StringComparison.Ordinal);
        var done = await world.PressAsync(asked, "Delete all of it");
        Assert.StartsWith("🧹 Formation **#3** is taken back", ReplyText.Of(done), StringComparison.Ordinal);
        Assert.Empty(world.Server.Made);
        Assert.Empty(world.Server.RolesMade);
        Assert.Empty(world.Server.Texts(new Snowflake(5102)));
        Assert.Single(world.Server.Texts(new Snowflake(5201)));
        Assert.StartsWith("🍃 The mentors have taken **#2 Night Owls** back", Assert.Single(world.Server.Texts(new Snowflake(5103))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_of_which_everybody_left_is_cleared_away_too_and_nobody_comes_back_to_it()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Thread, false));
        await world.SettleAsync();
        await world.Slice.RunAsync(TestPerson.Bo, "team leave");
        var left = await world.Slice.RunAsync(TestPerson.Ada, "team leave");
        await world.SettleAsync();
        await world.UndoAsync();
        await world.SettleAsync();

        Assert.Empty(world.Server.Threads);
        Assert.Equal("This team is no longer there. `/team list` shows those that are.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, left, "Undo")));
        Assert.Empty(world.Server.Texts(new Snowflake(5101)));
    }

    [Fact]
    public async Task After_two_days_it_says_so_and_what_can_be_done_by_hand()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Thread, true));
        await world.SettleAsync();
        var asked = await world.PressAsync(await world.OpenAsync(), "Undo…");
        world.Slice.Clock.Advance(TimeSpan.FromHours(48));
        var late = await world.Slice.PressAsync(TestPerson.Mentor, asked, "Delete all of it");

        Assert.Equal(
            "Formation **#3** could be undone until <t:1795597200:F>. By now people count on their teams, so I take nothing away.\n"
            + "What can be done by hand: an admin deletes what is no longer wanted of 2 private threads and 2 roles, and a team ends when its people leave with `/team leave`.",
            ReplyText.Of(late));
        Assert.Equal(2, world.Server.Threads.Count);
        Assert.Equal(ReplyText.Of(late), ReplyText.Of(await world.AfterAsync(await world.Slice.PressAsync(TestPerson.Mentor, CommitControls.Undo.For(CommitWorld.Formation)))));
    }

    [Fact]
    public async Task What_Discord_does_not_let_it_delete_is_said_and_goes_once_it_may()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Thread, true));
        await world.SettleAsync();
        world.Server.Allow(Permissions.ManageRoles);
        var asked = await world.PressAsync(await world.OpenAsync(), "Undo…");
        var stuck = await world.PressAsync(asked, "Delete all of it");

        Assert.Contains("⚠️ **#1 Comets**: Discord does not let me delete its thread; I need **Manage Threads** for it, or you delete it by hand.", ReplyText.Of(stuck), StringComparison.Ordinal);
        Assert.Empty(world.Server.RolesMade);
        world.Server.Allow(Permissions.ManageRoles | Permissions.ManageThreads);
        await world.SettleAsync(rounds: 2, seconds: 700);

        Assert.Empty(world.Server.Threads);
        Assert.StartsWith("🧹 Formation **#3** is taken back", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, stuck, "Look again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_take_the_latest_that_stands_or_the_one_that_is_named()
    {
        await using var world = await CommitWorld.StartAsync();
        Assert.Equal("No formation has become teams yet. `/teams form` begins one.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "teams undo")));
        await world.CommitAsync(default);
        await world.SettleAsync();

        Assert.Equal("No formation `9` has become teams. Choose one from the list while you type.", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "teams places", new { formation = "9" })));
        Assert.StartsWith("## ✅ Formation #3", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "teams places", new { formation = "#3" })), StringComparison.Ordinal);
        Assert.StartsWith("## Take formation #3 back?", ReplyText.Of(await world.AfterAsync(await world.Slice.RunAsync(TestPerson.Mentor, "teams undo"))), StringComparison.Ordinal);
        await world.UndoAsync();
        await world.SettleAsync();
        Assert.StartsWith("🧹 Formation **#3** is taken back", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "teams places")), StringComparison.Ordinal);
        Assert.Equal(["#3 · 2 teams · taken back"], (await world.Slice.SuggestAsync(TestPerson.Mentor, "teams undo", "formation", "3")).Select(it => it.Name));
    }

    [Fact]
    public void However_many_teams_with_however_long_names_the_cards_stay_within_Discords_limits()
    {
        var commitment = new Commitment { FormationId = 1, GuildId = Interactions.Guild, Number = 3, Place = TeamPlace.Thread, WithRoles = true, ById = default, At = default, UndoUntil = DateTimeOffset.MaxValue };
        var teams = Enumerable.Range(1, 120).Select(number => new Team
        {
            GuildId = Interactions.Guild, Number = number, Name = new string('*', Team.MostName), Source = TeamSource.Formed, CreatedBy = default, CreatedAt = default,
            ThreadId = new Snowflake((ulong)number), RoleId = new Snowflake((ulong)number), PlaceRefusal = 50000 + number, RoleRefusal = 60000 + number,
        }).ToList();
        var ids = teams.Select(team => team.ThreadId!.Value).ToHashSet();
        var on = teams.Select(team => (new Snowflake(ulong.MaxValue - (ulong)team.Number), team)).ToList();
        var people = on.Select(it => it.Item1).ToList();
        var draft = new CommitDraft([new DraftTeam("x", [new DraftMember(people[0], "")], "")], people, people, on, on);
        var hurdles = Enumerable.Repeat(new Hurdle(true, new string('x', 300), new string('y', 300)), 6).ToList();
        foreach (var card in new[]
        {
            CommitViews.Preview(3, draft, new CommitReference(long.MaxValue, int.MaxValue, new CommitChoice(TeamPlace.Channel, true)), hurdles, null),
            CommitViews.Progress(commitment, teams, default),
            UndoViews.Ask(commitment, teams, new StillThere(ids, ids), 120, [.. teams.Select(team => new Written(team, 99, true, default))], withCategory: true),
            UndoViews.Progress(commitment, teams, isCategoryLeft: true),
            UndoViews.TooLate(commitment, teams),
        })
        {
            Assert.InRange(ReplyText.AllOf(card.Components).OfType<TextDisplay>().Sum(text => text.Content.Length), 1, 4000);
            Assert.All(ReplyText.AllOf(card.Components).OfType<Button>(), button => Assert.InRange(button.CustomId!.Length, 1, 100));
        }
    }

    [Fact]
    public async Task Profiles_and_former_teams_are_untouched()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.Slice.RunAsync(TestPerson.Ada, "team create", new { name = "Bus times" });
        await world.CommitAsync(default);
        await world.SettleAsync();
        await world.UndoAsync();

        await using var db = world.Slice.Db();
        var sole = await db.In<TeamMember>(Interactions.Guild).SingleAsync(member => member.PersonId == TestPerson.Ada.Id && member.LeftAt == null);
        Assert.Equal((TestPerson.Ada.Id, TeamStatus.Active), (sole.SoleOf, (await db.In<Team>(Interactions.Guild).SingleAsync(team => team.Id == sole.TeamId)).Status));
    }
}
