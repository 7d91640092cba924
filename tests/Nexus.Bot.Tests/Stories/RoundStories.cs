using Nexus.Sandbox.Control;

namespace Nexus.Bot.Tests.Stories;

public sealed class RoundStories
{
    private static readonly string[] Threads = ["Round 1, pair 1", "Round 1, pair 2"];

    [Fact]
    public async Task Five_people_are_a_pair_and_a_trio_a_sixth_comes_late_and_at_the_end_they_say_whether_they_met()
    {
        await using var world = await SandboxWorld.StartAsync();
        var mira = world.As("mira");
        var five = new[] { "ada", "bo", "tunde", "rosa", "newt" }.Select(world.As).ToList();
        await mira.RunAsync("pair round");
        await mira.SelectAsync("rounds.callin.v1", "general");
        await mira.PressAsync("Post it");
        await world.WaitForAsync(mira, "general", "Meet somebody new");
        foreach (var person in five)
        {
            var joined = await person.PressAsync("Take part");
            Assert.True(joined.Ephemeral);
            Assert.StartsWith("🎲 You take part in rounds of pairs.", joined.Text, StringComparison.Ordinal);
        }

        await mira.RunAsync("pair round");
        await mira.PressAsync("Start a round now…");
        await world.WaitForAsync(mira, "general", "**2 pairs, one of them three people** of 5 people. Nobody hears of it before **Draw**.");
        Assert.DoesNotContain(five[0].Channels(), channel => Threads.Contains(channel.Name));
        await mira.PressAsync("Draw");
        await world.WaitForAsync(five[0], "general", "🎲 **Round 1** of pairs has begun: 2 pairs, one of them three people.");
        var places = await Task.WhenAll(five.Select(person => PlaceAsync(world, person)));
        Assert.Equal([2, 3], places.GroupBy(place => place).Select(place => place.Count()).Order());
        await world.WaitForAsync(five[0], places[0], $"<@{five[0].User.Id}>");

        // A sixth comes late, and waits an hour for another.
        var chidi = world.As("chidi");
        Assert.Contains("Round 1 is running already: within the hour I look for somebody for you.", (await chidi.RunAsync("pair join")).Text, StringComparison.Ordinal);
        await world.RestartBotAsync();
        world.Pass(TimeSpan.FromMinutes(61));
        var third = await PlaceAsync(world, chidi);
        await world.WaitForAsync(chidi, third, $"👋 <@{chidi.User.Id}> joins you for this round");
        Assert.Equal(places.GroupBy(place => place).Single(place => place.Count() == 2).Key, third);

        // Ada's have met; the others are reminded.
        var adas = places[0];
        world.Pass(TimeSpan.FromDays(7));
        await world.WaitForAsync(five[0], adas, "Half of round 1 is over.");
        Assert.StartsWith("🎉 Good to hear!", (await five[0].In(adas).PressAsync("We met")).Text, StringComparison.Ordinal);

        world.Pass(TimeSpan.FromDays(6));
        foreach (var place in Threads)
        {
            await world.WaitForAsync(five[Array.FindIndex(places, it => it == place)], place, "**Did you meet?** Round 1 comes to its end.");
        }

        var other = five[Array.FindIndex(places, it => it != adas)];
        var wont = await other.PressAsync("We won't");
        Assert.True(wont.Ephemeral);
        await other.PressAsync("Ask a mentor for help");
        var card = (await mira.RunAsync("pair round")).Text;
        Assert.Contains("Met: 1 · not yet: 0 · won't: 1 · nothing said: 0", card, StringComparison.Ordinal);
        Assert.Contains($"**Would like a mentor's help**: <@{other.User.Id}>", card, StringComparison.Ordinal);
        Assert.Contains("👥 **Your pairs**", (await other.RunAsync("pair show")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> PlaceAsync(SandboxWorld world, Person person)
    {
        await await Task.WhenAny(Threads.Select(thread => world.WaitForChannelAsync(person, thread)));
        return person.Channels().Select(channel => channel.Name!).Single(Threads.Contains);
    }
}
