using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Board;

public sealed class ShowSearchRandomTests
{
    private static readonly TestPerson Fay = new(401, "fay", Permissions.SendMessages, 801);

    [Theory]
    [InlineData("1")]
    [InlineData("#1")]
    [InlineData("Bus times at a glance")]
    [InlineData("https://discord.com/channels/1/700000000000000001")]
    public async Task An_idea_is_shown_with_its_steps_their_reasons_and_what_was_merged_into_it(string named)
    {
        await using var world = await StartAsync();

        var shown = await world.RunAsync(TestPerson.Bo, "idea show", new { idea = named });

        Assert.True(shown.IsPrivate);
        Assert.StartsWith("## Bus times at a glance\n⏸️ **Parked**", ReplyText.Of(shown), StringComparison.Ordinal);
        Assert.Contains("🔀 Merged into it: [#2](https://discord.com/channels/1/700000000000000002/700000000000000002) Tram \\*times\\*", ReplyText.Of(shown), StringComparison.Ordinal);
        Assert.EndsWith(
            """
            **How it came here**
            -# <t:1795424400:d> Proposed → Shaping by <@101>: Talking to \*riders\* first
            -# <t:1795424400:d> Shaping → Parked: Nobody wrote here for a month
            [Go to its card](https://discord.com/channels/1/700000000000000001/700000000000000001)
            """,
            ReplyText.Of(shown),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_idea_says_as_which_it_goes_on()
    {
        await using var world = await StartAsync();

        Assert.Contains("it goes on as [#1](https://discord.com/channels/1/700000000000000001/700000000000000001) Bus times at a glance", ReplyText.Of(await world.RunAsync(TestPerson.Bo, "idea show", new { idea = "2" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_name_none_for_sure_offer_those_near_and_a_choice_shows_it()
    {
        await using var world = await StartAsync();

        var asked = await world.RunAsync(TestPerson.Bo, "idea show", new { idea = "recipe" });
        Assert.Equal("There is no idea called “recipe”. Did you mean one of these?\n[Did you mean…: #3 Recipe box]", ReplyText.Of(asked));
        Assert.Contains("## Recipe box\n", ReplyText.Of(await OpenAsync(world, TestPerson.Bo, asked)), StringComparison.Ordinal);
        Assert.Equal(
            "There is no idea called “zeppelin”. `/idea board` shows all of them, `/idea search` looks through their words.", ReplyText.Of(await world.RunAsync(TestPerson.Bo, "idea show", new { idea = "zeppelin" })));
    }

    [Fact]
    public async Task What_waits_for_review_opens_for_its_author_and_mentors_alone_whatever_id_is_sent()
    {
        await using var world = await StartAsync();
        var secret = Proposed.Idea(world, 9, "In secret", IdeaStatus.InReview, by: TestPerson.Bo);
        var elsewhere = Proposed.Idea(world, 9, "Elsewhere", guild: new Snowflake(2));
        await Proposed.AddAsync(world, secret, elsewhere);

        Assert.Contains("In secret", ReplyText.Of(await OpenAsync(world, TestPerson.Bo, secret.Id)), StringComparison.Ordinal);
        Assert.Contains("In secret", ReplyText.Of(await OpenAsync(world, TestPerson.Mentor, secret.Id)), StringComparison.Ordinal);
        Assert.Equal("This idea is no longer there. `/idea board` shows those that are.", ReplyText.Of(await OpenAsync(world, TestPerson.Ada, secret.Id)));
        Assert.Equal("This idea is no longer there. `/idea board` shows those that are.", ReplyText.Of(await OpenAsync(world, TestPerson.Admin, elsewhere.Id)));
        Assert.DoesNotContain("In secret", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "idea show", new { idea = "9" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_forgives_typing_mistakes_and_says_how_it_read_them()
    {
        await using var world = await StartAsync();

        var found = await world.RunAsync(TestPerson.Bo, "idea search", new { words = "recpie box" });

        Assert.True(found.IsPrivate);
        Assert.Equal(
            """
            ## Ideas found
            -# for “recipe box”, which I read in “recpie box”
            [#3](https://discord.com/channels/1/700000000000000003/700000000000000003) **Recipe box**
            -# 💡 Proposed · 0 votes · <t:1795424400:R>
            [Open…: #3 Recipe box]
            """,
            ReplyText.Of(found));
    }

    [Fact]
    public async Task A_search_without_a_hit_offers_what_means_the_same_and_the_way_to_put_ones_own_up()
    {
        await using var world = await StartAsync();
        await Proposed.AddAsync(world, Written(world, 4, "Movie picker"));

        Assert.StartsWith(
            "No idea has “cinema” in it. This one comes near; if it is none of them, put yours up.\n[#4]", ReplyText.Of(await world.RunAsync(TestPerson.Bo, "idea search", new { words = "cinema" })), StringComparison.Ordinal);
        Assert.Equal(
            "No idea has “zeppelin \\*hangar\\*” in it. If it is yours, put it up; `/idea board` shows those that are there.\n[Propose it]",
            ReplyText.Of(await world.RunAsync(TestPerson.Bo, "idea search", new { words = "zeppelin *hangar*" })));
    }

    [Fact]
    public async Task Ideas_by_chance_begin_with_a_place_for_ones_track_and_none_comes_twice_before_all_were_there()
    {
        await using var world = new SliceWorld();
        await world.ConfigureAsync(configuration => configuration.FrontendRoleId = new Snowflake(801));
        var ideas = Enumerable.Range(1, 30).Select(number => Proposed.Idea(world, number, by: number == 30 ? Fay : TestPerson.Ada)).ToList();
        await Proposed.AddAsync(world, ideas);
        await Proposed.AddAsync(world, Proposed.Idea(world, 40, status: IdeaStatus.Building), Proposed.Idea(world, 41, status: IdeaStatus.InReview));
        foreach (var idea in ideas.Take(20))
        {
            await Proposed.NeedsAsync(world, idea, idea.Number <= 10 ? IdeaRole.Frontend : IdeaRole.Backend, 1, 1);
        }

        var reply = await world.RunAsync(Fay, "idea random");
        var seen = new List<int> { NumberOf(reply) };
        for (var i = 1; i < 29; i++)
        {
            reply = await world.PressAsync(Fay, reply, "Another one");
            Assert.Equal(ReplyKind.Change, reply.Kind);
            seen.Add(NumberOf(reply));
        }

        Assert.Equal(Enumerable.Range(1, 10), seen.Take(10).Order());
        Assert.Equal(Enumerable.Range(11, 10), seen.Skip(10).Take(10).Order());
        Assert.Equal(Enumerable.Range(21, 9), seen.Skip(20).Order());
        Assert.NotEqual(seen.Order(), seen);
        reply = await world.PressAsync(Fay, reply, "Another one");
        Assert.Contains("\nYou have seen them all: this was the first one.\n", ReplyText.Of(reply), StringComparison.Ordinal);
        Assert.Equal(seen[0], NumberOf(reply));
    }

    [Fact]
    public void Two_who_look_by_chance_see_another_order_and_what_comes_meanwhile_repeats_nothing()
    {
        var ideas = Enumerable.Range(1, 50).Select(id => ((long)id, 0)).ToList();
        Assert.Equal(40, Enumerable.Range(1, 40).Select(seed => string.Join(' ', Walk((ulong)seed, ideas, 50))).Distinct().Count());

        var first = Walk(7, ideas, 25);
        var walk = new RandomWalk(7, 0, first[^1]);
        var after = new List<long>();
        while (walk.Next([.. ideas.Concat(Enumerable.Range(51, 50).Select(id => ((long)id, 0)))]) is { IsAnew: false } next)
        {
            after.Add((walk = next.Walk).Last!.Value);
        }

        Assert.Empty(first.Intersect(after));
        Assert.Subset(after.Concat(first).ToHashSet(), ideas.Select(idea => idea.Item1).ToHashSet());
        Assert.Equal(walk, RandomWalk.Parse(walk.ToString()));

        static List<long> Walk(ulong seed, IReadOnlyCollection<(long, int)> ideas, int steps)
        {
            var (walk, seen) = (RandomWalk.From(seed), new List<long>());
            for (var i = 0; i < steps; i++)
            {
                seen.Add((walk = walk.Next(ideas)!.Value.Walk).Last!.Value);
            }

            return seen;
        }
    }

    [Fact]
    public async Task Without_an_open_idea_of_somebody_else_there_is_none_by_chance()
    {
        await using var world = new SliceWorld();
        await Proposed.AddAsync(world, Proposed.Idea(world, 1), Proposed.Idea(world, 2, status: IdeaStatus.Shipped, by: TestPerson.Bo));

        Assert.Equal("Nobody else has an open idea just now. Put yours up with `/idea add`: a rough thought is enough.", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "idea random")));
        Assert.Equal(1, NumberOf(await world.PressAsync(TestPerson.Bo, AnotherIdeaButton.Spec.For("nonsense"))));
    }

    [Fact]
    public async Task A_page_of_the_hub_leads_to_the_two_hottest_ideas_about_it()
    {
        await using var world = new SliceWorld();
        var unposted = Proposed.Idea(world, 5, tags: ["django"], heat: 99);
        unposted.CardMessageId = null;
        await Proposed.AddAsync(
            world,
            Proposed.Idea(world, 1, tags: ["django"]),
            Proposed.Idea(world, 2, "Bus *times*", IdeaStatus.Building, votes: 3, tags: ["docker", "django"], heat: 2),
            Proposed.Idea(world, 3, votes: 1, tags: ["django"], heat: 5),
            Proposed.Idea(world, 4, tags: ["django-orm"], heat: 9),
            unposted,
            Proposed.Idea(world, 6, status: IdeaStatus.Parked, tags: ["django"], heat: 9),
            Proposed.Idea(world, 7, tags: ["django"], heat: 9, guild: new Snowflake(2)));

        var lines = new List<string>();
        foreach (var source in world.Services.GetServices<Bot.Hub.IPageActivity>())
        {
            lines.AddRange((await source.AboutAsync(Interactions.Guild, "django", default)).Select(line => $"{line.Text} {line.Url}"));
        }

        Assert.Equal(
            [
                "💡 Idea #3 Idea 3, 1 vote https://discord.com/channels/1/7003/7003",
                "🔨 Idea #2 Bus \\*times\\*, 3 votes https://discord.com/channels/1/7002/7002",
            ],
            lines);
    }

    private static async Task<SliceWorld> StartAsync()
    {
        var world = new SliceWorld();
        await world.ConfigureAsync();
        Idea[] ideas = [Written(world, 1, "Bus times at a glance", IdeaStatus.Parked), Written(world, 2, "Tram *times*", IdeaStatus.Merged), Written(world, 3, "Recipe box")];
        await Proposed.AddAsync(world, ideas);
        await using var db = world.Db();
        db.In<Idea>(Interactions.Guild).Single(idea => idea.Number == 2).MergedIntoId = ideas[0].Id;
        db.AddRange(Move(1, TestPerson.Ada.Id, IdeaStatus.Proposed, IdeaStatus.Shaping, "Talking to *riders* first"), Move(2, default, IdeaStatus.Shaping, IdeaStatus.Parked, "Nobody wrote here for a month"));
        await db.SaveChangesAsync();
        return world;

        IdeaMove Move(int number, Snowflake by, IdeaStatus from, IdeaStatus to, string reason) => new()
        {
            GuildId = Interactions.Guild, IdeaId = ideas[0].Id, Number = number, At = world.Clock.GetUtcNow(), By = by, From = from, To = to, Reason = reason,
        };
    }

    private static Idea Written(SliceWorld world, int number, string title, IdeaStatus status = IdeaStatus.Proposed)
    {
        var idea = Proposed.Idea(world, number, title, status);
        (idea.ThreadId, idea.CardChannelId, idea.CardMessageId) = (Id(), Id(), Id());
        return idea;

        Snowflake Id() => new(700_000_000_000_000_000 + (ulong)number);
    }

    private static Task<Reply> OpenAsync(SliceWorld world, TestPerson who, Reply on)
    {
        var select = ReplyText.AllOf(on.Components).OfType<StringSelect>().Single();
        return world.HandleAsync(Interactions.Select(who, select.CustomId, ComponentType.StringSelect, select.Options[0].Value));
    }

    private static Task<Reply> OpenAsync(SliceWorld world, TestPerson who, long id) =>
        world.HandleAsync(Interactions.Select(who, OpenIdeaSelect.Spec.For(), ComponentType.StringSelect, id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static int NumberOf(Reply reply)
    {
        var words = ReplyText.Of(reply);
        return int.Parse(new string([.. words[(words.LastIndexOf("-# #", StringComparison.Ordinal) + 4)..].TakeWhile(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture);
    }
}
