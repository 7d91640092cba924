using Nexus.Bot.Features.Ideas;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Ideas.Card;

public sealed class IdeaCardTests
{
    private static readonly DateTimeOffset s_at = new(2026, 9, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_learner_reads_the_idea_who_is_in_it_and_what_can_be_pressed() => Assert.Equal(
        """
        ## Bus times
        💡 **Proposed** · 12 votes · 2 not yet
        **The problem**
        Nobody knows *when*.
        **For whom**
        Commuters
        **A rough solution**
        An API
        ●○ **backend** 1 of 2, 1 place free: <@102>
        ○ **mentor** 0 of 1, 1 place free
        Still needed to begin: 1 backend
        -# #12 · by <@101> <t:1790154000:R> · edited · `django`
        [Vote] [I'd build this] [More…]
        """,
        Text(Idea(), Facts()));

    [Fact]
    public void Away_from_its_thread_the_card_leads_there()
    {
        var idea = Idea();
        idea.CardChannelId = new Snowflake(5);

        Assert.EndsWith("[Vote] [I'd build this] [Discuss](https://example.org/t) [More…]", Text(idea, Facts()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(IdeaStatus.InReview), "🕓 **In review**: a mentor reads it before others see it", "[More…]")]
    [InlineData(nameof(IdeaStatus.Shaping), "✏️ **Shaping** · 12 votes · 2 not yet", "[Vote] [I'd build this] [More…]")]
    [InlineData(nameof(IdeaStatus.Ready), "🙋 **Ready** · 12 votes · 2 not yet", "[Vote] [I'd build this] [More…]")]
    [InlineData(nameof(IdeaStatus.Building), "🔨 **Building** · 12 votes · 2 not yet", "[More…]")]
    [InlineData(nameof(IdeaStatus.Shipped), "🚀 **Shipped** · 12 votes · 2 not yet", "[More…]")]
    [InlineData(nameof(IdeaStatus.Parked), "⏸️ **Parked** · 12 votes · 2 not yet\n> Exams \\*first\\*\n-# Nobody works on it now. **More…** shows who can bring it back.", "[More…]")]
    [InlineData(nameof(IdeaStatus.Declined), "✖️ **Declined**\n> Exams \\*first\\*", "[More…]")]
    [InlineData(nameof(IdeaStatus.Withdrawn), "↩️ **Withdrawn**\n> Exams \\*first\\*", "[More…]")]
    public void Each_status_is_said_in_words_and_offers_what_works_in_it(string status, string says, string offers)
    {
        var text = Text(Idea(), Facts() with { Status = Enum.Parse<IdeaStatus>(status), Reason = "Exams *first*" });

        Assert.StartsWith($"## Bus times\n{says}\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"\n{offers}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_builds_it_and_where_stands_on_the_card()
    {
        var card = Facts() with { Status = IdeaStatus.Building, Team = "Bus *crew*", Repository = "https://github.com/bus/times" };

        Assert.Contains("\n**backend**: <@102>\nTeam: **Bus \\*crew\\***\nCode: <https://github.com/bus/times>\n", Text(Idea(), card), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "Code: `javascript:alert(1)`")]
    [InlineData("https://example.org/> [here](https://evil.example)", "Code: <https://example.org/%3E%20[here](https://evil.example)>")]
    public void An_address_that_somebody_typed_hides_nothing(string typed, string shown) =>
        Assert.Contains(shown, Text(Idea(), Facts() with { Repository = typed }), StringComparison.Ordinal);

    [Fact]
    public void Merged_ideas_lead_to_each_other()
    {
        var other = new IdeaLink(7, "Bus & [tram]", "https://example.org/7");

        Assert.Contains(
            "## Bus times\n🔀 **Merged**: it goes on as [#7](https://example.org/7) Bus & \\[tram\\]\n",
            Text(Idea(), Facts() with { Status = IdeaStatus.Merged, MergedInto = other }), StringComparison.Ordinal);
        Assert.EndsWith("\n[Go to #7](https://example.org/7) [More…]", Text(Idea(), Facts() with { Status = IdeaStatus.Merged, MergedInto = other }), StringComparison.Ordinal);
        Assert.Contains(
            "\n🔀 Merged into it: [#7](https://example.org/7) Bus & \\[tram\\], #8 X, #9 Y and 1 more\n",
            Text(Idea(), Facts() with { MergedIn = [other, new(8, "X", null), new(9, "Y", null), new(10, "Z", null)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_solution_is_shortened_and_all_of_it_is_one_press_away()
    {
        var idea = Idea();
        idea.Solution = new string('a', IdeaCardViews.MostSolution) + " and the end";

        Assert.True(IdeaCardViews.IsCut(idea));
        Assert.Contains("-# Shortened here: **More…** has all of it.", Text(idea, Facts()), StringComparison.Ordinal);
        Assert.DoesNotContain("and the end", Text(idea, Facts()), StringComparison.Ordinal);
        Assert.Contains("and the end", ReplyText.Of(IdeaCardViews.All(idea)), StringComparison.Ordinal);
        Assert.DoesNotContain("Shortened", Text(Idea(), Facts()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("](")]
    [InlineData("#\n")]
    [InlineData("`")]
    [InlineData("```\n")]
    [InlineData("@")]
    [InlineData("👩‍👩‍👧")]
    public void The_longest_idea_fits_in_every_status_and_can_be_read_to_the_last_word(string unit)
    {
        var idea = Idea();
        idea.Title = Repeated("*", Bot.Features.Ideas.Idea.MostTitle);
        idea.Problem = Repeated(unit, Bot.Features.Ideas.Idea.MostProblem - 2) + "p.";
        idea.ForWhom = Repeated(unit, Bot.Features.Ideas.Idea.MostForWhom - 2) + "w.";
        idea.Solution = Repeated(unit, Bot.Features.Ideas.Idea.MostSolution - 2) + "s.";
        var full = Enumerable.Repeat(new Snowflake(ulong.MaxValue), IdeaCrew.MostSlots).ToList();
        var url = "https://discord.com/channels/" + new string('1', 60);
        foreach (var status in Enum.GetValues<IdeaStatus>())
        {
            var card = Facts() with
            {
                Title = idea.Title,
                Status = status,
                Reason = Repeated("*", MoveRules.MostReason),
                Team = Repeated("*", Bot.Features.Ideas.Idea.MostTeam),
                Repository = "https://" + new string('a', Bot.Features.Ideas.Idea.MostRepository - 10),
                Tags = [.. Enumerable.Repeat(new string('t', 50), 5)],
                Roles = [.. Enum.GetValues<IdeaRole>().Select(role => new RoleFill(role, 10, 10) { Waiting = 99, People = full })],
                MergedInto = new IdeaLink(1234, idea.Title, url),
                MergedIn = [.. Enumerable.Repeat(new IdeaLink(1234, idea.Title, url), 9)],
            };

            var shown = IdeaCardViews.Card(idea, card);

            Assert.InRange(ReplyText.AllOf([shown]).OfType<TextDisplay>().Sum(part => part.Content.Length), 1000, 4000);
            Assert.InRange(ReplyText.AllOf([shown]).Count(), 1, 40);
        }

        var all = ReplyText.AllOf(IdeaCardViews.All(idea).Components).OfType<TextDisplay>().ToList();
        Assert.InRange(all.Sum(part => part.Content.Length), 2500, 4000);
        Assert.All(["p.", "w.", "s."], end => Assert.Contains(all, part => part.Content.Contains(end, StringComparison.Ordinal)));
    }

    private static string Repeated(string unit, int length) => Nexus.Bot.Routing.Md.Cut(string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1)), length);

    private static string Text(Idea idea, IdeaCard card) => ReplyText.Of(IdeaCardViews.Card(idea, card));

    private static Idea Idea() => new()
    {
        GuildId = Interactions.Guild,
        Number = 12,
        AuthorId = TestPerson.Ada.Id,
        PressId = new Snowflake(1),
        Title = "Bus times",
        Problem = "Nobody knows *when*.",
        ForWhom = "Commuters",
        Solution = "An API",
        CreatedAt = s_at,
        TouchedAt = s_at,
        ThreadId = new Snowflake(9),
        CardChannelId = new Snowflake(9),
        CardMessageId = new Snowflake(9),
    };

    private static IdeaCard Facts() => new(12, "Bus times", IdeaStatus.Proposed)
    {
        Tags = ["django"],
        Votes = 12,
        NotYet = 2,
        Roles = [new(IdeaRole.Backend, 1, 2) { Minimum = 2, People = [TestPerson.Bo.Id] }, new(IdeaRole.Mentor, 0, 1)],
        Author = TestPerson.Ada.Id,
        CreatedAt = s_at,
        IsEdited = true,
        ThreadUrl = "https://example.org/t",
    };
}
