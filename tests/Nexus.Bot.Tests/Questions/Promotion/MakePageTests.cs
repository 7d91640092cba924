using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Promotion;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Questions.Answers;
using Nexus.Bot.Tests.Support;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Questions.Promotion;

public sealed class MakePageTests
{
    private const string Page = """
        ---
        slug: celery-never-runs-my-task
        title: 'Celery never *runs* my task'
        related: [celery]
        tags: [debugging]
        kind: challenge
        level: intermediate
        owner: mentors
        last_reviewed: 2026-11-23
        signatures:
          - 'kombu.exceptions.OperationalError: [Errno 111] Connection refused'
        ---
        ## Summary
        What to do about `kombu.exceptions.OperationalError: [Errno 111] Connection refused`.

        The worker starts and nothing happens.

        ## Symptom
        The worker starts and nothing happens.

        ```
        kombu.exceptions.OperationalError: [Errno 111] Connection refused
        ```

        ## Fix
        Start RabbitMQ first.

        ```
        docker compose up -d rabbitmq
        ```

        """;

    private const string Helped = "Start RabbitMQ first.\n\n```\ndocker compose up -d rabbitmq\n```";

    [Fact]
    public async Task An_accepted_answer_becomes_a_draft_page_with_credit_to_both_and_a_second_press_makes_no_second()
    {
        await using var asked = await AskedWorld.StartAsync();
        var answer = asked.Says(TestPerson.Bo, Helped);
        await asked.MarkAsync(TestPerson.Ada, answer);

        var made = await asked.PressAsync(TestPerson.Bo, MakePageButton.Spec);
        var again = await asked.PressAsync(TestPerson.Mentor, MakePageButton.Spec);

        Assert.StartsWith("📖 **#12 Celery never \\*runs\\* my task** waits for a mentor as suggestion #1, a draft page of its question and answer.", ReplyText.Of(made), StringComparison.Ordinal);
        Assert.EndsWith("It is credited to <@102> and <@101>.", ReplyText.Of(made), StringComparison.Ordinal);
        Assert.Equal("**#12 Celery never \\*runs\\* my task** is suggestion #1 already: it waits for a mentor. `/topic queue` shows it to mentors.", ReplyText.Of(again));
        var suggestion = Assert.Single(await SuggestionsAsync(asked));
        Assert.Equal(Page.ReplaceLineEndings("\n"), suggestion.Markdown);
        Assert.Equal((TestPerson.Bo.Id, TestPerson.Ada.Id, $"question:{asked.Id}"), (suggestion.AuthorId, suggestion.CoAuthorId, suggestion.Origin));
        Assert.Equal($"https://discord.com/channels/1/10/{answer.Id}", suggestion.OriginUrl);
    }

    [Fact]
    public async Task Once_published_topic_lookup_finds_it_by_its_error_and_the_card_is_drawn_anew()
    {
        await using var asked = await AskedWorld.StartAsync();
        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, Helped));
        await asked.PressAsync(TestPerson.Mentor, MakePageButton.Spec);
        var before = (await asked.QuestionAsync()).Revision;

        await using (var scope = asked.World.Services.CreateAsyncScope())
        {
            var approval = await scope.ServiceProvider.GetRequiredService<PageSuggestions>().ApproveAsync(Interactions.Guild, 1, TestPerson.Mentor.Id, seen: null, CancellationToken.None);
            Assert.IsType<Approval.Done>(approval);
        }

        var found = await asked.World.RunAsync(TestPerson.Bo, "topic lookup", new { query = "celery-never-runs-my-task" });
        Assert.Contains("Start RabbitMQ first.", string.Join('\n', await TextsAsync(asked, found)), StringComparison.Ordinal);
        Assert.True((await asked.QuestionAsync()).Revision > before);
        await using var db = asked.World.Db();
        var question = await asked.QuestionAsync();
        var facts = await asked.World.Services.GetRequiredService<QuestionCards>().OfAsync(db, question, CancellationToken.None);
        Assert.EndsWith("[📖 The page made of it] [📖 Celery]", ReplyText.Of(QuestionCardViews.Card(question, facts)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_without_their_name_is_not_credited_by_name()
    {
        await using var asked = await AskedWorld.StartAsync(isAnonymous: true);
        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, Helped));

        var made = await asked.PressAsync(TestPerson.Mentor, MakePageButton.Spec);

        Assert.EndsWith("It is credited to <@102>.", ReplyText.Of(made), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await SuggestionsAsync(asked)).CoAuthorId);
    }

    [Fact]
    public async Task Who_asked_without_their_name_and_solved_it_themselves_is_told_that_a_page_names_its_author()
    {
        await using var asked = await AskedWorld.StartAsync(isAnonymous: true);
        await asked.MarkAsync(TestPerson.Ada, asked.Says(new TestPerson(77, "nexus") { IsBot = true }, "💡 **What solved it**\n" + Helped));

        var own = await asked.PressAsync(TestPerson.Ada, MakePageButton.Spec);
        var mentors = await asked.PressAsync(TestPerson.Mentor, MakePageButton.Spec);

        Assert.StartsWith("You asked **#12 Celery never \\*runs\\* my task** without your name, and a page names who wrote it.", ReplyText.Of(own), StringComparison.Ordinal);
        Assert.EndsWith("It is credited to <@201>.", ReplyText.Of(mentors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_could_not_be_read_is_asked_for()
    {
        await using var asked = await AskedWorld.StartAsync();
        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, ""));

        var form = await asked.PressAsync(TestPerson.Bo, MakePageButton.Spec);
        var empty = await asked.World.SubmitAsync(TestPerson.Bo, form, new { words = " " });
        var made = await asked.World.SubmitAsync(TestPerson.Bo, form, new { words = Helped + "\nSECRET_KEY=abcdef" });

        Assert.StartsWith("What was the answer?\nI may not read https://discord.com/channels/1/10/", ReplyText.Of(form), StringComparison.Ordinal);
        Assert.StartsWith("That was empty, so nothing was saved.", ReplyText.Of(empty), StringComparison.Ordinal);
        Assert.StartsWith("📖", ReplyText.Of(made), StringComparison.Ordinal);
        Assert.Contains("SECRET_KEY=•••", Assert.Single(await SuggestionsAsync(asked)).Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_for_mentors_and_who_answered_and_only_once_something_helped()
    {
        await using var asked = await AskedWorld.StartAsync();

        var early = await asked.PressAsync(TestPerson.Mentor, MakePageButton.Spec);
        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, Helped));
        var peer = await asked.PressAsync(AskedWorld.Cy, MakePageButton.Spec);

        Assert.StartsWith("No message is marked as what helped", ReplyText.Of(early), StringComparison.Ordinal);
        Assert.StartsWith("A page of **#12 Celery never \\*runs\\* my task** is for a mentor to make, or for who wrote the answer.", ReplyText.Of(peer), StringComparison.Ordinal);
        Assert.Empty(await SuggestionsAsync(asked));
    }

    [Fact]
    public async Task More_offers_the_page_to_mentors_and_who_helped_and_taking_back_to_the_asker()
    {
        await using var asked = await AskedWorld.StartAsync();
        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, Helped));

        var mine = ReplyText.Of(await asked.PressAsync(TestPerson.Ada, QuestionControls.More));
        var helper = ReplyText.Of(await asked.PressAsync(TestPerson.Bo, QuestionControls.More));
        var peer = ReplyText.Of(await asked.PressAsync(AskedWorld.Cy, QuestionControls.More));

        Assert.Contains("[Another one helped too] [That did not help…]", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Make a page of it", mine, StringComparison.Ordinal);
        Assert.Contains("[Make a page of it]", helper, StringComparison.Ordinal);
        Assert.DoesNotContain("[", peer, StringComparison.Ordinal);
    }

    private static async Task<List<PageSuggestion>> SuggestionsAsync(AskedWorld asked)
    {
        await using var db = asked.World.Db();
        return await db.In<PageSuggestion>(Interactions.Guild).AsNoTracking().ToListAsync();
    }

    // A section may stand behind its button.
    private static async Task<IReadOnlyList<string>> TextsAsync(AskedWorld asked, Reply reply)
    {
        var texts = new List<string> { ReplyText.Of(reply) };
        foreach (var button in ReplyText.AllOf(reply.Components).OfType<Button>().Where(button => button.Label == "Fix"))
        {
            texts.Add(ReplyText.Of(await asked.World.PressAsync(TestPerson.Bo, button.CustomId!)));
        }

        return texts;
    }
}
