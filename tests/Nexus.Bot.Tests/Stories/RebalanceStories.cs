using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams;
using Nexus.Bot.Features.Teams.Rebalancing;
using Nexus.Discord;
using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class RebalanceStories
{
    [Fact]
    public async Task A_team_is_left_with_one_and_mira_moves_the_fewest_people_and_takes_it_back()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        await mira.RunAsync("teams form", new { size = "2-4" });
        await world.WaitForAsync(mira, "general", "## Formation #1");
        var rules = await mira.PressAsync("Rules…");
        await mira.SubmitAsync(rules.Modal!.ModalId, new { size = "2-4", backend = "any", frontend = "any", hours = "0", order = "balance" });
        await world.WaitForAsync(mira, "general", "What counts, the most first:** balance");
        await mira.PressAsync("Dry run");
        await world.WaitForAsync(mira, "general", "✅ All rules hold.");
        await mira.PressAsync("Commit…");
        await world.WaitForAsync(mira, "general", "## Commit formation #1?");
        var count = (await TeamsAsync(world)).Count;
        Assert.Equal(0, count);
        await mira.PressAsync(Assert.Single(mira.Messages("general").Select(Labels).SelectMany(labels => labels), label => label.StartsWith("Commit ", StringComparison.Ordinal)));
        await world.WaitForAsync(mira, "general", "teams, each in its place");

        // All but one of the smallest team leave.
        var teams = await TeamsAsync(world);
        var smallest = teams.MinBy(team => team.Value.Count).Value;
        foreach (var leaver in world.Everyone.Where(person => smallest.Skip(1).Contains(person.User.Id)))
        {
            Assert.Contains("left", (await leaver.RunAsync("team leave")).Text, StringComparison.OrdinalIgnoreCase);
        }

        await mira.RunAsync("teams rebalance");
        var proposal = Assert.Single(await world.WaitForAsync(mira, "general", "## Teams of formation #1"));
        Assert.Contains("Fewer than 2 people.", proposal, StringComparison.Ordinal);
        Assert.Contains("With **1 move** all rules hold; fewer are not enough.", proposal, StringComparison.Ordinal);
        // The one who is left does not go elsewhere: somebody comes to them.
        await mira.SelectAsync(await StayAsync(world), smallest[0].ToString(System.Globalization.CultureInfo.InvariantCulture));
        await world.WaitForAsync(mira, "general", $"→ **#{await NumberAsync(world, smallest[0])} ");
        await mira.PressAsync("Make this move");
        await world.WaitForAsync(mira, "general", "✅ 1 person is moved, and told, each once.");

        var moved = (await TeamsAsync(world)).Single(team => team.Value.Contains(smallest[0])).Value.Single(person => person != smallest[0]);
        var person = world.Everyone.Single(one => one.User.Id == moved);
        await world.WaitForAsync(person, "dm", "🔁 The mentors have moved you from");
        await mira.PressAsync("Undo");
        await world.WaitForAsync(mira, "general", "↩️ Taken back. Everybody is where they were");
        await world.WaitForAsync(person, "dm", "↩️ The mentors have taken that back");
        Assert.Equal([smallest[0]], (await TeamsAsync(world)).Single(team => team.Value.Contains(smallest[0])).Value);
    }

    private static async Task<string> StayAsync(SandboxWorld world)
    {
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        return $"{RebalanceControls.Stay.Key}:{(await db.AcrossGuilds<Rebalance>().SingleAsync()).Id}";
    }

    private static async Task<int> NumberAsync(SandboxWorld world, ulong person)
    {
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        var id = await db.AcrossGuilds<TeamMember>().Where(member => member.LeftAt == null && member.PersonId == new Snowflake(person)).Select(member => member.TeamId).SingleAsync();
        return (await db.AcrossGuilds<Team>().SingleAsync(team => team.Id == id)).Number;
    }

    private static IEnumerable<string> Labels(System.Text.Json.JsonElement message) =>
        System.Text.RegularExpressions.Regex.Matches(message.GetRawText(), "\"label\":\"([^\"]+)\"").Select(match => match.Groups[1].Value);

    private static async Task<Dictionary<long, List<ulong>>> TeamsAsync(SandboxWorld world)
    {
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        var rows = await db.AcrossGuilds<TeamMember>().AsNoTracking().Where(member => member.LeftAt == null).OrderBy(member => member.Id).ToListAsync();
        return rows.GroupBy(row => row.TeamId).ToDictionary(group => group.Key, group => group.Select(row => row.PersonId.Value).ToList());
    }
}
