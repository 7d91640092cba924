using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Jobs;
using Nexus.Discord;
using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class CommitStories
{
    private static readonly string[] Made = ["comets", "larks", "Teams"];

    [Fact]
    public async Task A_formation_gets_channels_and_roles_across_a_restart_and_is_taken_back_with_all_of_them()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, chidi, mira, grace) = (world.As("ada"), world.As("bo"), world.As("chidi"), world.As("mira"), world.As("grace"));
        await CommitAsync(world, mira, ("Comets", [ada, bo]), ("Larks", [chidi]));
        await world.RestartBotAsync();
        world.Pass(PlaceTeamsJob.Lease + PlaceTeamsJob.Sweep); // what was cut off is claimed again
        await world.WaitForChannelAsync(ada, "comets");
        await world.WaitForAsync(bo, "comets", "**Why you are together**\nYou share 9 hours a week.");
        await world.WaitForChannelAsync(chidi, "larks");
        await world.WaitForAsync(chidi, "larks", "How to begin");
        Assert.DoesNotContain(chidi.Channels(), channel => channel.Name == "comets");
        await world.WaitForAsync(mira, "comets", "How to begin");
        Assert.Equal(["Comets", "Larks"], world.RolesNamed("Comets", "Larks"));

        await ada.SayAsync("comets", "Hello Bo!");
        await mira.RunAsync("teams places");
        await mira.PressAsync("Undo…");
        await world.WaitForAsync(mira, "general", "• **#1 Comets**: 1 message, the last <t:");
        await mira.PressAsync("Delete all of it");
        await world.WaitForAsync(mira, "general", "🧹 Formation **#7** is taken back");

        Assert.DoesNotContain(grace.Channels(), channel => Made.Contains(channel.Name));
        Assert.Empty(world.RolesNamed("Comets", "Larks"));
        await world.WaitForAsync(ada, "dm", "🍃 The mentors have taken **#1 Comets** back");
        await world.WaitForAsync(chidi, "dm", "🍃 The mentors have taken **#2 Larks** back");
    }

    // As a mentor commits a plan; how a plan comes about is another story.
    private static async Task CommitAsync(SandboxWorld world, Person mentor, params (string Name, Person[] People)[] teams)
    {
        var draft = new CommitDraft(
            [.. teams.Select(team => new DraftTeam(team.Name, [.. team.People.Select(person => new DraftMember(new Snowflake(person.User.Id), TeamTracks.None))], "You share 9 hours a week."))], [], [], [], []);
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        var guild = await db.AcrossGuilds<GuildConfiguration>().Select(it => it.GuildId).SingleAsync();
        await world.Bot.GetRequiredService<CommitBook>().CommitAsync(db, guild, 4711, 7, draft, new CommitChoice(TeamPlace.Channel, true), new Snowflake(mentor.User.Id), CancellationToken.None);
        await db.SaveChangesAsync();
        world.Bot.GetRequiredService<IJobSchedule>().WakeAt<PlaceTeamsJob>(world.Now);
    }
}
