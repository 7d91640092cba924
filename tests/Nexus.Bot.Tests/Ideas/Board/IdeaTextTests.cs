using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Board;

public sealed class IdeaTextTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Ada = new(101);

    private static readonly IdeaCard Proposed =
        Card(1, IdeaStatus.Proposed, votes: 9, age: 20, Ada, "django", new(IdeaRole.Backend, 2, 2), new(IdeaRole.Frontend, 0, 1) { Minimum = 1 });

    [Fact]
    public void A_line_has_a_link_the_title_as_typed_and_what_is_there_and_missing()
    {
        var card = Proposed with { Title = "Study **buddy** [here](https://evil.example) @everyone", CardUrl = "https://discord.com/channels/1/2/3", Tags = ["django", "drf"] };

        Assert.Equal(
            """
            [#1](https://discord.com/channels/1/2/3) **Study \*\*buddy\*\* \[here\](https://evil.example) @​everyone**
            -# 💡 Proposed · 9 votes · backend 2/2, frontend 0/1 · `django` `drf` · <t:1793696400:R>
            """,
            IdeaText.Line(card));
    }

    private static IdeaCard Card(long number, IdeaStatus status, int votes, int age, Snowflake author, string tag, params RoleFill[] roles) => new(number, $"Idea {number}", status)
    {
        Votes = votes,
        CreatedAt = Monday.AddDays(-age),
        TouchedAt = Monday.AddDays(-age),
        Author = author,
        Tags = [tag],
        Roles = roles,
    };
}
