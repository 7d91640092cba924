using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class FirstWeekStories
{
    private const string Buses = "Bus times near campus";

    [Fact]
    public async Task On_day_three_mentors_read_who_has_no_idea_one_is_nudged_joins_and_is_not_in_the_list_of_day_five()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, mira, grace) = (world.As("ada"), world.As("bo"), world.As("mira"), world.As("grace"));
        await world.ChooseLogAsync("mentors");
        await grace.RunAsync("idea settings");
        var form = await grace.PressAsync("Numbers and dates…");
        await grace.SubmitAsync(form.Modal!.ModalId, new { start = "today" });
        await ada.ProposeAsync(world, Buses, "Students wait for buses that never come, because nobody knows when they pass.");

        await world.PassDaysAsync(2.2);
        var third = Assert.Single(await world.WaitForAsync(mira, "mentors", "neither an idea nor joined one"));
        Assert.Contains($"<@{bo.User.Id}> (day 3)", third, StringComparison.Ordinal);
        Assert.DoesNotContain($"<@{ada.User.Id}>", third, StringComparison.Ordinal);
        await mira.PressAsync("Show the list");
        await world.WaitForAsync(mira, "mentors", "Page 1 of 2");
        await mira.PressAsync("Next");
        await world.WaitForAsync(mira, "mentors", $"<@{bo.User.Id}> · day 3");
        Assert.StartsWith($"✅ <@{bo.User.Id}> gets a direct message", (await mira.PressAsync(Listed(mira, bo), $"idea.nudge.v1:{bo.User.Id}")).Text, StringComparison.Ordinal);
        var nudge = Assert.Single(await world.WaitForAsync(bo, "dm", "easiest first steps"));
        Assert.Contains($"• **#1 {Buses}**", nudge, StringComparison.Ordinal);

        await world.RestartBotAsync();
        var panel = await bo.PressAsync(bo.In(Buses).Place.Id, "I'd build this");
        Assert.Contains("✅ You have a place as **frontend**.", panel.Text, StringComparison.Ordinal);
        await world.PassDaysAsync(2);

        var lists = await world.WaitForAsync(mira, "mentors", "neither an idea nor joined one\n-# Day 5", atLeast: 1);
        Assert.DoesNotContain($"<@{bo.User.Id}>", lists[^1], StringComparison.Ordinal);
    }

    private static ulong Listed(Person mentor, Person learner) =>
        mentor.StoredMessages("mentors").Last(message => MessageText.Of(message).Contains($"<@{learner.User.Id}> · day 3", StringComparison.Ordinal)).Id;
}
