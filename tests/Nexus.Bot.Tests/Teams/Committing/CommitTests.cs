using Nexus.Bot.Features.Profiles;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Teams.Committing;

public sealed class CommitTests
{
    [Fact]
    public async Task A_mentor_sees_what_a_commit_does_and_then_how_the_places_come()
    {
        await using var world = await CommitWorld.StartAsync();

        var preview = await world.OpenAsync();

        Assert.Equal(
            """
            ## Commit formation #3?
            **2 teams** of 4 people. Each gets a private thread in <#600>; everybody is pinged once, there, and reads why they are together.
            Nobody has heard of it so far. You can undo all of it for 48 hours.
            [Commit 2 teams] [With channels instead] [With a role for each]
            """,
            ReplyText.Of(preview),
            ignoreLineEndingDifferences: true);
        Assert.Empty(world.Server.Made);
        Assert.Empty(await world.TeamsAsync());

        var done = await world.PressAsync(preview, "Commit 2 teams");

        Assert.StartsWith("## 🚀 Formation #3: 0 of 2 placed\nThe rest comes by itself, also when you close this.", world.Server.Shown[0], StringComparison.Ordinal);
        Assert.StartsWith("## ✅ Formation #3: 2 teams, each in its place\nEverybody was pinged there once, and reads why they are together.\n-# You can undo all of it until <t:", ReplyText.Of(done), StringComparison.Ordinal);
        Assert.Equal(["Comets", "Team 2"], world.Server.Threads.Select(thread => thread.Name));
        Assert.StartsWith("📝 <@201> committed formation **#3**: 2 teams of 4 people\n", Assert.Single(world.Server.Texts(CommittedServer.Log)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_introduction_says_why_and_nothing_of_wishes()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.PressAsync(await world.OpenAsync(), "Commit 2 teams");

        var text = Assert.Single(world.Server.Texts(world.Server.Named("Comets").Id));
        Assert.Contains(
            """
            • <@101>
            • <@102>
            **Why you are together**
            • You share **2 hours** a week, such as <t:1795456800:F> to <t:1795464000:t>
            • Who does what: backend: <@101> · frontend: <@102>
            • All of you picked **GraphQL
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
        Assert.Contains("• None of you were together lately, so there is somebody new to meet\n• Thinnest: the hours you share, so use them well and write down the rest", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wish", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task With_channels_and_roles_people_see_their_own_channel_under_a_category_and_hold_a_role_that_opens_nothing()
    {
        await using var world = await CommitWorld.StartAsync();
        var asked = await world.PressAsync(await world.PressAsync(await world.OpenAsync(), "With channels instead"), "With a role for each");

        Assert.Contains("Each gets a private channel under **Teams**, which mentors see too, and a role (without any permission, and not to be pinged by others);", ReplyText.Of(asked), StringComparison.Ordinal);
        await world.PressAsync(asked, "Commit 2 teams");

        var (channel, category) = (world.Server.Named("Comets"), world.Server.Named("Teams"));
        Assert.Equal((category.Id, ChannelType.GuildText, ChannelType.GuildCategory), (channel.ParentId, channel.Type, category.Type));
        Assert.Contains(channel.PermissionOverwrites!, it => it.Id == Interactions.Guild && it.Deny == Permissions.ViewChannel);
        Assert.Contains(channel.PermissionOverwrites!, it => it.Id == new Snowflake(TestPerson.MentorRole) && it.Allow.HasFlag(Permissions.ViewChannel));
        Assert.Equal("101, 102", world.Server.Sees(channel));
        Assert.Equal("101, 102", world.Server.Holding("Comets"));
        Assert.All(world.Server.RolesMade, role => Assert.True(role is { Permissions: Permissions.None, Mentionable: false }));
        Assert.Contains($"Only its people and mentors read this channel, and staff who see every channel. You all have the role <@&{world.Server.Roles.Single(role => role.Name == "Comets").Id}>.", Assert.Single(world.Server.Texts(channel.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_before_with_the_fix_and_a_way_without_it()
    {
        await using var world = await CommitWorld.StartAsync();
        world.Server.Allow(Permissions.ManageThreads);
        var asked = await world.PressAsync(await world.PressAsync(await world.OpenAsync(), "With channels instead"), "With threads instead");
        asked = await world.PressAsync(await world.OpenAsync(), "With a role for each");

        Assert.Contains(
            """
            ⛔ **In the way, for an admin:**
            • I lack **Manage Roles**: I need it to make a role for each team and to give it.
            -# Server Settings → Roles → Nexus → Permissions → switch on **Manage Roles**
            [Check again] [Without roles]
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(asked),
            StringComparison.Ordinal);
        Assert.Contains("[Commit 2 teams]", ReplyText.Of(await world.PressAsync(asked, "Without roles")), StringComparison.Ordinal);
        world.Server.Allow(Permissions.ManageThreads | Permissions.ManageRoles);
        Assert.Contains("[Commit 2 teams]", ReplyText.Of(await world.PressAsync(asked, "Check again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_that_went_between_the_look_and_the_press_stop_the_commit()
    {
        await using var world = await CommitWorld.StartAsync();
        var asked = await world.PressAsync(await world.OpenAsync(), "With channels instead");
        world.Server.Allow(Permissions.ManageRoles | Permissions.ManageThreads);
        var refused = await world.PressAsync(asked, "Commit 2 teams");

        Assert.Contains("• I lack **Manage Channels**: I need it to make a channel for each team that only its people see.", ReplyText.Of(refused), StringComparison.Ordinal);
        Assert.Empty(await world.TeamsAsync());
    }

    [Fact]
    public async Task A_plan_that_was_changed_meanwhile_is_shown_again_and_not_committed()
    {
        await using var world = await CommitWorld.StartAsync();
        var asked = await world.OpenAsync();
        world.Plans.Plan = world.Plans.Plan! with { Revision = 6, Teams = [world.Plans.Plan.Teams[0]] };
        var again = await world.PressAsync(asked, "Commit 2 teams");

        Assert.StartsWith("## Commit formation #3?\nThe plan was changed meanwhile; this is what it is now.\n**1 team** of 2 people.", ReplyText.Of(again), StringComparison.Ordinal);
        Assert.Empty(await world.TeamsAsync());
        await world.PressAsync(again, "Commit 1 team");
        Assert.Single(await world.TeamsAsync());
    }

    [Fact]
    public async Task Two_mentors_press_commit_and_there_is_one_set_of_teams()
    {
        await using var world = await CommitWorld.StartAsync();
        var (one, other) = (await world.OpenAsync(), await world.OpenAsync());
        await world.PressAsync(one, "Commit 2 teams");
        var late = await world.PressAsync(other, "Commit 2 teams");

        Assert.StartsWith("## ✅ Formation #3: 2 teams, each in its place", ReplyText.Of(late), StringComparison.Ordinal);
        Assert.Equal(2, (await world.TeamsAsync()).Count);
        Assert.Equal(2, world.Server.Threads.Count);
    }

    [Fact]
    public async Task Who_has_left_or_opted_out_is_left_out_by_name()
    {
        await using var world = await CommitWorld.StartAsync();
        world.Server.Away.Add(TestPerson.Bo.Id);
        await using (var db = world.Slice.Db())
        {
            var profile = new Profile { GuildId = Interactions.Guild, PersonId = CommitWorld.Dee.Id };
            db.Add(profile).Property(it => it.IsOutOfTeams).CurrentValue = true;
            await db.SaveChangesAsync();
        }

        var asked = await world.OpenAsync();

        Assert.Contains("🚪 Left out, since they are no longer on the server: <@102>.\n🍃 Left out, since they asked not to be put on a team: <@104>.", ReplyText.Of(asked), StringComparison.Ordinal);
        await world.PressAsync(asked, "Commit 2 teams");
        Assert.Equal("101", world.Server.Sees(world.Server.Named("Comets")));
        Assert.DoesNotContain("Why you are together", Assert.Single(world.Server.Texts(world.Server.Named("Comets").Id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_members_intent_who_is_away_is_noticed_when_they_are_let_in()
    {
        await using var world = await CommitWorld.StartAsync();
        world.Server.TellsMembers = false;
        world.Server.Away.Add(TestPerson.Bo.Id);
        var done = await world.PressAsync(await world.OpenAsync(), "Commit 2 teams");

        Assert.StartsWith("## ✅ Formation #3: 2 teams, each in its place", ReplyText.Of(done), StringComparison.Ordinal);
        Assert.Equal("101", world.Server.Sees(world.Server.Named("Comets")));
    }

    [Fact]
    public async Task Who_is_on_a_team_of_another_formation_is_named_and_nobody_is_placed_twice()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(default, [new DraftTeam("Early", [new DraftMember(TestPerson.Ada.Id, TeamTracks.Backend)], "")], formation: 99);
        var refused = await world.OpenAsync();

        Assert.Contains(
            "⛔ **On a team of another formation already:** <@101> (**#1 Early**).\nNobody is placed twice. Take them out of this plan, or undo the other formation first.\n[Check again]",
            ReplyText.Of(refused),
            StringComparison.Ordinal);
        Assert.DoesNotContain("[Commit", ReplyText.Of(refused), StringComparison.Ordinal);
        await world.UndoAsync(formation: 99);
        Assert.Contains("[Commit 2 teams]", ReplyText.Of(await world.PressAsync(refused, "Check again")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_formations_with_the_same_people_at_the_same_moment_place_them_once()
    {
        await using var world = await CommitWorld.StartAsync();
        world.Plans.Other = KeptPlans.PlanOf(5000, 4);
        var (one, other) = (await world.OpenAsync(), await world.OpenAsync(formation: 5000));
        var first = await world.Slice.PressAsync(TestPerson.Mentor, one, "Commit 2 teams");
        var second = await world.Slice.PressAsync(TestPerson.Mentor, other, "Commit 2 teams");
        var both = Task.WhenAll(world.Slice.FollowUpAsync(TestPerson.Mentor, first), world.Slice.FollowUpAsync(TestPerson.Mentor, second));
        while (!both.IsCompleted)
        {
            await world.RunJobsAsync();
            world.Slice.Clock.Advance(PlaceWatch.Pause);
        }

        Assert.Single(await both, reply => ReplyText.Of(reply!).Contains("⛔ **On a team of another formation already:** <@101> (**#1 Comets**), <@102>", StringComparison.Ordinal));
        Assert.Equal(2, (await world.TeamsAsync()).Count);
    }

    [Fact]
    public async Task Who_is_on_a_team_of_their_own_making_is_placed_as_well_and_stays_there()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.Slice.RunAsync(TestPerson.Ada, "team create", new { name = "Bus times" });
        var asked = await world.OpenAsync();

        Assert.Contains("-# Also on another team, which goes on: <@101> (**#1 Bus times**).", ReplyText.Of(asked), StringComparison.Ordinal);
        await world.PressAsync(asked, "Commit 2 teams");
        await world.SettleAsync();
        Assert.Equal("101", world.Server.Sees(world.Server.Named("Bus times")));
        Assert.Equal("101, 102", world.Server.Sees(world.Server.Named("Comets")));
    }

    [Fact]
    public async Task A_refusal_while_the_places_are_made_is_on_the_card_with_its_fix_and_the_rest_goes_on_when_it_is_mended()
    {
        await using var world = await CommitWorld.StartAsync();
        var asked = await world.PressAsync(await world.OpenAsync(), "With a role for each");
        await world.Slice.PressAsync(TestPerson.Mentor, asked, "Commit 2 teams");
        await world.CommitAsync(new CommitChoice(TeamPlace.Thread, true));
        world.Server.Allow(Permissions.ManageThreads);
        await world.SettleAsync(rounds: 2, seconds: 20);
        var shown = ReplyText.Of(await world.OpenAsync());

        Assert.Contains("0 of 2 placed", shown, StringComparison.Ordinal);
        Assert.Contains("⚠️ **#1 Comets**, **#2 Larks**: I may not make the role or give it. Give my role **Manage Roles** in the server's settings, and drag it above the teams' roles there.", shown, StringComparison.Ordinal);
        Assert.Equal(2, world.Server.Threads.Count);
        world.Server.Allow(Permissions.ManageThreads | Permissions.ManageRoles);
        await world.SettleAsync(rounds: 2, seconds: 700);
        Assert.StartsWith("## ✅ Formation #3: 2 teams, each in its place", ReplyText.Of(await world.OpenAsync()), StringComparison.Ordinal);
        Assert.Equal("101, 102", world.Server.Holding("Comets"));
    }

    [Fact]
    public async Task A_role_that_an_admin_deletes_is_not_made_again_and_a_new_name_reaches_role_and_channel()
    {
        await using var world = await CommitWorld.StartAsync();
        await world.CommitAsync(new CommitChoice(TeamPlace.Channel, true));
        await world.SettleAsync();
        await world.Slice.RunAsync(TestPerson.Ada, "team rename", new { name = "Meteors", team = "1" });
        await world.SettleAsync();

        Assert.Equal("101, 102", world.Server.Holding("Meteors"));
        Assert.Equal("101, 102", world.Server.Sees(world.Server.Named("Meteors")));
        world.Server.Roles.RemoveAll(role => role.Name == "Larks");
        await world.Slice.RunAsync(TestPerson.Mentor, "team join", new { team = "2" });
        await world.SettleAsync();
        Assert.Equal(["Meteors"], world.Server.RolesMade.Select(role => role.Name));
        Assert.Equal("103, 104, 201", world.Server.Sees(world.Server.Named("Larks")));
    }

    [Fact]
    public async Task Only_mentors_commit()
    {
        var specs = new[] { CommitControls.Open, CommitControls.Preview, CommitControls.CommitNow, CommitControls.Look, CommitControls.Undo, CommitControls.UndoNow, CommitControls.UndoLook, CommitControls.Keep };
        Assert.All(specs, spec => Assert.Equal(Nexus.Bot.Routing.Audience.Mentors, spec.Audience));
        await using var world = await CommitWorld.StartAsync();
        Assert.Equal("This formation is no longer there. Nothing was done.", ReplyText.Of(await world.OpenAsync(formation: 1)));
        Assert.Equal("This formation is no longer there. Nothing was done.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, CommitControls.UndoNow.For("x"))));
    }
}
