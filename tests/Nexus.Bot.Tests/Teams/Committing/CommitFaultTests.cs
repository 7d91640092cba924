using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Teams.Committing;

public sealed class CommitFaultTests
{
    public static TheoryData<object, bool, object> Everything()
    {
        var data = new TheoryData<object, bool, object>();
        foreach (var fault in Enum.GetValues<Fault>())
        {
            data.Add(TeamPlace.Thread, false, fault);
            data.Add(TeamPlace.Thread, true, fault);
            data.Add(TeamPlace.Channel, true, fault);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Whatever_call_of_a_commit_fails_each_team_gets_one_place_one_role_and_one_introduction(object place, bool withRoles, object fault)
    {
        for (var call = 1; ; call++)
        {
            await using var world = await CommitWorld.StartAsync();
            world.Server.Fails = (call, (Fault)fault);
            await world.CommitAsync(new CommitChoice((TeamPlace)place, withRoles));
            await world.SettleAsync();

            AssertPlaced(world, (TeamPlace)place, withRoles);
            if (world.Server.Calls.Count < call)
            {
                Assert.True(call > 8, "Hardly anything was called.");
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Whatever_call_of_an_undo_fails_nothing_is_left_of_what_was_made_and_everybody_is_told_once(object place, bool withRoles, object fault)
    {
        for (var call = 1; ; call++)
        {
            await using var world = await CommitWorld.StartAsync();
            await world.CommitAsync(new CommitChoice((TeamPlace)place, withRoles));
            await world.SettleAsync();
            var before = world.Server.Calls.Count;
            world.Server.Fails = (before + call, (Fault)fault);
            await world.UndoAsync();
            await world.SettleAsync();

            await AssertGoneAsync(world);
            if (world.Server.Calls.Count < before + call)
            {
                Assert.True(call > 4, "Hardly anything was called.");
                return;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task A_commit_that_was_cut_off_anywhere_and_then_undone_leaves_nothing_behind(object place, bool withRoles, object fault)
    {
        for (var call = 1; ; call++)
        {
            await using var world = await CommitWorld.StartAsync();
            world.Server.Fails = (call, (Fault)fault);
            await world.CommitAsync(new CommitChoice((TeamPlace)place, withRoles));
            await world.RunJobsAsync();
            await world.UndoAsync();
            await world.SettleAsync();

            await AssertGoneAsync(world);
            if (world.Server.Calls.Count < call)
            {
                Assert.True(call > 8, "Hardly anything was called.");
                return;
            }
        }
    }

    private static void AssertPlaced(CommitWorld world, TeamPlace place, bool withRoles)
    {
        var server = world.Server;
        var places = server.Made.Where(channel => channel.Type != ChannelType.GuildCategory).OrderBy(channel => channel.Name).ToList();
        Assert.Equal(["Comets", "Larks"], places.Select(channel => channel.Name));
        Assert.Equal(place == TeamPlace.Channel ? 1 : 0, server.Made.Count(channel => channel.Type == ChannelType.GuildCategory));
        Assert.Equal(withRoles ? "Comets, Larks" : "", string.Join(", ", server.RolesMade.Select(role => role.Name).Order()));
        Assert.All(server.RolesMade, role => Assert.True(role is { Permissions: Permissions.None, Mentionable: false }));
        Assert.Equal("101, 102", server.Sees(places[0]));
        Assert.Equal("103, 104", server.Sees(places[1]));
        if (withRoles)
        {
            Assert.Equal("101, 102", server.Holding("Comets"));
            Assert.Equal("103, 104", server.Holding("Larks"));
        }

        var introductions = server.Messages.Where(message => message.Pings.Count > 0).ToList();
        Assert.Equal("101, 102, 103, 104", string.Join(", ", introductions.SelectMany(message => message.Pings).Order()));
        Assert.Contains("**Why you are together**\nYou share 9 hours a week.", Assert.Single(server.Texts(places[0].Id)), StringComparison.Ordinal);
        Assert.Single(server.Texts(CommittedServer.Log));
    }

    private static async Task AssertGoneAsync(CommitWorld world)
    {
        Assert.Empty(world.Server.Made);
        Assert.Empty(world.Server.RolesMade);
        Assert.Empty(world.Server.Held);
        Assert.Equal(5, world.Server.Roles.Count + world.Server.Channels.Count);
        foreach (var person in new ulong[] { 101, 102, 103, 104 })
        {
            Assert.StartsWith("🍃 The mentors have taken **#", Assert.Single(world.Server.Texts(new Nexus.Discord.Snowflake(5000 + person))), StringComparison.Ordinal);
        }

        Assert.All(await world.TeamsAsync(), team => Assert.True(team.Status == TeamStatus.Ended && UndoViews.IsGone(team)));
    }
}
