using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Changes;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using static Nexus.Bot.Tests.Teams.TeamsWorld;

namespace Nexus.Bot.Tests.Teams;

public sealed class TeamChangeTests
{
    [Fact]
    public async Task A_new_name_is_told_shown_and_undone_while_nobody_has_changed_it_again()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        var renamed = await world.Slice.RunAsync(Ada, "team rename", new { name = "Night Owls" });
        Assert.Equal("✏️ It is **#1 Night Owls** now; it was **Bus times**. Its thread follows in a moment.\n[Undo]", ReplyText.Of(renamed));
        var again = await world.Slice.RunAsync(Ada, "team rename", new { name = "Owls" });

        Assert.StartsWith("That has been changed again since", ReplyText.Of(await world.Slice.PressAsync(Ada, renamed, "Undo")), StringComparison.Ordinal);
        Assert.Equal("↩️ It is **#1 Night Owls** again.", ReplyText.Of(await world.Slice.PressAsync(Ada, again, "Undo")));
        await world.SettleAsync();
        Assert.Equal("Night Owls", world.Threads[team.ThreadId!.Value].Name);
    }

    [Fact]
    public async Task Who_is_not_on_the_team_changes_nothing_and_a_mentor_is_logged()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Bus times");

        Assert.StartsWith("Only who is on **#1 Bus times**, and mentors, can do that.", await world.RunAsync(Bo, "team rename", new { name = "Mine", team = "1" }), StringComparison.Ordinal);
        await world.RunAsync(Mia, "team rename", new { name = "Night Owls", team = "1" });
        await world.SettleAsync();
        Assert.StartsWith("📝 <@201> renamed team **#1 Night Owls**; it was **Bus times**", Assert.Single(world.Texts(Log)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_set_in_one_form_and_stand_on_the_card()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");
        var form = await world.PressAsync(Ada, team.ThreadId!.Value, "Add the repository");
        Assert.Equal("Links of your team\nRepository: (up to 300 characters)\nBoard: (up to 300 characters)\nAPI docs: (up to 300 characters)", ReplyText.Of(form));
        var said = await world.Slice.SubmitAsync(Ada, form, new { Repository = "github.com/night-owls/bus", Board = "https://trello.com/b/1", ApiDocs = "" });
        await world.SettleAsync();

        Assert.Equal("🔗 **#1 Bus times** has its repository at github.com/night-owls/bus.\n🔗 **#1 Bus times** has its board at trello.com/b/1.", ReplyText.Of(said));
        var card = world.Texts(team.ThreadId!.Value)[0];
        Assert.Contains("[Repository](https://github.com/night-owls/bus) [Board](https://trello.com/b/1)\n[Change the links] [Invite somebody]", card, StringComparison.Ordinal);
        Assert.Contains("3. ✅ A repository that everybody can push to.", card, StringComparison.Ordinal);
        Assert.Contains("🔗 <@101> linked the repository: github.com/night-owls/bus", world.Texts(team.ThreadId!.Value));
    }

    [Fact]
    public async Task A_link_is_taken_away_by_leaving_it_out_and_put_back_by_undo()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Bus times");
        await world.RunAsync(Ada, "team link", new { kind = "Board", url = "https://trello.com/b/1" });
        var gone = await world.Slice.RunAsync(Ada, "team link", new { kind = "Board" });

        Assert.Equal("🔗 **#1 Bus times** links no board any more.\n[Undo]", ReplyText.Of(gone));
        Assert.Equal("↩️ The board of **#1 Bus times** is as it was before.", ReplyText.Of(await world.Slice.PressAsync(Ada, gone, "Undo")));
        Assert.Equal("https://trello.com/b/1", (await world.TeamAsync("Bus times")).Board);
    }

    [Theory]
    [InlineData("https://github.com/a/b", "https://github.com/a/b")]
    [InlineData("<https://github.com/a/b>", "https://github.com/a/b")]
    [InlineData("github.com/a/b", "https://github.com/a/b")]
    [InlineData("http://github.com/a/b", null)]
    [InlineData("https://bank.com@evil.example/x", null)]
    [InlineData("https://localhost/x", null)]
    [InlineData("https://10.0.0.1/x", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("https://a.b/x y", null)]
    [InlineData("@everyone", null)]
    public void A_link_is_https_to_a_named_site(string typed, string? expected) => Assert.Equal(expected, TeamLinks.Read(typed));

    [Fact]
    public async Task What_is_no_link_is_said_with_its_words_and_changes_nothing()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Bus times");

        Assert.StartsWith("• repository: `http://x.y`\nThat is no link that everybody can open safely.", await world.RunAsync(Ada, "team link", new { kind = "Repository", url = "http://x.y" }), StringComparison.Ordinal);
        Assert.Null((await world.TeamAsync("Bus times")).Repository);
    }

    [Fact]
    public async Task Show_tells_who_and_what_is_missing_and_gives_the_thread_to_its_people_only()
    {
        await using var world = await StartAsync();
        var team = await world.CreateAsync(Ada, "Bus times");

        Assert.Equal(
            $"🚀 **#1 Bus times** · since <t:1795424400:D>\n• <@101> · backend\n-# Nobody yet for: frontend, mentor\n[Thread](https://discord.com/channels/1/{team.ThreadId})",
            await world.RunAsync(Ada, "team show"));
        Assert.DoesNotContain("[Thread]", await world.RunAsync(Bo, "team show", new { team = "1" }), StringComparison.Ordinal);
        await world.RunAsync(Ada, "team invite", new { person = Bo });
        Assert.StartsWith("You are on no team yet. `/team list` shows who looks for people, and `/team create` begins one of your own.\n✉️ <@101> asks you to come to **#1 Bus times**", await world.RunAsync(Bo, "team show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paged_keeps_its_filter_and_says_when_nobody_is_missing()
    {
        await using var world = await StartAsync();
        for (var number = 1; number <= 9; number++)
        {
            await world.Slice.RunAsync(new TestPerson((ulong)(400 + number), "x") { Roles = Ada.Roles }, "team create", new { name = $"Team {number}" });
        }

        var list = await world.Slice.RunAsync(Ada, "team list", new { needs = "frontend" });
        Assert.StartsWith("### 🚀 Teams without somebody for frontend · 9\n• **#9 Team 9** · 1 person · without frontend, mentor\n", ReplyText.Of(list), StringComparison.Ordinal);
        Assert.Contains("-# Page 1 of 2", ReplyText.Of(list), StringComparison.Ordinal);
        var next = ReplyText.Of(await world.Slice.PressAsync(Ada, list, "Next"));
        Assert.StartsWith("### 🚀 Teams without somebody for frontend · 9\n• **#1 Team 1**", next, StringComparison.Ordinal);
        Assert.Contains("Every team has somebody for backend.", await world.RunAsync(Ada, "team list", new { needs = "backend" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ideas_people_become_a_team_and_who_waited_is_named_when_somebody_leaves()
    {
        await using var world = await StartAsync();
        await world.CreateAsync(Ada, "Libraries");
        var formed = await FormAsync(world, (Ada, "backend"), (Bo, "frontend"));
        await world.SettleAsync();
        Assert.Equal("Bus times", formed.Name);

        var team = await world.TeamAsync("Bus times");
        Assert.Equal((2, 12), (team.Number, team.IdeaNumber));
        Assert.Equal([Ada, Bo], await world.OnAsync(team));
        var card = world.Messages.Last(message => message.Channel == team.ThreadId);
        Assert.StartsWith("## 🚀 Bus times\n-# Team #2 · since", card.Text, StringComparison.Ordinal);
        Assert.Contains("You build idea **#12** together. Only its people read this thread, and staff who may manage threads.\n\n• <@101> · backend\n• <@102> · frontend", card.Text, StringComparison.Ordinal);
        Assert.Contains("[Idea #12](https://discord.com/channels/1/77)", card.Text, StringComparison.Ordinal);
        Assert.Equal([Ada.Id, Bo.Id], card.Pings);

        await world.RunAsync(Bo, "team leave");
        await world.SettleAsync();
        Assert.EndsWith("\nWho would have liked a place: <@103> (frontend). `/team invite` asks them.", world.Last(team.ThreadId!.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_is_called_as_whoever_formed_it_says()
    {
        await using var world = await StartAsync();

        Assert.Equal("Night Owls", (await FormAsync(world, "Night  Owls ", (Ada, "backend"))).Name);
    }

    [Fact]
    public async Task Forming_the_same_idea_again_goes_on_with_the_team_that_it_has()
    {
        await using var world = await StartAsync();
        await FormAsync(world, (Ada, "backend"));
        await FormAsync(world, (Ada, "backend"), (Bo, "frontend"));

        Assert.Equal([Ada, Bo], await world.OnAsync(await world.TeamAsync("Bus times")));
    }

    [Fact]
    public async Task The_idea_hears_of_a_new_name_a_repository_and_the_end()
    {
        await using var world = await StartAsync();
        await FormAsync(world, (Ada, "backend"));
        await world.RunAsync(Ada, "team rename", new { name = "Night Owls" });
        await world.RunAsync(Ada, "team link", new { kind = "Repository", url = "https://github.com/a/b" });
        await world.RunAsync(Ada, "team link", new { kind = "Board", url = "https://trello.com/b/1" });
        var left = await world.Slice.RunAsync(Ada, "team leave");
        await world.Slice.PressAsync(Ada, left, "Undo");

        Assert.Equal(
            ["5: Night Owls, no repository", "5: Night Owls, https://github.com/a/b", "5: ended, https://github.com/a/b", "5: Night Owls, https://github.com/a/b"],
            world.Heard);
    }

    private static Task<FormedTeam> FormAsync(TeamsWorld world, params (TestPerson Who, string Track)[] members) => FormAsync(world, null, members);

    private static async Task<FormedTeam> FormAsync(TeamsWorld world, string? name, params (TestPerson Who, string Track)[] members)
    {
        await using var db = world.Slice.Db();
        var idea = new IdeaTeam(
            Interactions.Guild, 5, 12, "Bus times", [.. members.Select(it => new TeamPerson(it.Who.Id, it.Track))], [new TeamPerson(Cy.Id, "frontend")], Mia.Id, "https://discord.com/channels/1/77") { Name = name };
        var formed = await world.Slice.Services.GetRequiredService<ITeamFormer>().FormAsync(db, idea, CancellationToken.None);
        await db.SaveChangesAsync();
        return formed;
    }
}
