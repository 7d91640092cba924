using System.Diagnostics;
using System.Text.RegularExpressions;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Ideas.Board;

public sealed partial class IdeaBoardTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_learner_reads_the_board_with_links_and_ways_to_narrow_it()
    {
        await using var world = await StartAsync();

        var board = await world.RunAsync(TestPerson.Bo, "idea board", new { wanted = "Frontend" });

        Assert.True(board.IsPrivate);
        Assert.Equal(
            """
            ## Ideas
            -# 3 ideas · frontend wanted · hot: votes and places of these days first
            [#2](https://discord.com/channels/1/7002/7002) **Idea 2**
            -# ✏️ Shaping · 4 votes · backend 0/2, frontend 0/1 · `react` · <t:1795165200:R>
            [#3](https://discord.com/channels/1/7003/7003) **Idea 3**
            -# 🙋 Ready · 4 votes · backend 1/1, frontend 1/2 · `django` · <t:1794733200:R>
            [#1](https://discord.com/channels/1/7001/7001) **Idea 1**
            -# 💡 Proposed · 9 votes · backend 2/2, frontend 0/1 · `django` · <t:1793696400:R>
            -# Hot: each vote counts 1 and each place taken 2; after three days half as much, after six a quarter.
            [Open…: #2 Idea 2 | #3 Idea 3 | #1 Idea 1]
            [Which ideas: The whole board | 💡 Proposed | ✏️ Shaping | 🙋 Ready | 🔨 Building | 🚀 Shipped | ⏸️ Parked | ✖️ Declined]
            [Only…: Mine: those I proposed | With a free place: backend | With a free place: frontend | With a free place: mentor]
            [Order: Hot: votes and places of these days first | Top: most votes first | New: the newest first | Needs people: with a free place, nearest to beginning first]
            """,
            ReplyText.Of(board));
    }

    [Fact]
    public Task Orders_and_filters_choose_the_same_in_SQLite() => OrdersAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Orders_and_filters_choose_the_same_in_PostgreSQL() => OrdersAsync(DatabaseOptions.Postgres);

    private static async Task OrdersAsync(string provider)
    {
        await using var world = await StartAsync(provider);

        Assert.Equal("4 2 3 1 6", Numbers(await world.RunAsync(TestPerson.Bo, "idea board")));
        Assert.Equal("4 2 3 1 6", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { sort = "Hot" })));
        Assert.Equal("4 1 3 2 6", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { sort = "Top" })));
        Assert.Equal("6 2 3 4 1", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { sort = "New" })));
        Assert.Equal("1 2 3", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { sort = "NeedsPeople" }))); // one is missing, three are, none is
        Assert.Equal("5", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { status = "Parked" })));
        Assert.Equal("4 3 1", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { tag = "django" })));
        Assert.Equal("2", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { wanted = "Backend" }))); // 4 has a place, and its team
        Assert.Equal("3", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { tag = "django", status = "Ready" })));
        Assert.Equal("3 1 6", Numbers(await world.RunAsync(TestPerson.Mentor, "idea board", new { unanswered = true })));
        Assert.Equal("5 4 2 8 6", Numbers(await world.RunAsync(TestPerson.Bo, "idea board", new { mine = true })));
    }

    [Fact]
    public async Task What_waits_for_review_is_in_its_authors_own_list_alone_and_what_was_taken_back_in_none()
    {
        await using var world = await StartAsync();

        foreach (var who in new[] { TestPerson.Ada, TestPerson.Mentor })
        {
            foreach (var options in new object[] { new { }, new { sort = "New" }, new { status = "Declined" }, new { mine = true } })
            {
                var words = ReplyText.Of(await world.RunAsync(who, "idea board", options));
                Assert.DoesNotContain("In secret", words, StringComparison.Ordinal);
                Assert.DoesNotContain("Taken back", words, StringComparison.Ordinal);
                Assert.DoesNotContain("Elsewhere", words, StringComparison.Ordinal);
            }
        }

        var own = await world.RunAsync(TestPerson.Bo, "idea board", new { mine = true });
        Assert.Contains("**In secret**\n-# 🕓 In review", ReplyText.Of(own), StringComparison.Ordinal);
        Assert.DoesNotContain("Taken back", ReplyText.Of(own), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ideas_without_a_mentors_answer_are_for_mentors()
    {
        await using var world = await StartAsync();

        var refused = await world.RunAsync(TestPerson.Bo, "idea board", new { unanswered = true });
        var mentors = await world.RunAsync(TestPerson.Mentor, "idea board", new { unanswered = true });
        var forged = await world.HandleAsync(Interactions.Select(TestPerson.Bo, SelectId(mentors, "Only…"), ComponentType.StringSelect, "unanswered"));

        Assert.Equal("Which ideas still wait for a mentor's word is a list for mentors. `/idea board` shows all ideas.", ReplyText.Of(refused));
        Assert.Contains("no mentor has answered", ReplyText.Of(mentors), StringComparison.Ordinal);
        Assert.Contains("| No mentor has answered yet]", ReplyText.Of(mentors), StringComparison.Ordinal);
        Assert.Equal("4 2 3 1 6", Numbers(forged));
    }

    [Fact]
    public async Task What_is_chosen_below_the_list_changes_it_where_it_stands_and_the_rest_is_kept()
    {
        await using var world = await StartAsync();
        var board = await world.RunAsync(TestPerson.Bo, "idea board", new { tag = "django" });

        var top = await ChooseAsync(world, board, "Order", "Top");
        var wanted = await ChooseAsync(world, top, "Only…", "Backend", "Frontend");
        var none = await ChooseAsync(world, wanted, "Only…");
        var parked = await ChooseAsync(world, none, "Which ideas", "Parked");
        var all = await ChooseAsync(world, parked, "Which ideas", "all");

        Assert.Equal(ReplyKind.Change, top.Kind);
        Assert.Equal("4 1 3", Numbers(top));
        Assert.Contains("\n-# 2 ideas · about Django · backend or frontend wanted · top: most votes first\n", ReplyText.Of(wanted), StringComparison.Ordinal);
        Assert.Equal("1 3", Numbers(wanted));
        Assert.Equal("4 1 3", Numbers(none));
        Assert.StartsWith("## Ideas: parked\n-# 1 idea · about Django · top: most votes first\n[#5]", ReplyText.Of(parked), StringComparison.Ordinal);
        Assert.Equal("4 1 3 2 6", Numbers(all));
        Assert.Equal(["The whole board", "Top: most votes first"], Chosen(all));
    }

    [Fact]
    public async Task Pages_turn_keep_what_was_chosen_and_stay_as_they_are_while_time_passes()
    {
        await using var world = await StartAsync();
        await Proposed.AddAsync(world, [.. Enumerable.Range(20, 18).Select(number => Proposed.Idea(world, number, votes: 1, heat: number / 7, tags: ["docker"]))]);

        var first = await world.RunAsync(TestPerson.Bo, "idea board", new { tag = "docker" });
        world.Clock.Advance(TimeSpan.FromDays(5));
        var second = await world.PressAsync(TestPerson.Bo, first, "Next");
        var last = await world.PressAsync(TestPerson.Bo, second, "Last");

        Assert.EndsWith("\n-# Page 1 of 3\n[First] [Previous] [Next] [Last]", ReplyText.Of(first), StringComparison.Ordinal);
        Assert.Equal("37 36 35 34 33 32 31 30", Numbers(first));
        Assert.Equal("29 28 27 26 25 24 23 22", Numbers(second));
        Assert.Equal("21 20 6", Numbers(last));
        Assert.Contains("about Docker", ReplyText.Of(last), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false, "Nobody has put up an idea here yet. Be the first: `/idea add`. A rough thought is enough, others help to shape it.")]
    [InlineData("mine", false, "You have put up no idea yet. `/idea add` is the way: a rough thought is enough.")]
    [InlineData("mine", true, "You have put up no idea yet. `/idea add` is the way: a rough thought is enough.")]
    [InlineData("sort", true, "No idea has a free place just now. Put up your own with `/idea add`, or choose another order below.")]
    [InlineData("status", true, "None fits. Choose something else below, or put it up yourself: `/idea add`.")]
    [InlineData("unanswered", true, "🎉 Every open idea has heard from a mentor.")]
    [InlineData(null, true, "No idea is open or being built just now. Put one up with `/idea add`, or look at those that were shipped or parked below.")]
    public async Task An_empty_board_says_what_to_do_next(string? option, bool hasShipped, string words)
    {
        await using var world = new SliceWorld();
        await world.ConfigureAsync();
        if (hasShipped)
        {
            await Proposed.AddAsync(world, Proposed.Idea(world, 1, status: IdeaStatus.Shipped));
        }

        object value = option switch { "sort" => "NeedsPeople", "status" => "Parked", _ => true };
        var board = await world.RunAsync(TestPerson.Mentor, "idea board", option is null ? null : new Dictionary<string, object?> { [option] = value });

        Assert.Contains(words, ReplyText.Of(board).Split('\n'));
    }

    [Fact]
    public async Task A_tag_that_is_no_topic_asks_which_was_meant()
    {
        await using var world = await StartAsync();

        Assert.StartsWith(
            "The hub has no topic called “djang \\*\\*x\\*\\*”. Did you mean **", ReplyText.Of(await world.RunAsync(TestPerson.Bo, "idea board", new { tag = "djang **x**" })), StringComparison.Ordinal);
        Assert.Equal(
            "The hub has no topic called “🎉”. Leave out `tag`, or pick one of those that come up while you type.",
            ReplyText.Of(await world.RunAsync(TestPerson.Bo, "idea board", new { tag = "🎉" })));
    }

    [Fact]
    public async Task The_longest_of_everything_fits_one_message_and_its_ids()
    {
        await using var world = new SliceWorld();
        await world.ConfigureAsync();
        var tag = new string('t', BoardState.LongestTag);
        foreach (var number in Enumerable.Range(1_000_001, 17))
        {
            var idea = Proposed.Idea(world, number, new string('*', Idea.MostTitle), votes: 100_000, tags: [tag, tag + "1", tag + "2", tag + "3", tag + "4"]);
            (idea.ThreadId, idea.CardChannelId, idea.CardMessageId) = (new Snowflake(ulong.MaxValue), new Snowflake(ulong.MaxValue), new Snowflake(ulong.MaxValue));
            await Proposed.AddAsync(world, idea);
            foreach (var role in Enum.GetValues<IdeaRole>())
            {
                await Proposed.NeedsAsync(world, idea, role, 10, 10, taken: 9);
            }
        }

        var state = new BoardState(IdeaOrder.Hot) { Tag = tag, Status = IdeaStatus.Proposed, Wanted = Enum.GetValues<IdeaRole>(), IsMine = true, IsUnanswered = true, Page = 1 };
        var board = await world.PressAsync(TestPerson.Mentor, TurnBoardButton.For("previous", state with { IsMine = false }));
        var parts = ReplyText.AllOf(board.Components).ToList();

        Assert.Equal(8, Numbers(board).Split(' ').Length);
        Assert.InRange(parts.OfType<TextDisplay>().Sum(text => text.Content.Length), 2500, 4000);
        Assert.InRange(parts.Count, 10, 40);
        Assert.All(parts.OfType<Button>(), button => Assert.InRange(button.CustomId!.Length, 1, 100));
        Assert.All(parts.OfType<Select>(), select => Assert.InRange(select.CustomId.Length, 1, 100));
        Assert.Equal(state.ToString(), BoardState.Parse(state.ToString()).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("99/a/b/m/9/0")]
    [InlineData("-1/'; DROP TABLE/bfm/mu/0/-5")]
    [InlineData("1/////99999999999999999999")]
    public async Task Whatever_a_custom_id_says_shows_a_board(string argument)
    {
        await using var world = await StartAsync();

        foreach (var reply in new[]
        {
            await world.PressAsync(TestPerson.Bo, TurnBoardButton.Spec.For($"next/{argument}")),
            await world.HandleAsync(Interactions.Select(TestPerson.Bo, FilterBoardSelect.Spec.For($"order/{argument}"), ComponentType.StringSelect, "77")),
            await world.HandleAsync(Interactions.Select(TestPerson.Bo, FilterBoardSelect.Spec.For(argument), ComponentType.StringSelect, "Hot")),
        })
        {
            Assert.StartsWith("## ", ReplyText.Of(reply), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Five_thousand_ideas_are_paged_in_no_time()
    {
        await using var world = new SliceWorld(isLong: true);
        await world.ConfigureAsync();
        await using (var db = world.Db())
        {
            foreach (var number in Enumerable.Range(1, 5000))
            {
                var idea = Proposed.Idea(world, number, votes: number % 97, heat: number % 31, daysAgo: number % 50, tags: [number % 5 == 0 ? "django" : "docker"]);
                db.Add(idea);
            }

            await db.SaveChangesAsync();
            db.AddRange(db.In<Idea>(Interactions.Guild).ToList().SelectMany(idea => Enum.GetValues<IdeaRole>().Select(role => new IdeaNeed { GuildId = idea.GuildId, IdeaId = idea.Id, Role = role, Minimum = 1, Slots = 2 })));
            db.AddRange(db.In<Idea>(Interactions.Guild).ToList().SelectMany(idea => Enumerable.Range(1, (int)(idea.Id % 4)).Select(place => new IdeaInterest
            {
                GuildId = idea.GuildId, IdeaId = idea.Id, PersonId = new Snowflake((ulong)place), Role = place < 3 ? IdeaRole.Backend : IdeaRole.Frontend, Seat = place < 3 ? place : 1, Since = idea.CreatedAt,
            })));
            await db.SaveChangesAsync();
        }

        await world.RunAsync(TestPerson.Bo, "idea board");
        foreach (var order in Enum.GetValues<IdeaOrder>())
        {
            var watch = Stopwatch.StartNew();
            var page = await world.PressAsync(TestPerson.Bo, TurnBoardButton.For("next", new BoardState(order) { Wanted = [IdeaRole.Frontend], Page = 300 }));
            output.WriteLine($"{order}, page 301 of those with a frontend place: {watch.ElapsedMilliseconds} ms");

            Assert.Contains("5,000 ideas", ReplyText.Of(page), StringComparison.Ordinal);
            Assert.Contains("-# Page 301 of 625", ReplyText.Of(page), StringComparison.Ordinal);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{order} took {watch.ElapsedMilliseconds} ms");
        }
    }

    private static async Task<SliceWorld> StartAsync(string provider = DatabaseOptions.Sqlite)
    {
        var world = new SliceWorld(provider: provider);
        await world.ConfigureAsync();
        var (bo, reviewed) = (TestPerson.Bo, Proposed.Idea(world, 2, status: IdeaStatus.Shaping, votes: 4, daysAgo: 3, heat: 3, by: TestPerson.Bo, tags: ["react"]));
        reviewed.MentorAnsweredAt = world.Clock.GetUtcNow();
        Idea[] ideas =
        [
            Proposed.Idea(world, 1, votes: 9, daysAgo: 20, heat: 1, tags: ["django"]),
            reviewed,
            Proposed.Idea(world, 3, status: IdeaStatus.Ready, votes: 4, daysAgo: 8, heat: 2, tags: ["django"]),
            Proposed.Idea(world, 4, status: IdeaStatus.Building, votes: 30, daysAgo: 9, heat: 5, by: bo, tags: ["django"]),
            Proposed.Idea(world, 5, status: IdeaStatus.Parked, votes: 50, daysAgo: 1, heat: 9, by: bo, tags: ["django"]),
            Proposed.Idea(world, 6, by: bo, tags: ["docker"], daysAgo: 0.5),
            Proposed.Idea(world, 7, "Taken back", IdeaStatus.Withdrawn, by: bo),
            Proposed.Idea(world, 8, "In secret", IdeaStatus.InReview, by: bo),
            Proposed.Idea(world, 9, "Elsewhere", guild: new Snowflake(2)),
        ];
        await Proposed.AddAsync(world, ideas);
        await Proposed.NeedsAsync(world, ideas[0], IdeaRole.Backend, 1, 2, taken: 2);
        await Proposed.NeedsAsync(world, ideas[0], IdeaRole.Frontend, 1, 1);
        await Proposed.NeedsAsync(world, ideas[1], IdeaRole.Backend, 2, 2);
        await Proposed.NeedsAsync(world, ideas[1], IdeaRole.Frontend, 1, 1);
        await Proposed.NeedsAsync(world, ideas[2], IdeaRole.Backend, 1, 1, taken: 1);
        await Proposed.NeedsAsync(world, ideas[2], IdeaRole.Frontend, 1, 2, taken: 1);
        await Proposed.NeedsAsync(world, ideas[3], IdeaRole.Backend, 1, 3, taken: 1);
        await Proposed.NeedsAsync(world, ideas[4], IdeaRole.Backend, 1, 3);
        return world;
    }

    private static Task<Reply> ChooseAsync(SliceWorld world, Reply on, string placeholder, params string[] values) =>
        world.HandleAsync(Interactions.Select(TestPerson.Bo, SelectId(on, placeholder), ComponentType.StringSelect, values));

    private static string SelectId(Reply reply, string placeholder) => ReplyText.AllOf(reply.Components).OfType<StringSelect>().Single(select => select.Placeholder == placeholder).CustomId;

    private static IEnumerable<string> Chosen(Reply reply) => ReplyText.AllOf(reply.Components).OfType<StringSelect>().SelectMany(select => select.Options).Where(option => option.Default == true).Select(option => option.Label);

    private static string Numbers(Reply reply) => string.Join(' ', InLine().Matches(string.Join('\n', ReplyText.AllOf(reply.Components).OfType<TextDisplay>().Select(text => text.Content))).Select(match => match.Groups[1].Value));

    [GeneratedRegex(@"^\[#(\d+)\]", RegexOptions.Multiline)]
    private static partial Regex InLine();
}
