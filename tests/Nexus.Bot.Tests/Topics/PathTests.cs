using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Topics;

public sealed class PathTests
{
    private const string Ticks = "Tick off what you have read…";

    [Fact]
    public async Task The_path_leads_through_the_prerequisites_and_names_the_next_step()
    {
        await using var world = new TopicWorld();

        var path = await world.RunAsync("topic path", new { topic = "celery" });

        Assert.True(path.IsPrivate);
        Assert.Equal(
            """
            ## The path to Celery
            0 of 3 read
            ◻ **1\. Python · beginner · your next step**
            ◻ 2\. Django · intermediate
            ◻ 3\. Celery · intermediate

            After this: RabbitMQ.
            [Open Python] [Mark Python as read]
            [Tick off what you have read…: Python | Django | Celery]
            """,
            ReplyText.Of(path));
        Assert.StartsWith("## Python\n", ReplyText.Of(await world.PressAsync(path, "Open Python")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_step_is_ticked_off_until_the_end_and_what_comes_after_is_offered()
    {
        await using var world = new TopicWorld();
        var path = await world.RunAsync("topic path", new { topic = "task queue" });

        path = await world.PressAsync(path, "Mark Python as read");
        Assert.StartsWith("## The path to Celery\n1 of 3 read\n✔ 1\\. Python · beginner · read\n◻ **2\\. Django · intermediate · your next step**\n", ReplyText.Of(path), StringComparison.Ordinal);
        path = await world.PressAsync(path, "Mark Django as read");
        path = await world.PressAsync(path, "Mark Celery as read");

        Assert.Equal(
            """
            ## The path to Celery
            3 of 3 read
            ✔ 1\. Python · beginner · read
            ✔ 2\. Django · intermediate · read
            ✔ 3\. Celery · intermediate · read

            🎉 You have read all of it. After this: RabbitMQ.
            [Next: RabbitMQ]
            [Tick off what you have read…: Python | Django | Celery]
            """,
            ReplyText.Of(path));
    }

    [Fact]
    public async Task What_is_ticked_in_the_list_is_read_and_what_is_not_is_not()
    {
        await using var world = new TopicWorld();
        var path = await world.RunAsync("topic path", new { topic = "celery" });

        path = await world.SelectAsync(path, Ticks, "Python", "Celery");
        Assert.Equal(["Python", "Celery"], TopicWorld.Chosen(path, Ticks));
        Assert.Contains("2 of 3 read", ReplyText.Of(path), StringComparison.Ordinal);
        path = await world.SelectAsync(path, Ticks);

        Assert.Contains("0 of 3 read", ReplyText.Of(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_marked_on_its_card_is_read_on_the_path_until_that_is_undone_and_others_do_not_share_it()
    {
        await using var world = new TopicWorld();
        var card = await world.RunAsync("topic lookup", new { query = "python" });

        var marked = await world.PressAsync(card, "Mark as read");
        await world.PressAsync(card, "Mark as read");
        await world.Slice.PressAsync(TestPerson.Mentor, card, "Mark as read");
        Assert.Equal("✔ **Python** is marked as read. `/topic path topic:python` shows what belongs to it.\n[Undo] [Next: Django]", ReplyText.Of(marked));
        Assert.Contains("1 of 3 read", ReplyText.Of(await world.RunAsync("topic path", new { topic = "celery" })), StringComparison.Ordinal);
        Assert.Contains("0 of 3 read", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Bo, "topic path", new { topic = "celery" })), StringComparison.Ordinal);

        Assert.Equal("**Python** is no longer marked as read.\n[Mark as read]", ReplyText.Of(await world.PressAsync(marked, "Undo")));
        Assert.Contains("0 of 3 read", ReplyText.Of(await world.RunAsync("topic path", new { topic = "celery" })), StringComparison.Ordinal);
        Assert.Contains("1 of 3 read", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "topic path", new { topic = "celery" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prerequisites_in_a_circle_are_read_once()
    {
        await using var world = new TopicWorld();
        world.Write("hen", "Hen", "topic", "beginner", more: "prerequisites: [egg]");
        world.Write("egg", "Egg", "topic", "beginner", more: "prerequisites: [hen, egg]");

        Assert.Contains("◻ **1\\. Egg · beginner · your next step**\n◻ 2\\. Hen · beginner\n", ReplyText.Of(await world.RunAsync("topic path", new { topic = "hen" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_direct_message_the_path_has_no_ticks_and_says_why()
    {
        await using var world = new TopicWorld();

        Assert.Equal(
            """
            ## The path to RabbitMQ
            1\. Python · beginner
            2\. RabbitMQ · advanced
            -# In a direct message I do not know what you have read. In the server you can tick it off.
            [Open Python]
            """,
            ReplyText.Of(await world.RunAsync("topic path", new { topic = "rabbitmq" }, inDm: true)));
        Assert.Equal(
            "I keep this for each server, so please press it there. Nothing was saved.",
            ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, "topics.step.v1:celery/python"))));
    }

    [Fact]
    public async Task A_path_to_something_unknown_asks_where_it_should_lead()
    {
        await using var world = new TopicWorld();

        var answer = await world.RunAsync("topic path", new { topic = "unicorns" });

        Assert.Equal("I know no topic “unicorns”. Where should the path lead?\n[First week] [Port already taken] [Python]", ReplyText.Of(answer));
        var path = ReplyText.Of(await world.PressAsync(answer, "Python"));
        Assert.StartsWith("## The path to Python\n0 of 1 read\n", path, StringComparison.Ordinal);
        Assert.Contains("Nothing needs to be read before it. After this: Django.", path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_long_names_fit_one_button()
    {
        await using var world = new TopicWorld();
        var (one, two) = (new string('a', 50), new string('b', 50));
        world.Write(one, "Long A", "topic", "beginner", more: $"prerequisites: [{two}]");
        world.Write(two, "Long B", "topic", "beginner");

        var path = await world.PressAsync(await world.RunAsync("topic path", new { topic = one }), "Mark Long B as read");

        Assert.InRange(ReplyText.ButtonId(path, "Mark Long A as read").Length, 1, 100);
        Assert.Contains("1 of 2 read", ReplyText.Of(path), StringComparison.Ordinal);
    }
}
