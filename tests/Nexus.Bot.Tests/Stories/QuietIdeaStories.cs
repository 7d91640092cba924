using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class QuietIdeaStories
{
    private const string Buses = "Bus times near campus", Recipes = "Recipes from what is left";

    [Fact]
    public async Task Of_two_ideas_that_fell_silent_one_is_kept_and_the_other_parked_and_brought_back()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo) = (world.As("ada"), world.As("bo"));
        await ada.ProposeAsync(world, Buses, "Students wait for buses that never come, because nobody knows when they pass.");
        await bo.ProposeAsync(world, Recipes, "Much food is thrown away in shared kitchens at the end of a week.");
        await bo.SayAsync(Buses, "I would use that every day.");
        await ada.SayAsync(Recipes, "Which data would it need?");
        await world.RestartBotAsync();

        await world.PassDaysAsync(22);
        Assert.StartsWith($"💤 <@{ada.User.Id}>, is **#1 {Buses}** still on?", Assert.Single(await world.WaitForAsync(ada, Buses, "still on?")), StringComparison.Ordinal);
        await world.WaitForAsync(bo, Recipes, "still on?");
        Assert.True((await bo.PressAsync(Told(bo, "still on?", Buses), "Park…")).Ephemeral);
        var kept = await ada.PressAsync(Told(ada, "still on?", Buses), "Keep");
        Assert.Equal($"✅ <@{ada.User.Id}> keeps **#1 {Buses}** on the board.", kept.Text);

        await world.RestartBotAsync();
        await world.PassDaysAsync(8);
        Assert.Contains($"**#2 {Recipes}** is parked on ", Assert.Single(await world.WaitForAsync(bo, Recipes, "⏳")), StringComparison.Ordinal);
        await world.PassDaysAsync(8);
        Assert.Contains("although I asked and warned", Assert.Single(await world.WaitForAsync(bo, Recipes, "→ Parked")), StringComparison.Ordinal);
        Assert.Empty(SandboxWorld.Read(ada, Buses, "⏳"));

        await bo.SayAsync(Recipes, "I have time again."); // its thread was archived meanwhile
        var back = await bo.PressAsync(Told(bo, "→ Parked"), "Bring it back");
        Assert.StartsWith($"💡 **#2 {Recipes}** is **Proposed** now.", back.Text, StringComparison.Ordinal);
        await world.WaitForAsync(ada, Recipes, "Parked → Proposed");
    }

    private static ulong Told(Person who, string word, string thread = Recipes) => who.StoredMessages(thread).Last(message => MessageText.Of(message).Contains(word, StringComparison.Ordinal)).Id;
}
