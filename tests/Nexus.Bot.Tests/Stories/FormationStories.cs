using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class FormationStories
{
    [Fact]
    public async Task Mira_plans_teams_swaps_locks_rebuilds_commits_and_takes_all_of_it_back()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira) = (world.As("ada"), world.As("mira"));
        var people = world.Everyone;
        var (heard, seen) = (people.Sum(person => person.Notifications().Count), Seen(ada));
        Assert.StartsWith("This is for mentors.", (await ada.RunAsync("teams form")).Text, StringComparison.Ordinal);

        await mira.RunAsync("teams form", new { size = "3-4" });
        Assert.Contains("**Teams of** 3-4; backend 1+, frontend 1+", Assert.Single(await world.WaitForAsync(mira, "general", "## Formation #1")), StringComparison.Ordinal);
        var rules = await mira.PressAsync("Rules…");
        await mira.SubmitAsync(rules.Modal!.ModalId, new { size = "3-4", backend = "any", frontend = "any", hours = "0", order = "interests, hours, balance" });
        await world.WaitForAsync(mira, "general", "interests, hours, balance");
        await mira.PressAsync("Dry run");
        var plan = Assert.Single(await world.WaitForAsync(mira, "general", "✅ All rules hold."));
        Assert.Contains("Seed 1, the weakest team first. Only mentors see this", plan, StringComparison.Ordinal);

        var before = await FormationAsync(world);
        var (one, other) = (before.Teams[0][0].Person, before.Teams[1][0].Person);
        await mira.SelectAsync(await IdAsync(world, FormationControls.Pick.Key), Text(one), Text(other));
        await world.WaitForAsync(mira, "general", "**Swap**");
        await mira.PressAsync("Swap them");
        await world.WaitForAsync(mira, "general", "✏️ team ");
        Assert.Contains(one, (await FormationAsync(world)).Teams.Single(team => team.Any(seat => seat.Person == before.Teams[1][1].Person)).Select(seat => seat.Person));

        await world.RestartBotAsync();
        await mira.RunAsync("teams form");
        await world.WaitForAsync(mira, "general", "Lock team 1", atLeast: 2);
        await mira.PressAsync("Lock team 1");
        await world.WaitForAsync(mira, "general", "🔒 Team 1 stays as it is");
        var locked = (await FormationAsync(world)).Teams[0].Select(seat => seat.Person).Order().ToList();
        await mira.PressAsync("Rebuild the rest");
        await world.WaitForAsync(mira, "general", "🔒 locked");
        Assert.Contains((await FormationAsync(world)).Teams, team => team.Select(seat => seat.Person).Order().SequenceEqual(locked));

        Assert.Equal((heard, seen), (people.Sum(person => person.Notifications().Count), Seen(ada)));
        await mira.PressAsync("Commit…");
        await world.WaitForAsync(mira, "general", "## Commit formation #1?");
        await mira.PressAsync($"Commit {before.Teams.Count} teams");
        await world.WaitForAsync(mira, "general", $"✅ Formation #1: {before.Teams.Count} teams, each in its place");
        Assert.Equal(seen + 1, Seen(ada));
        await mira.PressAsync("Undo…");
        await world.WaitForAsync(mira, "general", "Delete all of it");
        await mira.PressAsync("Delete all of it");
        await world.WaitForAsync(mira, "general", "🧹 Formation **#1** is taken back");
        Assert.Equal(seen, Seen(ada));

        await mira.RunAsync("teams form");
        await world.WaitForAsync(mira, "general", "## Formation #2");
    }

    // Without direct messages: in those their people hear of it.
    private static int Seen(Person person) => person.Channels().Count(channel => channel.Recipients.Count == 0);

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    private static async Task<FormationSeats> FormationAsync(SandboxWorld world)
    {
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        return FormationSeats.Read((await db.AcrossGuilds<Formation>().SingleAsync()).Seats);
    }

    private static async Task<string> IdAsync(SandboxWorld world, string key)
    {
        await using var db = world.Bot.GetRequiredService<INexusDbFactory>().Create();
        return $"{key}:{(await db.AcrossGuilds<Formation>().SingleAsync()).Id}";
    }
}
