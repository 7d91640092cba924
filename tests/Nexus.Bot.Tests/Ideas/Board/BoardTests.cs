using CsCheck;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Board;

public sealed class BoardTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Ada = new(101), Bo = new(102);

    private static readonly IdeaCard[] Cards =
    [
        Card(1, IdeaStatus.Proposed, votes: 9, age: 20, heat: 1, Ada, "django", new(IdeaRole.Backend, 2, 2), new(IdeaRole.Frontend, 0, 1) { Minimum = 1 }),
        Card(2, IdeaStatus.Shaping, votes: 4, age: 3, heat: 3, Bo, "react", new(IdeaRole.Backend, 0, 2) { Minimum = 2 }, new(IdeaRole.Frontend, 0, 1) { Minimum = 1 }) with { HasMentorAnswer = true },
        Card(3, IdeaStatus.Ready, votes: 4, age: 8, heat: 2, Ada, "django", new(IdeaRole.Backend, 1, 1) { Minimum = 1 }, new(IdeaRole.Frontend, 1, 2) { Minimum = 1 }),
        Card(4, IdeaStatus.Building, votes: 30, age: 9, heat: 5, Bo, "django", new RoleFill(IdeaRole.Backend, 1, 3)),
        Card(5, IdeaStatus.Parked, votes: 50, age: 1, heat: 9, Bo, "django", new RoleFill(IdeaRole.Backend, 0, 3)),
        Card(6, IdeaStatus.Proposed, votes: 0, age: 0, heat: double.NegativeInfinity, Bo, "docker"),
    ];

    [Theory]
    [InlineData("Hot", "4 2 3 1 6")]
    [InlineData("Top", "4 1 3 2 6")]
    [InlineData("New", "6 2 3 4 1")]
    [InlineData("NeedsPeople", "1 2 3")] // one frontend is missing, three people are missing, can begin
    public void The_board_has_what_is_open_or_being_built_in_four_orders(string order, string numbers)
    {
        Assert.Equal(numbers, Numbers(new BoardFilter(Enum.Parse<IdeaOrder>(order))));
    }

    [Fact]
    public void Filters_leave_out_the_rest()
    {
        var hot = new BoardFilter(IdeaOrder.Hot);

        Assert.Equal("5", Numbers(hot with { Status = IdeaStatus.Parked }));
        Assert.Equal("4 3 1", Numbers(hot with { Tag = "Django" }));
        Assert.Equal("2", Numbers(hot with { Wanted = IdeaRole.Backend })); // 4 has a place, and its team
        Assert.Equal("2 3 1", Numbers(hot with { Wanted = IdeaRole.Frontend }));
        Assert.Equal("3 1", Numbers(hot with { Author = Ada }));
        Assert.Equal("4 3 1 6", Numbers(hot with { UnansweredByMentors = true }));
        Assert.Equal("3", Numbers(hot with { Tag = "django", Status = IdeaStatus.Ready }));
    }

    [Fact]
    public void The_same_ideas_in_any_order_give_the_same_board()
    {
        Gen.Shuffle(Cards).Select(Gen.Int[0, 3]).Sample(
            (cards, order) => Assert.Equal(
                new BoardFilter((IdeaOrder)order).Choose(Cards).Select(card => card.Number), new BoardFilter((IdeaOrder)order).Choose(cards).Select(card => card.Number)),
            iter: 300);
    }

    [Fact]
    public void A_line_has_a_link_the_title_as_typed_and_what_is_there_and_missing()
    {
        var card = Cards[0] with { Title = "Study **buddy** [here](https://evil.example) @everyone", CardUrl = "https://discord.com/channels/1/2/3", Tags = ["django", "drf"] };

        Assert.Equal(
            """
            [#1](https://discord.com/channels/1/2/3) **Study \*\*buddy\*\* \[here\](https://evil.example) @​everyone**
            -# 💡 Proposed · 9 votes · backend 2/2, frontend 0/1 · `django` `drf` · <t:1793696400:R>
            """,
            IdeaText.Line(card));
    }

    private static string Numbers(BoardFilter filter) => string.Join(' ', filter.Choose(Cards).Select(card => card.Number));

    private static IdeaCard Card(long number, IdeaStatus status, int votes, int age, double heat, Snowflake author, string tag, params RoleFill[] roles) => new(number, $"Idea {number}", status)
    {
        Votes = votes,
        CreatedAt = Monday.AddDays(-age),
        TouchedAt = Monday.AddDays(-age),
        HeatLevel = heat,
        Author = author,
        Tags = [tag],
        Roles = roles,
    };
}
