using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Questions.Answers;

/// <summary>What comes after an answer: opened again, asked twice, asked without a name.</summary>
public sealed class AfterwardsTests
{
    private static readonly TestPerson s_bot = new(77, "nexus") { IsBot = true };

    [Fact]
    public async Task What_is_opened_again_shows_no_answer_and_the_same_message_may_solve_it_again()
    {
        await using var asked = await AskedWorld.StartAsync();
        var answer = asked.Says(TestPerson.Bo, "Start RabbitMQ.");
        await asked.MarkAsync(TestPerson.Ada, answer);

        Assert.StartsWith("🟡 **#12 Celery never", ReplyText.Of(await asked.PressAsync(TestPerson.Ada, QuestionControls.Reopen)), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await asked.AnswersAsync()).AcceptedAt);
        Assert.StartsWith("✅ Marked as what helped with **#12 ", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, answer)), StringComparison.Ordinal);
        Assert.Equal(QuestionState.Accepted, (await asked.QuestionAsync()).State);
    }

    [Fact]
    public async Task Whoever_looks_at_the_marks_does_not_read_who_asks_without_a_name()
    {
        await using var asked = await AskedWorld.StartAsync(isAnonymous: true);
        await asked.MarkAsync(TestPerson.Ada, asked.Says(s_bot, "💡 **What solved it**\nI started RabbitMQ."));

        var list = ReplyText.Of(await asked.PressAsync(TestPerson.Mentor, AcceptedAnswersButton.Spec));

        Assert.Contains("\n1. the asker https://", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<@101>", list, StringComparison.Ordinal);
        Assert.Equal("I started RabbitMQ.", Assert.Single(await asked.AnswersAsync()).Text);
    }

    [Fact]
    public async Task A_message_with_the_name_of_who_asks_without_it_is_not_marked_and_only_its_author_reads_why()
    {
        await using var asked = await AskedWorld.StartAsync(isAnonymous: true);
        var named = asked.Says(TestPerson.Ada, "I started RabbitMQ.");
        var other = asked.Says(TestPerson.Bo, "Start it.");

        Assert.StartsWith("You asked **#12 Celery never \\*runs\\* my task** without your name, and that message has it.", ReplyText.Of(await asked.MarkAsync(TestPerson.Ada, named)), StringComparison.Ordinal);
        Assert.StartsWith("Only who wrote that message can say", ReplyText.Of(await asked.MarkAsync(TestPerson.Mentor, named)), StringComparison.Ordinal);
        Assert.Equal(ReplyText.Of(await asked.MarkAsync(AskedWorld.Cy, other)), ReplyText.Of(await asked.MarkAsync(AskedWorld.Cy, named)));
        Assert.Empty(await asked.AnswersAsync());
    }

    [Fact]
    public async Task Who_waits_for_a_repeat_is_told_when_the_first_is_solved_and_who_asked_it_without_a_name_in_private()
    {
        await using var asked = await AskedWorld.StartAsync();
        var repeat = await Archive.AddAsync(asked.World, 13, "My Celery task never runs", "Nothing.", change: it => it.IsAnonymous = true);
        await asked.World.PressAsync(AskedWorld.Cy, QuestionControls.SameHere.For(repeat));
        await asked.World.RunAsync(TestPerson.Mentor, "questions duplicate", new { question = "#13", of = "#12" });

        await asked.MarkAsync(TestPerson.Ada, asked.Says(TestPerson.Mentor, "Start RabbitMQ."));
        await asked.SendAsync();

        Assert.Contains(asked.News(asked.Thread), text => text.StartsWith("[103] ✅ <@103> **#12 Celery never", StringComparison.Ordinal));
        Assert.Contains(asked.News(TestPerson.Bo.Id), text => text.StartsWith("[] ✅ **#12 Celery never \\*runs\\* my task** is solved, which your question **#13 My Celery task never runs** repeats.", StringComparison.Ordinal));
        Assert.DoesNotContain(asked.Sent, sent => sent.Channel != TestPerson.Bo.Id && (sent.Message.Components ?? []).Any(part => ReplyText.Of(part).Contains("<@102>", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_that_are_posted_at_once_get_two_numbers()
    {
        await using var asked = await AskedWorld.StartAsync();
        var drafts = new[] { await Archive.AddAsync(asked.World, null, "One", "1."), await Archive.AddAsync(asked.World, null, "Two", "2.", press: 7) };
        await using var db = asked.World.Db();
        var isSecond = false;
        db.SavingChanges += (_, _) =>
        {
            if (!isSecond)
            {
                isSecond = true;
                OpenNow(asked, drafts[1]);
            }
        };

        await OpenAsync(asked, db, drafts[0]);

        await using var after = asked.World.Db();
        Assert.Equal(
            [(12, "Celery never *runs* my task"), (13, "Two"), (14, "One")],
            (await after.In<Question>(Interactions.Guild).OrderBy(it => it.Number).ToListAsync()).Select(it => (it.Number!.Value, it.Title)));
    }

    // Before the first one's save is done, so that both have read the same number.
    private static void OpenNow(AskedWorld asked, long id)
    {
        using var db = asked.World.Db();
        OpenAsync(asked, db, id).GetAwaiter().GetResult();
    }

    private static async Task OpenAsync(AskedWorld asked, NexusDb db, long id)
    {
        var question = await db.In<Question>(Interactions.Guild).SingleAsync(it => it.Id == id);
        var place = new Snowflake(9000 + (ulong)id);
        await asked.World.Services.GetRequiredService<QuestionLife>().OpenAsync(db, question, place, place, place, CancellationToken.None);
    }

    [Fact]
    public async Task Each_kind_of_delivery_is_worded_in_one_place()
    {
        await using var world = new SliceWorld();

        var kinds = world.Services.GetServices<IDeliverySource>().Select(source => source.Kind).ToList();

        Assert.True(kinds.Count > 5);
        Assert.Equal(kinds.Distinct(StringComparer.Ordinal), kinds);
    }
}
