using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Questions.Answers;

public sealed class MarkAnswerTests
{
    private const string Marked = "✅ Marked as what helped with **#12 Celery never \\*runs\\* my task**. The card shows it, and whoever waits for it is told.\n[Take it back]";

    [Fact]
    public async Task The_asker_marks_what_helped_and_its_author_is_thanked_in_the_thread()
    {
        await using var asked = await AskedWorld.StartAsync();
        var answer = asked.Says(TestPerson.Bo, "Start RabbitMQ. PASSWORD=hunter2");

        var reply = await asked.MarkAsync(TestPerson.Ada, answer);
        await asked.SendAsync();

        Assert.True(reply.IsPrivate);
        Assert.Equal(Marked, ReplyText.Of(reply));
        Assert.Equal(QuestionState.Accepted, (await asked.QuestionAsync()).State);
        var row = Assert.Single(await asked.AnswersAsync());
        Assert.Equal(("Start RabbitMQ. PASSWORD=•••", TestPerson.Bo.Id, TestPerson.Ada.Id), (row.Text, row.AuthorId, row.AcceptedBy));
        Assert.Equal(
            [$"[102] 🙏 Thank you, <@102>! Your answer helped with **#12 Celery never \\*runs\\* my task**.\n[Show the answer](https://discord.com/channels/1/10/{answer.Id}) [Make a page of it]"],
            asked.News(asked.Thread));
    }

    [Fact]
    public async Task A_mentor_marks_too_and_that_is_logged_and_told_to_the_asker()
    {
        await using var asked = await AskedWorld.StartAsync();
        var answer = asked.Says(TestPerson.Bo, "Start RabbitMQ.");

        var reply = await asked.MarkAsync(TestPerson.Mentor, answer);
        await asked.SendAsync();

        Assert.Equal(Marked + " [Make a page of it]", ReplyText.Of(reply));
        Assert.Contains(
            $"[101] ✅ <@101> **#12 Celery never \\*runs\\* my task** is solved.\n-# Does it not help you? **Not solved** on the card opens it again.\n[Show what helped](https://discord.com/channels/1/10/{answer.Id})",
            asked.News(asked.Thread));
        await using var db = asked.World.Db();
        Assert.Equal("marked an answer to **#12 Celery never \\*runs\\* my task** as what helped", Assert.Single(await db.In<LogEntry>(Interactions.Guild).ToListAsync()).Words);
    }

    [Fact]
    public async Task Who_wrote_it_says_that_it_is_an_answer_and_the_asker_hears_of_the_first_only()
    {
        await using var asked = await AskedWorld.StartAsync();
        var first = asked.Says(TestPerson.Bo, "Start RabbitMQ.");
        var second = asked.Says(AskedWorld.Cy, "Or use Redis.");

        var one = await asked.MarkAsync(TestPerson.Bo, first);
        await asked.SendAsync();
        var two = await asked.MarkAsync(AskedWorld.Cy, second);
        await asked.SendAsync();

        Assert.StartsWith("💬 Thank you! Your message is noted as an answer to **#12 Celery never \\*runs\\* my task**, and its asker is told.", ReplyText.Of(one), StringComparison.Ordinal);
        Assert.StartsWith("💬 Thank you! Your message is noted as an answer to **#12 Celery never \\*runs\\* my task**, which has one already.", ReplyText.Of(two), StringComparison.Ordinal);
        Assert.Equal(QuestionState.Answered, (await asked.QuestionAsync()).State);
        Assert.Equal([first.Id, second.Id], (await asked.AnswersAsync()).Select(answer => answer.MessageId));
        Assert.Equal(
            [$"[101] 💬 <@101> There is an answer to **#12 Celery never \\*runs\\* my task**.\n-# If it helped, press **It's solved** on the card, so that the next person finds it too.\n[Show the answer](https://discord.com/channels/1/10/{first.Id})"],
            asked.News(asked.Thread));
    }

    [Fact]
    public async Task What_others_wrote_is_not_for_a_peer_to_mark()
    {
        await using var asked = await AskedWorld.StartAsync();

        var reply = await asked.MarkAsync(AskedWorld.Cy, asked.Says(TestPerson.Bo, "Start RabbitMQ."));

        Assert.StartsWith("What helped with **#12 Celery never \\*runs\\* my task** is for its asker or a mentor to say.", ReplyText.Of(reply), StringComparison.Ordinal);
        Assert.Empty(await asked.AnswersAsync());
    }

    [Fact]
    public async Task The_askers_own_message_counts_as_solved_by_themselves_and_nobody_is_thanked()
    {
        await using var asked = await AskedWorld.StartAsync();

        var reply = await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Ada, "It was the broker's address."));
        await asked.SendAsync();

        Assert.Equal(Marked + " [Make a page of it]", ReplyText.Of(reply));
        Assert.Empty(asked.News(asked.Thread));
    }

    [Fact]
    public async Task Accept_pressed_twice_at_once_makes_one_acceptance_one_row_and_one_thanks()
    {
        await using var asked = await AskedWorld.StartAsync();
        var answer = asked.Says(TestPerson.Bo, "Start RabbitMQ.");
        var said = Said.Of(answer, TestPerson.Bo.Id);
        var desk = asked.World.Services.GetRequiredService<AnswerDesk>();
        var by = new QuestionActor(TestPerson.Ada.Id, IsMentor: false, IsHelping: true);

        // Both have looked before either of them saves.
        await using var one = asked.World.Db();
        await using var two = asked.World.Db();
        var first = (await QuestionLife.FindAsync(one, Interactions.Guild, asked.Id, CancellationToken.None))!;
        var second = (await QuestionLife.FindAsync(two, Interactions.Guild, asked.Id, CancellationToken.None))!;
        await desk.MarkAsync(one, first, said, by, CancellationToken.None);
        var clash = await Assert.ThrowsAnyAsync<DbUpdateException>(() => desk.MarkAsync(two, second, said with { Message = asked.Says(TestPerson.Bo, "And again.").Id }, by, CancellationToken.None));
        Assert.Equal(DatabaseFailure.Clash, DatabaseFailures.Of(clash));
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.MarkAsync(Interactions.Guild, asked.Id, said, by, CancellationToken.None)));
        await asked.SendAsync();

        Assert.All(both, reply => Assert.StartsWith("This message was marked as what helped", ReplyText.Of(reply), StringComparison.Ordinal));
        Assert.Single(await asked.AnswersAsync());
        Assert.Single(asked.News(asked.Thread));
    }

    [Fact]
    public async Task Two_who_mark_the_same_message_in_the_same_moment_make_one_acceptance()
    {
        await using var asked = await AskedWorld.StartAsync();
        var said = Said.Of(asked.Says(TestPerson.Bo, "Start RabbitMQ."), TestPerson.Bo.Id);
        var desk = asked.World.Services.GetRequiredService<AnswerDesk>();

        var replies = await Task.WhenAll(
            Task.Run(() => desk.MarkAsync(Interactions.Guild, asked.Id, said, new QuestionActor(TestPerson.Ada.Id, false, true), CancellationToken.None)),
            Task.Run(() => desk.MarkAsync(Interactions.Guild, asked.Id, said, new QuestionActor(TestPerson.Mentor.Id, true, true), CancellationToken.None)));

        Assert.Single(replies, reply => ReplyText.Of(reply).StartsWith("✅ Marked", StringComparison.Ordinal));
        Assert.Single(replies, reply => ReplyText.Of(reply).StartsWith("This message was marked", StringComparison.Ordinal));
        Assert.Single(await asked.AnswersAsync());
    }

    [Fact]
    public async Task Marked_again_it_offers_to_take_the_mark_back_and_then_the_question_is_answered_but_not_solved()
    {
        await using var asked = await AskedWorld.StartAsync();
        var answer = asked.Says(TestPerson.Bo, "Start RabbitMQ.");
        await asked.MarkAsync(TestPerson.Ada, answer);

        var asks = await asked.MarkAsync(TestPerson.Ada, answer);
        var taken = await asked.World.PressAsync(TestPerson.Ada, asks, "Take it back");
        var again = await asked.World.PressAsync(TestPerson.Ada, asks, "Take it back");
        await asked.SendAsync();

        Assert.StartsWith("This message was marked as what helped with **#12 Celery never \\*runs\\* my task** <t:", ReplyText.Of(asks), StringComparison.Ordinal);
        Assert.StartsWith("The mark is taken back. **#12 Celery never \\*runs\\* my task** counts as answered, and not as solved.", ReplyText.Of(taken), StringComparison.Ordinal);
        Assert.StartsWith("That message is not marked as what helped", ReplyText.Of(again), StringComparison.Ordinal);
        Assert.Equal(QuestionState.Answered, (await asked.QuestionAsync()).State);
        Assert.Empty(asked.News(asked.Thread)); // the thanks had not gone out yet
    }

    [Fact]
    public async Task Taken_back_and_marked_again_the_thanks_that_had_not_gone_out_go_out_once()
    {
        await using var asked = await AskedWorld.StartAsync();
        var answer = asked.Says(TestPerson.Bo, "Start RabbitMQ.");
        await asked.World.PressAsync(TestPerson.Ada, await asked.MarkAsync(TestPerson.Ada, answer), "Take it back");
        await asked.SendAsync();

        await asked.MarkAsync(TestPerson.Ada, answer);
        await asked.SendAsync();
        await asked.World.PressAsync(TestPerson.Ada, await asked.MarkAsync(TestPerson.Ada, answer), "Take it back");
        await asked.MarkAsync(TestPerson.Ada, answer);
        await asked.SendAsync();

        Assert.Single(asked.News(asked.Thread));
    }

    [Fact]
    public async Task Several_may_help_and_one_that_is_taken_back_leaves_it_solved()
    {
        await using var asked = await AskedWorld.StartAsync();
        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, "Start RabbitMQ."));
        await asked.MarkAsync(TestPerson.Ada, asked.Says(AskedWorld.Cy, "And set its address."));

        var list = await asked.PressAsync(TestPerson.Ada, AcceptedAnswersButton.Spec);
        var taken = await asked.World.PressAsync(TestPerson.Ada, list, "Take back 1");

        Assert.Contains("1. <@102> https://discord.com/channels/1/10/", ReplyText.Of(list), StringComparison.Ordinal);
        Assert.EndsWith("[Take back 1] [Take back 2]", ReplyText.Of(list), StringComparison.Ordinal);
        Assert.Equal("The mark is taken back. **#12 Celery never \\*runs\\* my task** stays solved: another message helped too.", ReplyText.Of(taken));
        Assert.Equal(QuestionState.Accepted, (await asked.QuestionAsync()).State);
    }

    [Fact]
    public async Task Everybody_with_the_same_question_is_told_once_and_who_marked_it_is_not()
    {
        await using var asked = await AskedWorld.StartAsync(followers: [TestPerson.Bo, AskedWorld.Cy]);

        await asked.MarkAsync(TestPerson.Ada, asked.Says(AskedWorld.Cy, "Start RabbitMQ."));
        await asked.SendAsync();
        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Mentor, "And set its address."));
        await asked.SendAsync();

        var solved = Assert.Single(asked.News(asked.Thread), text => text.Contains("✅", StringComparison.Ordinal));
        Assert.StartsWith("[102] ✅ <@102> **#12 Celery never \\*runs\\* my task** is solved.\n-# Does it not help you? `/ask` anew, and say what is different.", solved, StringComparison.Ordinal); // Cy wrote the answer
        Assert.Equal(2, asked.News(asked.Thread).Count(text => text.Contains("🙏", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_anonymous_asker_is_told_in_private_and_never_named_in_the_thread()
    {
        await using var asked = await AskedWorld.StartAsync(isAnonymous: true);

        await asked.MarkAsync(TestPerson.Bo, asked.Says(TestPerson.Bo, "Start RabbitMQ."));
        await asked.SendAsync();
        await asked.MarkAsync(TestPerson.Mentor, asked.Says(TestPerson.Bo, "And set its address."));
        await asked.SendAsync();

        var mine = asked.News(TestPerson.Ada.Id);
        Assert.StartsWith("[] 💬 There is an answer to your question **#12 Celery never \\*runs\\* my task**.", mine[0], StringComparison.Ordinal);
        Assert.StartsWith("[] ✅ Your question **#12 Celery never \\*runs\\* my task** is solved.", mine[1], StringComparison.Ordinal);
        Assert.All(asked.News(asked.Thread), text => Assert.DoesNotContain("101", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_was_asked_before_is_told_to_those_who_wait()
    {
        await using var asked = await AskedWorld.StartAsync(followers: [TestPerson.Bo]);
        await using (var db = asked.World.Db())
        {
            var first = new Question
            {
                GuildId = Interactions.Guild, Number = 3, AskerId = AskedWorld.Cy.Id, PressId = new Snowflake(2), Title = "Celery refuses", Text = "", Tried = "",
                CreatedAt = default, ActiveAt = default, ThreadId = new Snowflake(33),
            };
            db.Add(first);
            await db.SaveChangesAsync();
            (await db.In<Question>(Interactions.Guild).SingleAsync(it => it.Id == asked.Id)).DuplicateOfId = first.Id;
            await db.SaveChangesAsync();
        }

        await asked.StepAsync(QuestionAct.MarkDuplicate, TestPerson.Mentor);
        await asked.SendAsync();

        Assert.Equal(
            ["[101,102] 🔁 <@101> <@102> **#12 Celery never \\*runs\\* my task** was asked before, as **#3 Celery refuses**: the answer is there, or comes there.\n"
                + "-# Is it another question after all? **It's not the same** on the card opens it again.\n[Show where](https://discord.com/channels/1/33)"],
            asked.News(asked.Thread));
    }

    [Theory]
    [InlineData("Withdrawn", "was withdrawn. To mark an answer, press **Open it again** on its card first.")]
    [InlineData("Duplicate", "was asked before, so its answer is there.")]
    public async Task What_is_closed_is_reopened_first(string state, string says)
    {
        await using var asked = await AskedWorld.StartAsync(change: question => question.State = Enum.Parse<QuestionState>(state));

        var reply = await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, "Start RabbitMQ."));

        Assert.Contains(says, ReplyText.Of(reply), StringComparison.Ordinal);
        Assert.Empty(await asked.AnswersAsync());
    }

    [Fact]
    public async Task Pictures_count_and_bots_notes_of_Discord_and_the_question_itself_do_not()
    {
        await using var asked = await AskedWorld.StartAsync(origin: 4711);
        var bot = new TestPerson(88, "other bot") { IsBot = true };

        Assert.StartsWith("✅ Marked", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, "", message => message with { Attachments = [new Attachment()] }))), StringComparison.Ordinal);
        Assert.StartsWith("✅ Marked", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, new string('x', 4000)))), StringComparison.Ordinal);
        Assert.StartsWith("Only what a person wrote", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, asked.Says(bot, "Beep."))), StringComparison.Ordinal);
        Assert.StartsWith("Only what a person wrote", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, "", message => message with { Type = 6 }))), StringComparison.Ordinal);
        Assert.StartsWith("Only what a person wrote", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, "x", message => message with { WebhookId = new Snowflake(9) }))), StringComparison.Ordinal);
        Assert.StartsWith("That message asks **#12 Celery", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Ada, "x", message => message with { Id = new Snowflake(4711) }))), StringComparison.Ordinal);
        Assert.StartsWith("That message asks **#12 Celery", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, asked.Says(bot, "", message => message with { Id = asked.Thread }))), StringComparison.Ordinal);
        Assert.Equal(QuestionAnswer.MostText, (await asked.AnswersAsync())[1].Text.Length);
    }

    [Fact]
    public async Task Outside_of_a_question_it_says_how_to_make_one()
    {
        await using var asked = await AskedWorld.StartAsync(change: question => question.ThreadId = new Snowflake(99));

        var reply = await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Bo, "Start RabbitMQ."));

        Assert.Equal(
            "This is not the thread of a question, so there is nothing to mark. If somebody asks something here, open the menu of that message, **Apps**, **Track as question**.",
            ReplyText.Of(reply));
    }
}
