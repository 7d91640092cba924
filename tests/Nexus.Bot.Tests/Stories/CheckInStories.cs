namespace Nexus.Bot.Tests.Stories;

public sealed class CheckInStories
{
    [Fact]
    public async Task A_team_is_asked_in_its_place_says_that_it_needs_somebody_and_gets_a_mentor_who_has_room()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, mira, kwame) = (world.As("ada"), world.As("mira"), world.As("kwame"));
        await ada.RunAsync("team create", new { name = "Larks" });
        await world.WaitForChannelAsync(ada, "Larks");

        // Asked on Fridays, from the week after it has begun.
        await mira.RunAsync("teams checkins");
        await mira.SelectAsync("team-checkin.day.v1", "Friday");
        await world.PassDaysAsync(3);
        var asked = Assert.Single(await world.WaitForAsync(ada, "Larks", "How do you do this week?"));
        Assert.Contains("One press by any of you is enough.", asked, StringComparison.Ordinal);
        await world.RestartBotAsync();
        Assert.StartsWith("🆘 Noted for this week: **you need a mentor**.", (await ada.In("Larks").PressAsync("We need a mentor")).Text, StringComparison.Ordinal);
        await mira.RunAsync("teams checkins");
        Assert.Contains("🆘 **#1 Larks**: **", mira.LastText("general"), StringComparison.Ordinal);

        // Nobody has said that they have room; then Kwame does.
        Assert.Contains("waits for a mentor now, as number 1 in line", (await ada.RunAsync("team mentor")).Text, StringComparison.Ordinal);
        await kwame.RunAsync("teams mentoring", new { most = 1 });
        await world.WaitForAsync(kwame, "dm", "A team would like you as its mentor");
        Assert.StartsWith("🎉 You are on **#1 Larks** now", (await kwame.PressAsync("I'd like to")).Text, StringComparison.Ordinal);
        await world.WaitForAsync(ada, "Larks", $"👋 <@{kwame.User.Id}> is on the team now (mentor).");
        await world.WaitForChannelAsync(kwame, "Larks");
    }
}
