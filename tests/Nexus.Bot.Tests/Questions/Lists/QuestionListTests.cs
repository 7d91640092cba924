using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Lists;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Questions.Lists;

public sealed class QuestionListTests
{
    [Fact]
    public async Task A_line_tells_state_number_title_age_holder_company_topics_and_track()
    {
        await using var world = await StartAsync();

        var list = await world.RunAsync(TestPerson.Bo, "questions list");

        Assert.False(list.IsPrivate);
        Assert.Equal(
            """
            ## Unanswered questions
            -# 3 questions · oldest first
            🙋 taken · [**#2**](https://discord.com/channels/1/7002) Which \*index\* for a feed?
            -# asked <t:1795323600:R> · <@201> looks after it · frontend
            🟡 open · [**#1**](https://discord.com/channels/1/7001) Celery retries forever
            -# asked <t:1795402800:R> · 2 more have this problem · Celery · backend
            🟡 open · [**#5**](https://discord.com/channels/1/7005) Secret question
            -# open again <t:1795410000:R>
            """,
            Words(list));
    }

    [Theory]
    [InlineData("open", "Open questions", "1, 5")]
    [InlineData("unanswered", "Unanswered questions", "2, 1, 5")]
    [InlineData("answered", "Answered, waiting for the asker", "3")]
    [InlineData("solved", "Solved questions", "4")]
    [InlineData("stale", "Quiet questions", "6")]
    [InlineData("all", "All questions", "1, 2, 3, 4, 5, 6, 7, 8")]
    public async Task Each_list_has_its_questions(string which, string title, string numbers)
    {
        await using var world = await StartAsync();

        var list = await world.RunAsync(TestPerson.Bo, "questions list", new { which });

        Assert.StartsWith($"## {title}\n", Words(list), StringComparison.Ordinal);
        Assert.Equal(numbers, Numbers(list));
    }

    [Theory]
    [InlineData("mine", "Your questions", "5, 6")]
    [InlineData("claimed", "Questions you look after", "2")]
    public async Task Personal_lists_are_for_whoever_asks_alone_and_have_anonymous_questions_too(string which, string title, string numbers)
    {
        await using var world = await StartAsync();
        var who = which == "mine" ? TestPerson.Bo : TestPerson.Mentor;

        var list = await world.RunAsync(who, "questions list", new { which });

        Assert.True(list.IsPrivate);
        Assert.StartsWith($"## {title}\n", Words(list), StringComparison.Ordinal);
        Assert.Equal(numbers, Numbers(list));
    }

    [Fact]
    public async Task Who_asked_stands_in_no_list()
    {
        await using var world = await StartAsync();

        foreach (var (which, _) in QuestionListViews.Kinds)
        {
            var list = await world.RunAsync(TestPerson.Mentor, "questions list", new { which = which.ToString().ToLowerInvariant() });

            Assert.DoesNotContain($"<@{TestPerson.Ada.Id}>", ReplyText.Of(list), StringComparison.Ordinal);
            Assert.DoesNotContain($"<@{TestPerson.Bo.Id}>", ReplyText.Of(list), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("oldest", "2, 1, 5")]
    [InlineData("newest", "5, 1, 2")]
    [InlineData("samehere", "1, 2, 5")]
    public async Task They_come_in_the_order_that_was_chosen(string sort, string numbers)
    {
        await using var world = await StartAsync();

        Assert.Equal(numbers, Numbers(await world.RunAsync(TestPerson.Bo, "questions list", new { sort })));
    }

    [Fact]
    public async Task A_topic_and_a_track_narrow_the_list_and_a_question_of_no_track_is_everybodys()
    {
        await using var world = await StartAsync();

        var topic = await world.RunAsync(TestPerson.Bo, "questions list", new { topic = "celery", which = "all" });
        var track = await world.RunAsync(TestPerson.Bo, "questions list", new { track = "backend" });

        Assert.StartsWith("## All questions\n-# 2 questions · about Celery · newest first\n", Words(topic), StringComparison.Ordinal);
        Assert.Equal("1, 4", Numbers(topic));
        Assert.StartsWith("## Unanswered questions\n-# 2 questions · backend, and those of both tracks · oldest first\n", Words(track), StringComparison.Ordinal);
        Assert.Equal("1, 5", Numbers(track));
    }

    [Fact]
    public async Task An_unknown_topic_asks_which_was_meant_and_a_press_answers()
    {
        await using var world = await StartAsync();

        var asked = await world.RunAsync(TestPerson.Bo, "questions list", new { topic = "celry", which = "all" });
        Assert.True(asked.IsPrivate);
        Assert.StartsWith("The hub has no topic called “celry”. Did you mean one of these?\n", ReplyText.Of(asked), StringComparison.Ordinal);
        var list = await world.PressAsync(TestPerson.Bo, asked, "Celery");

        Assert.Equal(ReplyKind.Change, list.Kind);
        Assert.Equal("1, 4", Numbers(list));
    }

    [Fact]
    public async Task Pages_turn_and_keep_what_was_chosen()
    {
        await using var world = await StartAsync();
        await Asked.AddAsync(world, [.. Enumerable.Range(10, 18).Select(number => Tracked(Asked.Question(world, number, $"More {number}", 100 - number)))]);

        var first = await world.RunAsync(TestPerson.Bo, "questions list", new { track = "backend", sort = "newest", @private = true });
        Assert.True(first.IsPrivate);
        Assert.EndsWith("\n-# Page 1 of 3\n[First] [Previous] [Next] [Last]", ReplyText.Of(first), StringComparison.Ordinal);
        var second = await world.PressAsync(TestPerson.Bo, first, "Next");
        var last = await world.PressAsync(TestPerson.Bo, second, "Last");

        Assert.Equal("5, 1, 27, 26, 25, 24, 23, 22", Numbers(first));
        Assert.Equal("21, 20, 19, 18, 17, 16, 15, 14", Numbers(second));
        Assert.Equal("13, 12, 11, 10", Numbers(last));
        Assert.StartsWith("## Unanswered questions\n-# 20 questions · backend, and those of both tracks · newest first\n", Words(last), StringComparison.Ordinal);

        static Question Tracked(Question question)
        {
            question.Track = "backend";
            return question;
        }
    }

    [Theory]
    [InlineData("open", "🎉 Every question has somebody who looks after it. Ask your own with `/ask`.\n[Unanswered questions]")]
    [InlineData("unanswered", "🎉 No question waits for an answer. Ask your own with `/ask`.\n[All questions]")]
    [InlineData("mine", "You have asked nothing yet. `/ask` is the way: any question is welcome.")]
    [InlineData("claimed", "You look after no question. Press **I take it** under one that is open.\n[Open questions]")]
    [InlineData("answered", "No answer waits for its asker's word.\n[All questions]")]
    [InlineData("solved", "No question has been solved yet. The asker, or a mentor, marks the answer that helped.\n[All questions]")]
    [InlineData("stale", "No question has gone quiet.\n[All questions]")]
    [InlineData("all", "Nobody has asked anything yet. Begin with `/ask`.")]
    public async Task An_empty_list_says_what_to_do_next(string which, string words)
    {
        await using var world = new SliceWorld();

        var list = await world.RunAsync(TestPerson.Ada, "questions list", new { which });

        Assert.True(list.IsPrivate);
        Assert.Equal(words, ReplyText.Of(list));
    }

    [Fact]
    public async Task A_filter_that_leaves_nothing_can_be_dropped_with_a_press()
    {
        await using var world = await StartAsync();

        var none = await world.RunAsync(TestPerson.Bo, "questions list", new { which = "answered", topic = "celery", track = "backend" });
        Assert.Equal("**Answered, waiting for the asker**: none about Celery and for backend.\n[Without the filter]", ReplyText.Of(none));

        Assert.Equal("3", Numbers(await world.PressAsync(TestPerson.Bo, none, "Without the filter")));
    }

    [Fact]
    public async Task Questions_of_other_servers_and_drafts_are_nowhere()
    {
        await using var world = new SliceWorld();
        var draft = Asked.Question(world, 1, "Draft", 1);
        draft.Number = null;
        var elsewhere = new Question
        {
            GuildId = new Snowflake(2),
            Number = 2,
            AskerId = TestPerson.Ada.Id,
            PressId = new Snowflake(3),
            Title = "Elsewhere",
            Text = "",
            Tried = "",
            CreatedAt = world.Clock.GetUtcNow(),
            ActiveAt = world.Clock.GetUtcNow(),
        };
        await Asked.AddAsync(world, draft, elsewhere);

        foreach (var which in new[] { "all", "mine", "open" })
        {
            Assert.DoesNotContain("channels", ReplyText.Of(await world.RunAsync(TestPerson.Ada, "questions list", new { which })), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("next/99/x/q/7/-1")]
    [InlineData("next/1/\"]%//0/9999999")]
    public async Task A_tampered_control_does_no_harm(string argument)
    {
        await using var world = await StartAsync();

        var list = await world.PressAsync(TestPerson.Bo, $"questions.turn.v1:{argument}");

        Assert.Contains("Unanswered questions", ReplyText.Of(list).Split('\n')[0], StringComparison.Ordinal);
    }

    internal static string Words(Reply list) => ReplyText.Of(list).Split("\n-# Page ")[0].Split("\n[Open")[0].TrimEnd();

    private static string Numbers(Reply list) => string.Join(", ", System.Text.RegularExpressions.Regex.Matches(ReplyText.Of(list), @"\*\*#(\d+)\*\*").Select(match => match.Groups[1].Value));

    private static async Task<SliceWorld> StartAsync()
    {
        var world = new SliceWorld();
        await world.ConfigureAsync();
        var retries = Asked.Question(world, 1, "Celery retries forever", 6);
        (retries.Topics, retries.Track) = (["celery"], "backend");
        var index = Asked.Question(world, 2, "Which *index* for a feed?", 28, QuestionState.Claimed);
        (index.HolderId, index.Track) = (TestPerson.Mentor.Id, "frontend");
        var secret = Asked.Question(world, 5, "Secret question", 30, by: TestPerson.Bo);
        (secret.IsAnonymous, secret.Opening, secret.OpenedAt) = (true, 2, world.Clock.GetUtcNow() - TimeSpan.FromHours(4));
        secret.PostedAt = world.Clock.GetUtcNow() - TimeSpan.FromHours(50);
        var solved = Asked.Question(world, 4, "How do tests find the database?", 40, QuestionState.Accepted);
        solved.Topics = ["celery", "docker"];
        await Asked.AddAsync(
            world, retries, index, secret, solved,
            Asked.Question(world, 3, "What is a foreign key?", 30, QuestionState.Answered),
            Asked.Question(world, 6, "Why is CI slow?", 60, QuestionState.Stale, TestPerson.Bo),
            Asked.Question(world, 7, "Never mind", 61, QuestionState.Withdrawn),
            Asked.Question(world, 8, "Asked twice", 62, QuestionState.Duplicate));
        await Asked.FollowAsync(world, retries, TestPerson.Bo, TestPerson.Mentor);
        return world;
    }
}
