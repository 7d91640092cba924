namespace Nexus.Bot.Tests.Stories;

public sealed class DemoProfileStories
{
    [Fact]
    public async Task On_a_new_sandbox_there_is_somebody_to_be_matched_with_and_nothing_is_left_lying_about()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, newt) = (world.As("ada"), world.As("newt"));
        var before = ada.StoredMessages("introductions").Count;

        Assert.Null(await world.MakeProfilesAsync());

        Assert.Equal(before, ada.StoredMessages("introductions").Count);
        await ada.RunAsync("pair find");
        var found = Assert.Single(await world.WaitForAsync(ada, "general", "Who fits you"));
        Assert.Contains("• covers frontend\n• you share **", found, StringComparison.Ordinal);
        Assert.StartsWith("I keep no profile of you on this server.", (await newt.RunAsync("profile export")).Text, StringComparison.Ordinal);
    }
}
