using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using static Nexus.Bot.Tests.Teams.TeamsWorld;

namespace Nexus.Bot.Tests.Teams;

/// <summary>From the idea's "Form the team" to the thread, and back from the team to the idea.</summary>
public sealed class IdeaToTeamTests
{
    [Fact]
    public async Task A_press_on_the_idea_makes_the_team_its_thread_and_its_name_on_the_idea()
    {
        await using var world = await StartAsync();
        var id = await BuiltAsync(world);

        var team = await world.TeamAsync("Bus times");
        Assert.Equal([Ada, Bo], await world.OnAsync(team));
        Assert.Equal([Ada.Id, Bo.Id], world.Threads[team.ThreadId!.Value].People.Order());
        Assert.Contains("You build idea **#1** together.", world.Texts(team.ThreadId!.Value)[0], StringComparison.Ordinal);
        Assert.Equal((IdeaStatus.Building, "Bus times"), await ReadAsync(world, id));
    }

    [Fact]
    public async Task The_idea_follows_its_teams_name_repository_and_end()
    {
        await using var world = await StartAsync();
        var id = await BuiltAsync(world);
        await world.RunAsync(Ada, "team rename", new { name = "Night Owls" });
        await world.RunAsync(Ada, "team link", new { kind = "Repository", url = "https://github.com/night-owls/bus" });
        Assert.Equal((IdeaStatus.Building, "Night Owls"), await ReadAsync(world, id));
        await using (var db = world.Slice.Db())
        {
            Assert.Equal("https://github.com/night-owls/bus", (await db.In<Idea>(Interactions.Guild).SingleAsync()).Repository);
        }

        await world.RunAsync(Ada, "team leave");
        await world.RunAsync(Bo, "team leave");
        Assert.Equal((IdeaStatus.Building, null), await ReadAsync(world, id));
    }

    private static async Task<long> BuiltAsync(TeamsWorld world)
    {
        long id;
        await using (var db = world.Slice.Db())
        {
            var now = world.Slice.Clock.GetUtcNow();
            var idea = new Idea
            {
                GuildId = Interactions.Guild, AuthorId = Cy.Id, PressId = new Snowflake(9000), Title = "Bus times", Problem = "Nobody knows when the bus comes.", ForWhom = "Students", Solution = "",
                CreatedAt = now, TouchedAt = now,
            };
            db.Add(idea);
            await db.SaveChangesAsync();
            await IdeaCrews.SetAsync(db, idea, IdeaCrew.Of([.. ((NeedsReading.Read)NeedsText.Read("1 backend, 1 frontend")).Needs]), CancellationToken.None);
            var thread = new Snowflake(7001);
            await world.Slice.Services.GetRequiredService<IdeaLife>().PostedAsync(db, idea, thread, thread, thread, CancellationToken.None);
            id = idea.Id;
        }

        await world.Slice.PressAsync(Ada, CrewControls.Join.For(RoleReference.Of($"{id}", IdeaRole.Backend)));
        await world.Slice.PressAsync(Bo, CrewControls.Join.For(RoleReference.Of($"{id}", IdeaRole.Frontend)));
        var preview = await world.Slice.PressAsync(Mia, CrewControls.Form.For(id));
        await world.Slice.PressAsync(Mia, preview, "Form the team");
        await world.SettleAsync();
        return id;
    }

    private static async Task<(IdeaStatus, string?)> ReadAsync(TeamsWorld world, long id)
    {
        await using var db = world.Slice.Db();
        var idea = await db.In<Idea>(Interactions.Guild).AsNoTracking().SingleAsync(it => it.Id == id);
        return (idea.Status, idea.Team);
    }
}
