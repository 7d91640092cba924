using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class IdeaStories
{
    private const string Buses = "Bus times near campus", Recipes = "Recipes from what is left", Departures = "When does the next bus to the campus come?";

    [Fact]
    public async Task Who_proposes_what_is_there_votes_for_it_joins_and_its_people_become_a_team()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, mira) = (world.As("ada"), world.As("bo"), world.As("mira"));
        await world.ChooseLogAsync("mentors");
        var card = await ada.ProposeAsync(world, Buses, "Nobody knows when the next bus comes, so everybody waits in the rain.", needs: "1 backend, 1 frontend");

        var form = await bo.RunAsync("idea add", new { title = Departures });
        var shown = await bo.SubmitAsync(form.Modal!.ModalId, new { problem = "I never know when the bus comes, and stand in the rain.", solution = "A page with the timetable of the bus." });
        Assert.True(shown.Ephemeral);
        Assert.Contains($"**#1 {Buses}** · Proposed, 0 votes", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"Your idea **{Departures}** is not posted yet.", shown.Text, StringComparison.Ordinal);
        await bo.PressAsync("Vote for #1 instead");
        await world.WaitForAsync(bo, "general", "Your vote counts for");
        await world.WaitForAsync(bo, "general", $"**{Departures}** was not posted");
        await world.WaitForAsync(ada, Buses, "**Proposed** · 1 vote");
        Assert.DoesNotContain(bo.Channels(), channel => channel.Name == Departures);

        await world.RestartBotAsync();
        Assert.Contains("✅ You have a place as **backend**.", (await ada.PressAsync(card, "I'd build this")).Text, StringComparison.Ordinal);
        Assert.Contains("✅ You have a place as **frontend**.", (await bo.PressAsync(card, "I'd build this")).Text, StringComparison.Ordinal);
        await world.WaitForAsync(ada, "dm", "Everybody is there");
        var toMentors = Assert.Single(await world.WaitForAsync(mira, "mentors", "Everybody is there"));
        Assert.Contains("Their team can be formed.", toMentors, StringComparison.Ordinal);

        await mira.PressAsync("Form the team");
        var name = await mira.PressAsync("Name it first…");
        Assert.StartsWith($"🔨 **#1 {Buses}** has its team, **Riders**:", (await mira.SubmitAsync(name.Modal!.ModalId, new { name = "Riders" })).Text, StringComparison.Ordinal);
        await world.WaitForChannelAsync(bo, "Riders");
        var welcome = Assert.Single(await world.WaitForAsync(bo, "Riders", "You build idea **#1** together"));
        Assert.Contains($"• <@{ada.User.Id}> · backend\n• <@{bo.User.Id}> · frontend", welcome, StringComparison.Ordinal);
        await world.WaitForAsync(ada, Buses, "Team: **Riders**");
        Assert.DoesNotContain(world.As("chidi").Channels(), channel => channel.Name == "Riders");
    }

    [Fact]
    public async Task Followers_read_each_move_once_also_across_a_restart_and_nobody_is_pinged()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, mira) = (world.As("ada"), world.As("bo"), world.As("mira"));
        var card = await ada.ProposeAsync(world, Buses, "Nobody knows when the next bus comes.");
        await bo.PressAsync(card, "Vote");
        var before = bo.Notifications().Count;

        await mira.RunAsync("idea status", new { idea = "1", to = "Shaping", reason = "Which cities first?" });
        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromMinutes(1)); // if the news was on its way, it is looked for before it is sent again

        var news = Assert.Single(await world.WaitForAsync(bo, Buses, "Proposed → Shaping"));
        Assert.Contains("> Which cities first?", news, StringComparison.Ordinal);
        Assert.Contains("Nobody was pinged", news, StringComparison.Ordinal);
        Assert.Equal(before, bo.Notifications().Count);
        await world.WaitForAsync(bo, Buses, "**Shaping** · 1 vote");
    }

    [Fact]
    public async Task Two_ideas_become_one_with_each_voter_counted_once_and_two_again()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, chidi, mira) = (world.As("ada"), world.As("bo"), world.As("chidi"), world.As("mira"));
        var buses = await ada.ProposeAsync(world, Buses, "Nobody knows when the next bus comes.");
        var recipes = await bo.ProposeAsync(world, Recipes, "Much food is thrown away in shared kitchens.");
        await chidi.PressAsync(buses, "Vote");
        await bo.PressAsync(buses, "Vote");
        await chidi.PressAsync(recipes, "Vote");
        await ada.PressAsync(recipes, "Vote");

        var preview = await mira.RunAsync("idea merge", new { idea = "2", into = "1" });
        Assert.Contains("• 2 + 2 votes make 3: each person counts once.", preview.Text, StringComparison.Ordinal);
        await mira.PressAsync("Merge into #1");
        await world.WaitForAsync(bo, Recipes, $"This idea goes on as **#1 {Buses}**");
        await world.WaitForAsync(ada, Buses, $"**#2 {Recipes}** goes on here");
        await world.WaitForAsync(ada, Buses, "**Proposed** · 3 votes");

        await world.RestartBotAsync();
        var why = await mira.PressAsync("Take it back…");
        var back = await mira.SubmitAsync(why.Modal!.ModalId, new { reason = "One is for kitchens" });
        Assert.StartsWith($"💡 **#2 {Recipes}** goes on by itself again and is **Proposed**.", back.Text, StringComparison.Ordinal);
        await world.WaitForAsync(ada, Buses, "**Proposed** · 2 votes");
        await world.WaitForAsync(bo, Recipes, "**Proposed** · 2 votes");
    }
}
