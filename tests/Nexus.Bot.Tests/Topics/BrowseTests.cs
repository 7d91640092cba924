using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Topics;

public sealed class BrowseTests
{
    [Fact]
    public async Task Everything_is_listed_by_title_with_a_line_each()
    {
        await using var world = new TopicWorld();

        var list = await world.RunAsync("topic browse");

        Assert.True(list.IsPrivate);
        Assert.Equal(
            """
            ## The hub
            6 pages
            **Celery** · topic · intermediate
            -# What Celery is.
            **Django** · topic · intermediate
            -# What Django is.
            **First week** · guide · beginner
            -# What First week is.
            **Port already taken** · challenge · beginner
            -# What Port already taken is.
            **Python** · topic · beginner
            -# What Python is.
            **RabbitMQ** · topic · advanced
            -# What RabbitMQ is.
            [Open a page…: Celery | Django | First week | Port already taken | Python | RabbitMQ]
            [Any kind: Any kind | Kind: topic | Kind: challenge | Kind: practice | Kind: guide]
            [Any level: Any level | Level: beginner | Level: intermediate | Level: advanced]
            [Any tag: Any tag | Tag: async | Tag: python | Tag: django | Tag: docker | Tag: teamwork]
            """,
            ReplyText.Of(list));
    }

    [Fact]
    public async Task Kind_level_and_tag_narrow_the_list_together_and_one_press_shows_everything_again()
    {
        await using var world = new TopicWorld();
        var list = await world.RunAsync("topic browse", new { kind = "topic" });
        Assert.StartsWith("## The hub\n4 pages: topic\n", ReplyText.Of(list), StringComparison.Ordinal);

        list = await world.SelectAsync(list, "Any level", "Level: beginner");
        list = await world.SelectAsync(list, "Any tag", "Tag: python");
        Assert.StartsWith("## The hub\n1 page: topic, beginner, tag python\n**Python** · topic · beginner\n", ReplyText.Of(list), StringComparison.Ordinal);
        Assert.Equal(["Kind: topic"], TopicWorld.Chosen(list, "Any kind"));
        Assert.Equal(["Tag: python"], TopicWorld.Chosen(list, "Any tag"));
        list = await world.SelectAsync(list, "Any level", "Any level");
        Assert.StartsWith("## The hub\n2 pages: topic, tag python\n", ReplyText.Of(list), StringComparison.Ordinal);

        Assert.StartsWith("## The hub\n6 pages\n", ReplyText.Of(await world.PressAsync(list, "Show everything")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do()
    {
        await using var world = new TopicWorld();

        var list = await world.RunAsync("topic browse", new { kind = "practice", tag = "No Such_Tag" });

        Assert.StartsWith(
            "## The hub\nNo page fits all of this: practice, tag no-such-tag. Choose something else below, or press **Show everything**.\n[Any kind",
            ReplyText.Of(list),
            StringComparison.Ordinal);
        Assert.Equal(["Tag: no-such-tag"], TopicWorld.Chosen(list, "Any tag"));
    }

    [Fact]
    public async Task Pages_turn_and_keep_what_was_chosen()
    {
        await using var world = new TopicWorld();
        for (var number = 10; number < 30; number++)
        {
            world.Write($"note-{number}", $"Note {number}", "practice", "beginner", tags: "notes");
        }

        var list = await world.RunAsync("topic browse", new { tag = "notes" });
        Assert.Contains("-# Page 1 of 3\n[First] [Previous] [Next] [Last]", ReplyText.Of(list), StringComparison.Ordinal);
        list = await world.PressAsync(list, "Next");
        Assert.Contains("20 pages: tag notes\n**Note 18**", ReplyText.Of(list), StringComparison.Ordinal);
        list = await world.PressAsync(list, "Last");
        Assert.Contains("**Note 29**", ReplyText.Of(list), StringComparison.Ordinal);
        Assert.Contains("-# Page 3 of 3", ReplyText.Of(list), StringComparison.Ordinal);
        list = await world.PressAsync(list, "First");

        Assert.Contains("20 pages: tag notes\n**Note 10**", ReplyText.Of(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_opens_its_page()
    {
        await using var world = new TopicWorld();

        var page = await world.SelectAsync(await world.RunAsync("topic browse"), "Open a page…", "Django");

        Assert.True(page.IsPrivate);
        Assert.StartsWith("## Django\n", ReplyText.Of(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("next|nonsense")]
    [InlineData("next|topic/beginner/x/99999999999")]
    [InlineData("next|no/no//-5")]
    public async Task A_made_up_control_gets_a_list(string argument)
    {
        await using var world = new TopicWorld();

        Assert.StartsWith("## The hub\n", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, "topics.turn.v1:" + argument)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_are_offered_with_how_many_pages_they_have()
    {
        await using var world = new TopicWorld();

        Assert.Equal(
            ["django · 1 page", "docker · 1 page"],
            (await world.Slice.SuggestAsync(TestPerson.Ada, "topic browse", "tag", "d")).Select(tag => tag.Name));
    }

    [Fact]
    public async Task A_page_by_chance_is_one_not_read_yet_and_not_the_same_again()
    {
        await using var world = new TopicWorld();
        await world.PressAsync(await world.RunAsync("topic lookup", new { query = "first week" }), "Mark as read");
        await world.PressAsync(await world.RunAsync("topic lookup", new { query = "python" }), "Mark as read");

        var page = await world.RunAsync("topic random", new { level = "beginner" });
        Assert.StartsWith("## Port already taken\n", ReplyText.Of(page), StringComparison.Ordinal);
        var another = await world.PressAsync(page, "Another one");

        Assert.DoesNotContain("## Port already taken\n", ReplyText.Of(another), StringComparison.Ordinal);
        Assert.Contains(" · beginner · ", ReplyText.Of(another), StringComparison.Ordinal);
        Assert.Equal(
            "The hub has no page like that. Leave out `kind` or `level`, or see what there is with `/topic browse`.",
            ReplyText.Of(await world.RunAsync("topic random", new { kind = "practice" })));
    }
}
