using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Crew;

public sealed class FormingTests
{
    private static readonly TestPerson s_ada = CrewWorld.Person(1), s_bo = CrewWorld.Person(2), s_cy = CrewWorld.Person(3);

    [Fact]
    public async Task When_everybody_is_there_author_and_mentors_are_told_once_a_day_at_most()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("1 backend, 1 frontend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        Assert.Empty(await world.ToldAsync(CrewWorld.Author));

        await world.JoinAsync(s_bo, id, IdeaRole.Frontend);

        var link = $"https://discord.com/channels/1/{CrewWorld.ThreadOf(id)}/{CrewWorld.ThreadOf(id)}";
        Assert.Equal(
            $"""
            🙌 Everybody is there whom **#1 Bus times** needs to begin:
            - **backend** 1 of 1: <@{s_ada.Id}>
            - **frontend** 1 of 1: <@{s_bo.Id}>
            A mentor forms the team now; they have been told.
            [Show]({link})
            """, Assert.Single(await world.ToldAsync(CrewWorld.Author)));
        Assert.EndsWith($"Their team can be formed.\n[Form the team] [Show]({link})", Assert.Single(await world.SaidAsync(CrewWorld.Mentors)), StringComparison.Ordinal);

        await world.LeaveAsync(s_bo, id);
        await world.JoinAsync(s_bo, id, IdeaRole.Frontend);
        Assert.Single(await world.SaidAsync(CrewWorld.Mentors));
        world.Slice.Clock.Advance(TimeSpan.FromHours(25));
        await world.LeaveAsync(s_bo, id);
        await world.JoinAsync(s_bo, id, IdeaRole.Frontend);
        Assert.Equal(2, (await world.SaidAsync(CrewWorld.Mentors)).Count);
    }

    [Fact]
    public async Task Where_authors_form_teams_theirs_comes_with_the_button_and_works_from_the_direct_message()
    {
        await using var world = await CrewWorld.StartAsync(settings => (settings.AuthorsFormTeams, settings.MentorChannelId) = (true, null));
        var id = await world.IdeaAsync("1 backend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        Assert.Contains("**Form the team** when you are ready; its people are told then.\n[Form the team]", Assert.Single(await world.ToldAsync(CrewWorld.Author)), StringComparison.Ordinal);

        var preview = await world.Slice.HandleAsync(Interactions.PressInDm(CrewWorld.Author, CrewControls.Form.For($"1/{id}")));
        await world.Slice.HandleAsync(Interactions.PressInDm(CrewWorld.Author, ReplyText.ButtonId(preview, "Form the team")));

        Assert.Equal(IdeaStatus.Building, (await world.ReadAsync(id)).Status);
    }

    [Fact]
    public async Task A_mentor_sees_who_would_be_on_it_names_it_and_its_people_are_pinged_once_in_the_thread()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("1 backend, 1 frontend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        await world.JoinAsync(s_bo, id, IdeaRole.Frontend);
        await world.WaitAsync(s_cy, id, IdeaRole.Frontend);

        var preview = await world.FormAsync(TestPerson.Mentor, id);
        Assert.Equal(
            $"""
            Form the team of **#1 Bus times**?
            - **backend** 1 of 1: <@{s_ada.Id}>
            - **frontend** 1 of 1: <@{s_bo.Id}> (1 waits)
            In line, and first to be asked when somebody leaves: <@{s_cy.Id}> (frontend)
            They are told, each with one ping, and nobody joins or leaves by the card from then on.
            [Form the team] [Name it first…]
            """, ReplyText.Of(preview));
        var form = await world.Slice.PressAsync(TestPerson.Mentor, preview, "Name it first…");
        var formed = await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { name = "  Bus *Riders* " });
        Assert.StartsWith("🔨 **#1 Bus times** has its team, **Bus \\*Riders\\***:", ReplyText.Of(formed), StringComparison.Ordinal);

        var said = (await world.SaidAsync(CrewWorld.ThreadOf(id))).Where(text => text.Contains("has its team", StringComparison.Ordinal));
        Assert.Equal(
            $"""
            🔨 **#1 Bus times** has its team, **Bus \*Riders\***:
            - **backend**: <@{s_ada.Id}>
            - **frontend**: <@{s_bo.Id}>
            First to be asked when somebody leaves: <@{s_cy.Id}> (frontend)
            -# <@{TestPerson.Mentor.Id}> formed it: everybody it needs is there
            """, Assert.Single(said));
        var sent = Assert.Single(world.Channel.Posts, post => post.Message.ChannelId == CrewWorld.ThreadOf(id)).Sent;
        Assert.Equal([s_ada.Id, s_bo.Id], sent.AllowedMentions!.Users);
        Assert.False(sent.Flags!.Value.HasFlag(MessageFlags.SuppressNotifications));

        Assert.Equal("**#1 Bus times** has its team already: **Bus \\*Riders\\***. Nothing was done twice.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Admin, preview, "Form the team")));
        Assert.StartsWith("**#1 Bus times** is being built by the team **Bus \\*Riders\\***.", ReplyText.Of(await world.JoinAsync(CrewWorld.Person(9), id, IdeaRole.Backend)), StringComparison.Ordinal);
        Assert.StartsWith("**#1 Bus times** is being built by the team", ReplyText.Of(await world.LeaveAsync(s_ada, id)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_somebody_missing_a_mentor_may_go_on_knowingly_and_others_may_not()
    {
        await using var world = await CrewWorld.StartAsync(settings => settings.AuthorsFormTeams = true);
        var id = await world.IdeaAsync("2 backend, 1 frontend");
        Assert.StartsWith("Nobody has a place in **#1 Bus times** yet.", ReplyText.Of(await world.FormAsync(TestPerson.Mentor, id)), StringComparison.Ordinal);
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);

        Assert.Equal("Mentors form a team, and the author of its idea. Nothing was changed.", ReplyText.Of(await world.FormAsync(s_ada, id)));
        Assert.Equal("**#1 Bus times** still needs 1 backend and 1 frontend to begin. A mentor can form its team all the same.", ReplyText.Of(await world.FormAsync(CrewWorld.Author, id)));
        Assert.Equal("**#1 Bus times** still needs 1 backend and 1 frontend to begin. A mentor can form its team all the same.",
            ReplyText.Of(await world.Slice.PressAsync(CrewWorld.Author, CrewControls.FormNow.For($"{id}:anyway"))));
        var preview = await world.FormAsync(TestPerson.Mentor, id);
        Assert.Contains("**1 backend and 1 frontend** is missing to begin. You can form it all the same; who comes later asks the team.", ReplyText.Of(preview), StringComparison.Ordinal);

        Assert.StartsWith("🔨 **#1 Bus times** has its team:", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, preview, "Form it all the same")), StringComparison.Ordinal);
        Assert.Contains("formed it: it begins without 1 backend and 1 frontend", Assert.Single(await world.SaidAsync(CrewWorld.ThreadOf(id))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_people_go_to_the_teams_in_the_same_save_once_and_it_bears_the_name_that_they_give_it()
    {
        var teams = new Teams();
        await using var world = await CrewWorld.StartAsync(teams: teams);
        var id = await world.IdeaAsync("1 backend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        await world.WaitAsync(s_bo, id, IdeaRole.Backend);
        var preview = await world.FormAsync(TestPerson.Mentor, id);

        await world.Slice.PressAsync(TestPerson.Mentor, preview, "Form the team");
        await world.Slice.PressAsync(TestPerson.Mentor, preview, "Form the team");

        var handed = Assert.Single(teams.Handed);
        Assert.Equal((id, 1, "Bus times", TestPerson.Mentor.Id, null), (handed.IdeaId, handed.Number, handed.Title, handed.FormedBy, handed.Name));
        Assert.Equal([new TeamPerson(s_ada.Id, "backend")], handed.Members);
        Assert.Equal([new TeamPerson(s_bo.Id, "backend")], handed.Waiting);
        Assert.Equal("Team of #1", (await world.ReadAsync(id)).Team);
    }

    [Fact]
    public async Task Where_the_team_calls_its_people_to_a_place_of_their_own_the_news_in_the_thread_is_quiet()
    {
        await using var world = await CrewWorld.StartAsync(teams: new Teams { CallsItsPeople = true });
        var id = await world.IdeaAsync("1 backend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);

        await world.Slice.PressAsync(TestPerson.Mentor, await world.FormAsync(TestPerson.Mentor, id), "Form the team");

        Assert.Contains($"- **backend**: <@{s_ada.Id}>", Assert.Single(await world.SaidAsync(CrewWorld.ThreadOf(id)), text => text.Contains("has its team", StringComparison.Ordinal)), StringComparison.Ordinal);
        var sent = Assert.Single(world.Channel.Posts, post => post.Message.ChannelId == CrewWorld.ThreadOf(id)).Sent;
        Assert.Empty(sent.AllowedMentions!.Users ?? []);
        Assert.True(sent.Flags!.Value.HasFlag(MessageFlags.SuppressNotifications));
    }

    [Fact]
    public async Task What_becomes_of_the_team_stands_on_the_card_and_mentors_hear_that_it_is_no_more()
    {
        await using var world = await CrewWorld.StartAsync();
        var id = await world.IdeaAsync("1 backend");
        await world.JoinAsync(s_ada, id, IdeaRole.Backend);
        await TellAsync(world, id, new TeamNews("Too early", null));
        Assert.Null((await world.ReadAsync(id)).Team);
        await world.Slice.PressAsync(TestPerson.Mentor, await world.FormAsync(TestPerson.Mentor, id), "Form the team");

        await TellAsync(world, id, new TeamNews("Bus Riders", "https://example.org/bus"));
        var idea = await world.ReadAsync(id);
        Assert.Equal(("Bus Riders", "https://example.org/bus"), (idea.Team, idea.Repository));
        Assert.NotEqual(idea.DrawnRevision, idea.Revision);
        Assert.NotNull(idea.DrawAt);

        var before = (await world.SaidAsync(CrewWorld.Mentors)).Count;
        await TellAsync(world, id, new TeamNews(null, "https://example.org/bus"));
        await TellAsync(world, id, new TeamNews(null, "https://example.org/bus"));
        Assert.StartsWith(
            "The team of **#1 Bus times** is no more, and nobody builds it now. If others shall have it, **More…** takes it back to **Ready** or parks it.\n[More…]",
            Assert.Single((await world.SaidAsync(CrewWorld.Mentors)).Skip(before)), StringComparison.Ordinal);
    }

    private static Task TellAsync(CrewWorld world, long id, TeamNews news) => world.ChangeAsync(
        id, (db, _) => world.Slice.Services.GetRequiredService<IIdeaNews>().TeamChangedAsync(db, Interactions.Guild, id, news, CancellationToken.None));

    private sealed class Teams : ITeamFormer
    {
        public List<IdeaTeam> Handed { get; } = [];

        public bool CallsItsPeople { get; init; }

        public Task<FormedTeam> FormAsync(NexusDb db, IdeaTeam team, CancellationToken ct)
        {
            Handed.Add(team);
            return Task.FromResult(new FormedTeam($"Team of #{team.Number}"));
        }

        public Task<bool> CallsItsPeopleAsync(Snowflake guild, CancellationToken ct) => Task.FromResult(CallsItsPeople);
    }
}
