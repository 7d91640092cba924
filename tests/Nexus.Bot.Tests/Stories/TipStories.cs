using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class TipStories
{
    private const string Headline = "### 💡 Tip of the day: ";

    [Fact]
    public async Task Mira_starts_the_tips_one_comes_each_day_across_a_restart_and_she_stops_them()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (mira, ada) = (world.As("mira"), world.As("ada"));

        Assert.StartsWith("This is for mentors.", (await ada.RunAsync("tip schedule", new { channel = "general", at = "09:00" })).Text, StringComparison.Ordinal);
        var started = await mira.RunAsync("tip schedule", new { channel = "general", at = "09:00" });
        Assert.True(started.Ephemeral);
        Assert.StartsWith("✅ A tip from the hub goes to", started.Text, StringComparison.Ordinal);

        world.Pass(TimeSpan.FromDays(1));
        var first = Assert.Single(await world.WaitForAsync(ada, "general", Headline));
        var today = await ada.RunAsync("tip show");
        Assert.True(today.Ephemeral);
        Assert.Equal(first.Split('\n')[0], today.Line(1));
        Assert.Empty(ada.Notifications());
        var page = await ada.PressAsync("Open the page");
        Assert.True(page.Ephemeral);
        Assert.Contains("hub: ", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("This is for mentors.", (await ada.PressAsync("Stop these tips")).Text, StringComparison.Ordinal);

        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromDays(1));
        await world.WaitForAsync(mira, "general", Headline, atLeast: 2);
        Assert.Equal(2, SandboxWorld.Read(world.As("bo"), "general", Headline).Select(text => text.Split('\n')[0]).Distinct().Count());

        Assert.StartsWith("The tip of the day has stopped.", (await mira.PressAsync("Stop these tips")).Text, StringComparison.Ordinal);
        world.Pass(TimeSpan.FromDays(2));
        Assert.StartsWith("No tip of the day is planned here.", (await mira.RunAsync("tip stop")).Text, StringComparison.Ordinal);
        Assert.Equal(2, SandboxWorld.Read(world.As("bo"), "general", Headline).Count);
    }
}
