using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Questions.Lists;

public sealed class QuestionSearchTests
{
    [Fact]
    public async Task A_search_shows_what_was_asked_with_the_first_words_of_what_helped_and_the_way_there()
    {
        await using var world = await StartAsync();

        var found = await world.RunAsync(TestPerson.Bo, "questions search", new { query = "celery retries" });

        Assert.False(found.IsPrivate);
        Assert.Equal(
            """
            ## Asked before
            -# for “celery retries”
            ✅ solved · [**#1**](https://discord.com/channels/1/7001) Celery retries forever
            -# asked <t:1795402800:R>
            > Set \`max\_retries\` and back off. https://discord.com/channels/1/7001/8001
            [Open…: #1 Celery retries forever]
            [Ask it as a question]
            """,
            ReplyText.Of(found));
    }

    [Fact]
    public async Task A_slip_of_the_keyboard_is_read_and_said()
    {
        await using var world = await StartAsync();

        var found = await world.RunAsync(TestPerson.Bo, "questions search", new { query = "celery retreis", @private = true });

        Assert.True(found.IsPrivate);
        Assert.StartsWith("## Asked before\n-# for “celery retries”, which I read in “celery retreis”\n✅ solved", ReplyText.Of(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_leads_to_people_and_to_the_hub()
    {
        await using var world = await StartAsync();

        var none = await world.RunAsync(TestPerson.Bo, "questions search", new { query = "pagination" });

        Assert.True(none.IsPrivate);
        Assert.StartsWith("Nobody has asked about “pagination” yet. The hub has a page about it:\n[", ReplyText.Of(none), StringComparison.Ordinal);
        Assert.EndsWith("[Ask it as a question]", ReplyText.Of(none), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_anywhere_says_to_ask()
    {
        await using var world = await StartAsync();

        var none = await world.RunAsync(TestPerson.Bo, "questions search", new { query = "zzqx **wvu**" });

        Assert.Equal("Nobody has asked about “zzqx \\*\\*wvu\\*\\*” yet. Ask it: somebody will know.\n[Ask it as a question]", ReplyText.Of(none));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("#1")]
    [InlineData("celery retries FOREVER")]
    public async Task A_question_is_shown_by_number_or_title_with_its_answers_and_the_way_to_its_thread(string name)
    {
        await using var world = await StartAsync();

        var shown = await world.RunAsync(TestPerson.Bo, "questions show", new { question = name });

        Assert.True(shown.IsPrivate);
        Assert.StartsWith("## Celery retries forever\n✅ **Solved**", ReplyText.Of(shown), StringComparison.Ordinal);
        Assert.Contains("\n[Jump to it](https://discord.com/channels/1/7001/8001)", ReplyText.Of(shown), StringComparison.Ordinal);
        Assert.EndsWith("\n[Go to its thread](https://discord.com/channels/1/7001)", ReplyText.Of(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_near_a_question_ask_whether_it_is_meant_and_a_choice_shows_it()
    {
        await using var world = await StartAsync();

        var asked = await world.RunAsync(TestPerson.Bo, "questions show", new { question = "retries" });
        Assert.Equal("There is no question called “retries”. Did you mean one of these?\n[Did you mean…: #1 Celery retries forever]", ReplyText.Of(asked));
        var select = ReplyText.AllOf(asked.Components).OfType<StringSelect>().Single();
        var shown = await world.HandleAsync(Interactions.Select(TestPerson.Bo, select.CustomId, ComponentType.StringSelect, select.Options[0].Value));

        Assert.StartsWith("## Celery retries forever\n", ReplyText.Of(shown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_question_that_is_not_there_is_not_shown(string value)
    {
        await using var world = await StartAsync();

        var shown = await world.HandleAsync(Interactions.Select(TestPerson.Bo, "questions.open.v1", ComponentType.StringSelect, value));

        Assert.Equal("That question is no longer here. `/questions list` shows those that are.", ReplyText.Of(shown));
        Assert.Equal(
            "There is no question called “zzqx”. `/questions search` looks through all of them.",
            ReplyText.Of(await world.RunAsync(TestPerson.Bo, "questions show", new { question = "zzqx" })));
    }

    [Fact]
    public async Task Neither_a_search_nor_a_list_opens_a_question_of_another_server()
    {
        await using var world = await StartAsync();
        var elsewhere = new Question
        {
            GuildId = new Snowflake(2),
            Number = 9,
            AskerId = TestPerson.Ada.Id,
            PressId = new Snowflake(3),
            Title = "Kubernetes elsewhere",
            Text = "",
            Tried = "",
            CreatedAt = world.Clock.GetUtcNow(),
            ActiveAt = world.Clock.GetUtcNow(),
        };
        await Asked.AddAsync(world, elsewhere);

        var found = await world.RunAsync(TestPerson.Bo, "questions search", new { query = "kubernetes elsewhere" });
        var opened = await world.HandleAsync(Interactions.Select(TestPerson.Bo, "questions.open.v1", ComponentType.StringSelect, elsewhere.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.StartsWith("Nobody has asked about “kubernetes elsewhere” yet.", ReplyText.Of(found), StringComparison.Ordinal);
        Assert.StartsWith("That question is no longer here.", ReplyText.Of(opened), StringComparison.Ordinal);
    }

    private static async Task<SliceWorld> StartAsync()
    {
        var world = new SliceWorld();
        await world.ConfigureAsync();
        var solved = Asked.Question(world, 1, "Celery retries forever", 6, QuestionState.Accepted);
        await Asked.AddAsync(world, solved, Asked.Question(world, 2, "Which index for a feed?", 3));
        await using var db = world.Db();
        db.Add(new QuestionAnswer
        {
            GuildId = Interactions.Guild,
            QuestionId = solved.Id,
            ChannelId = new Snowflake(7001),
            MessageId = new Snowflake(8001),
            AuthorId = TestPerson.Mentor.Id,
            Text = "Set `max_retries`\nand back off.",
            SaidAt = world.Clock.GetUtcNow(),
            AcceptedAt = world.Clock.GetUtcNow(),
            AcceptedBy = TestPerson.Ada.Id,
        });
        await db.SaveChangesAsync();
        return world;
    }
}
