namespace Nexus.Bot.Tests.Stories;

public sealed class TeamStories
{
    [Fact]
    public async Task Ada_begins_a_team_Bo_comes_they_link_their_repository_and_in_the_end_leave()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, rosa) = (world.As("ada"), world.As("bo"), world.As("rosa"));

        var made = await ada.RunAsync("team create", new { name = "Night Owls" });
        Assert.True(made.Ephemeral);
        Assert.StartsWith("🚀 **#1 Night Owls** is there, and you are on it.", made.Text, StringComparison.Ordinal);
        await world.WaitForChannelAsync(ada, "Night Owls");
        Assert.DoesNotContain(bo.Channels(), channel => channel.Name == "Night Owls");
        Assert.Contains($"• <@{ada.User.Id}> · backend", Assert.Single(await world.WaitForAsync(ada, "Night Owls", "How to begin")), StringComparison.Ordinal);

        await ada.RunAsync("team invite", new { person = "bo" });
        await world.WaitForAsync(bo, "dm", "asks you to come to team **#1 Night Owls**");
        await world.RestartBotAsync();
        Assert.StartsWith("🎉 You are on **#1 Night Owls** now", (await bo.PressAsync("I'd like to")).Text, StringComparison.Ordinal);
        await world.WaitForChannelAsync(bo, "Night Owls");
        await world.WaitForAsync(bo, "Night Owls", $"👋 <@{bo.User.Id}> is on the team now");

        await bo.RunAsync("team link", new { kind = "Repository", url = "https://github.com/night-owls/bus" });
        await world.WaitForAsync(ada, "Night Owls", "3. ✅ A repository that everybody can push to.");
        var shown = await rosa.RunAsync("team show", new { team = "1" });
        Assert.Contains("-# Nobody yet for: mentor", shown.Text, StringComparison.Ordinal);

        await ada.RunAsync("team leave");
        await world.WaitForAsync(bo, "Night Owls", $"🚪 <@{ada.User.Id}> has left the team.");
        Assert.Contains("You were the last, so the team has ended", (await bo.RunAsync("team leave")).Text, StringComparison.Ordinal);
        Assert.Contains("There is none yet.", (await bo.RunAsync("team list")).Text, StringComparison.Ordinal);
    }
}
