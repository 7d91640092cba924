using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Steps;
using Nexus.Bot.Routing;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Xunit;

namespace Nexus.Bot.Tests.Questions.Steps;

public sealed class StepTests
{
    private const string Url = "https://discord.com/channels/1/3012";

    [Fact]
    public async Task Who_takes_a_question_has_it_and_may_give_it_back()
    {
        await using var world = await StepsWorld.StartAsync();

        var taken = await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);

        Assert.Equal($"🙋 **#12 Celery runs my task twice** is yours. Answer in its thread: {Url}\n[Give it back]", ReplyText.Of(taken));
        Assert.True(taken.IsPrivate);
        Assert.Equal((QuestionState.Claimed, StepsWorld.Cy.Id), ((await world.QuestionAsync()).State, (await world.QuestionAsync()).HolderId));
        Assert.Equal("🟡 **#12 Celery runs my task twice** is open again; others are asked.", ReplyText.Of(await world.Slice.PressAsync(StepsWorld.Cy, taken, "Give it back")));
        Assert.Null((await world.QuestionAsync()).HolderId);
    }

    [Fact]
    public async Task Two_who_take_it_at_once_one_wins_and_the_other_is_told()
    {
        await using var world = await StepsWorld.StartAsync();
        var life = world.Slice.Services.GetRequiredService<QuestionLife>();
        await using var first = world.Slice.Db();
        await using var second = world.Slice.Db();
        var (hers, his) = ((await QuestionLife.FindAsync(first, Interactions.Guild, world.Id, default))!, (await QuestionLife.FindAsync(second, Interactions.Guild, world.Id, default))!);

        await life.TakeAsync(first, hers, QuestionAct.Claim, new QuestionActor(TestPerson.Mentor.Id, IsMentor: true, IsHelping: false), default, default);
        var late = await Assert.ThrowsAnyAsync<DbUpdateException>(() =>
            life.TakeAsync(second, his, QuestionAct.Claim, new QuestionActor(StepsWorld.Cy.Id, IsMentor: false, IsHelping: true), default, default));

        // The router runs the press once more after a clash.
        Assert.Equal(DatabaseFailure.Clash, DatabaseFailures.Of(late));
        Assert.Equal(
            $"<@201> was faster: they have **#12 Celery runs my task twice**. What you know is welcome in its thread all the same: {Url}",
            ReplyText.Of(await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim)));
        Assert.Equal(TestPerson.Mentor.Id, (await world.QuestionAsync()).HolderId);
    }

    [Fact]
    public async Task A_second_press_does_no_harm()
    {
        await using var world = await StepsWorld.StartAsync();
        await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);
        var revision = (await world.QuestionAsync()).Revision;

        Assert.Equal($"You have **#12 Celery runs my task twice** already. Answer in its thread: {Url}", ReplyText.Of(await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim)));

        Assert.Equal(revision, (await world.QuestionAsync()).Revision);
    }

    [Fact]
    public async Task Who_has_not_said_that_they_help_is_told_how()
    {
        await using var world = await StepsWorld.StartAsync();

        Assert.Equal(
            "Taking questions is for those who said what they know: `/helper set` does that in a minute. An answer in the thread is welcome from everybody.",
            ReplyText.Of(await world.PressAsync(TestPerson.Ada, QuestionControls.Claim)));
        Assert.Equal("It is your own question. When you have found the answer, press **It's solved**.", ReplyText.Of(await world.PressAsync(TestPerson.Bo, QuestionControls.Claim)));
        Assert.Equal(QuestionState.Open, (await world.QuestionAsync()).State);
    }

    [Fact]
    public async Task A_mentor_hands_a_question_over_and_the_log_keeps_it()
    {
        await using var world = await StepsWorld.StartAsync();
        await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);
        var choose = await world.Slice.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, QuestionControls.More), "Hand it to…");
        var select = ReplyText.AllOf(choose.Components).OfType<Nexus.Discord.Model.UserSelect>().Single().CustomId;

        Assert.Equal("That is a bot. Choose a person who can answer it.", ReplyText.Of(await world.HandToAsync(TestPerson.Mentor, select, TestPerson.Ada, isBot: true)));
        Assert.StartsWith("<@101> has not said that they answer questions", ReplyText.Of(await world.HandToAsync(TestPerson.Mentor, select, TestPerson.Ada)));
        Assert.Equal("That is who asked it; they cannot take it themselves. Choose somebody else.", ReplyText.Of(await world.HandToAsync(TestPerson.Mentor, select, TestPerson.Bo)));
        Assert.Equal("🙋 **#12 Celery runs my task twice** is handed to <@201>. They are told.", ReplyText.Of(await world.HandToAsync(TestPerson.Mentor, select, TestPerson.Mentor)));
        Assert.Equal("<@201> has it already.", ReplyText.Of(await world.HandToAsync(TestPerson.Mentor, select, TestPerson.Mentor)));

        Assert.StartsWith("📝 <@201> handed **#12 Celery runs my task twice** from <@103> to <@201>", Assert.Single(await world.WaitingAsync(LogEntry.DeliveryKind)));
    }

    [Fact]
    public async Task Others_can_neither_withdraw_nor_reopen_it()
    {
        await using var world = await StepsWorld.StartAsync();

        Assert.Equal("Only who asked a question, or a mentor, can withdraw it.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, WithdrawQuestionButton.Spec)));
        var withdrawn = await world.PressAsync(TestPerson.Bo, WithdrawQuestionButton.Spec);
        Assert.Equal("⚪ **#12 Celery runs my task twice** is withdrawn: nobody is asked any more.\n[Undo]", ReplyText.Of(withdrawn));
        Assert.Equal(
            "Only who asked a question, or a mentor, can open it again. Do you have the same problem still? Write so in its thread.",
            ReplyText.Of(await world.PressAsync(TestPerson.Ada, QuestionControls.Reopen)));
        Assert.Equal(
            "**#12 Celery runs my task twice** is withdrawn. **Open it again** on its card comes first.",
            ReplyText.Of(await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim)));
        Assert.StartsWith("🟡 **#12 Celery runs my task twice** is open again", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Bo, withdrawn, "Undo")));
        Assert.Equal((QuestionState.Open, 2), ((await world.QuestionAsync()).State, (await world.QuestionAsync()).Opening));
    }

    [Fact]
    public async Task Whoever_has_the_same_question_is_counted_once_and_may_stop()
    {
        await using var world = await StepsWorld.StartAsync();

        var followed = await world.PressAsync(TestPerson.Ada, QuestionControls.SameHere);
        Assert.Equal("👥 You have the same question as **#12 Celery runs my task twice**: you hear when it is solved.\n[No longer]", ReplyText.Of(followed));
        Assert.StartsWith("You follow **#12 Celery runs my task twice** already", ReplyText.Of(await world.PressAsync(TestPerson.Ada, QuestionControls.SameHere)));
        Assert.Contains("One other has it, too.", ReplyText.Of(await world.PressAsync(StepsWorld.Cy, QuestionControls.SameHere)));
        Assert.Equal("**#12 Celery runs my task twice** is your own question, so you hear of it anyway.", ReplyText.Of(await world.PressAsync(TestPerson.Bo, QuestionControls.SameHere)));
        await world.DrawAsync();
        Assert.Contains("👥 2 others have the same question.", world.Card);
        Assert.Equal("You no longer follow **#12 Celery runs my task twice**.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Ada, followed, "No longer")));
        await world.DrawAsync();
        Assert.Contains("👥 One other has the same question.", world.Card);
    }

    [Fact]
    public async Task A_repeated_question_leads_to_the_first_of_its_kind_and_whose_it_is_hears_of_that()
    {
        await using var world = await StepsWorld.StartAsync();
        var first = await Archive.AddAsync(world.Slice, 7, "Celery task executed two times", "Twice.");
        var form = await world.Slice.PressAsync(TestPerson.Mentor, await world.PressAsync(TestPerson.Mentor, QuestionControls.More), "It was asked before…");

        Assert.Equal("That is the question itself. Name the earlier one.", ReplyText.Of(await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { earlier = "#12" })));
        Assert.Contains("I know no question like `zzqx`", ReplyText.Of(await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { earlier = "zzqx" })));
        var marked = await world.Slice.SubmitAsync(TestPerson.Mentor, form, new { earlier = "#7" });
        Assert.Equal("↪️ **#12 Celery runs my task twice** now leads to the question it repeats.\n[Undo]", ReplyText.Of(marked));
        Assert.Equal((QuestionState.Duplicate, first), ((await world.QuestionAsync()).State, (await world.QuestionAsync()).DuplicateOfId));

        await world.DrawAsync();
        Assert.Contains("↪️ **Asked before**, as #7 Celery task executed two times: https://discord.com/channels/1/3007", world.Card);
        Assert.DoesNotContain("archive", world.Calls);
        Assert.StartsWith("**#12 Celery runs my task twice** is marked as a repeat of this one", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "questions duplicate", new { question = "#7", of = "#12" })));
        await world.Slice.PressAsync(TestPerson.Mentor, marked, "Undo");
        Assert.Null((await world.QuestionAsync()).DuplicateOfId);
    }

    [Fact]
    public async Task The_asker_edits_the_words_and_secrets_in_them_are_hidden()
    {
        await using var world = await StepsWorld.StartAsync();
        Assert.Equal("Only who asked a question can edit its words. Write in its thread what you would add.", ReplyText.Of(await world.PressAsync(TestPerson.Mentor, EditQuestionButton.Spec)));
        var form = await world.Slice.PressAsync(TestPerson.Bo, await world.PressAsync(TestPerson.Bo, QuestionControls.More), "Edit");

        var edited = await world.Slice.SubmitAsync(TestPerson.Bo, form, new { title = "Celery sends mails twice", text = "password=hunter2hunter2", tried = "" });

        Assert.Contains("I hid it", ReplyText.Of(edited));
        await world.DrawAsync();
        Assert.Contains("## Celery sends mails twice", world.Card);
        Assert.DoesNotContain("hunter2", world.Card);
        Assert.Contains(" · edited", world.Card);
        Assert.Contains("name Celery sends mails twice", world.Calls);
    }

    [Theory]
    [InlineData(false, "<@102> has not said that they answer questions, so I do not hand them one.")]
    [InlineData(true, "They cannot take it. Choose somebody else.")]
    public async Task Handing_it_to_people_by_guess_does_not_tell_who_asks_without_their_name(bool helps, string words)
    {
        await using var world = await StepsWorld.StartAsync(it => it.IsAnonymous = true);
        if (helps)
        {
            await using var db = world.Slice.Db();
            db.Add(new AnswererProfile { GuildId = Interactions.Guild, PersonId = TestPerson.Bo.Id, UpdatedAt = world.Slice.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        await world.PressAsync(StepsWorld.Cy, QuestionControls.Claim);
        var refused = await world.Slice.HandleAsync(Interactions.Select(StepsWorld.Cy, HandQuestionSelect.Spec.For(world.Id), ComponentType.UserSelect, TestPerson.Bo.Id.ToString()));

        Assert.StartsWith(words, ReplyText.Of(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentors_may_look_who_asked_and_both_the_log_and_the_asker_are_told()
    {
        await using var world = await StepsWorld.StartAsync(it => it.IsAnonymous = true);

        Assert.DoesNotContain("Who asked?", ReplyText.Of(await world.PressAsync(StepsWorld.Cy, QuestionControls.More)));
        Assert.Equal("Who asks without their name is known to mentors only.", ReplyText.Of(await world.PressAsync(StepsWorld.Cy, RevealAskerButton.Spec)));
        var menu = await world.PressAsync(TestPerson.Mentor, QuestionControls.More);
        Assert.StartsWith("🕶️ **#12 Celery runs my task twice** was asked by <@102>.", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Mentor, menu, "Who asked?")));
        await world.Slice.PressAsync(TestPerson.Mentor, menu, "Who asked?");

        Assert.Equal(2, (await world.WaitingAsync(LogEntry.DeliveryKind)).Count);
        Assert.StartsWith("🕶️ A mentor has looked who asked **#12 Celery runs my task twice**.", Assert.Single(await world.WaitingAsync(RevealSource.DeliveryKind)));
    }

    [Fact]
    public async Task Who_asks_without_a_name_replies_without_it()
    {
        await using var world = await StepsWorld.StartAsync(it => it.IsAnonymous = true);
        Assert.Equal("That is for who asked this question without their name. Write in its thread as yourself.", ReplyText.Of(await world.PressAsync(TestPerson.Ada, WriteUnnamedReplyButton.Spec)));
        var form = await world.Slice.PressAsync(TestPerson.Bo, await world.PressAsync(TestPerson.Bo, QuestionControls.More), "Reply without my name");

        var sent = await world.Slice.FollowUpAsync(TestPerson.Bo, await world.Slice.SubmitAsync(TestPerson.Bo, form, new { reply = "I use Redis / not RabbitMQ" }));

        Assert.Equal($"✅ It stands in the thread as the asker's words: {Url}", ReplyText.Of(sent!));
        Assert.Equal("💬 **The asker of #12** writes:\nI use Redis / not RabbitMQ", world.Card);
    }

    [Fact]
    public async Task In_a_direct_message_only_those_it_concerns_reach_a_question()
    {
        await using var world = await StepsWorld.StartAsync(it => it.State = QuestionState.Answered);
        var keep = QuestionControls.KeepOpen.For($"{Interactions.Guild}/{world.Id}");

        Assert.Equal("That question is no longer here. `/questions list` shows those that are.", ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Ada, keep))));
        Assert.StartsWith("**#12 Celery runs my task twice** stays open.", ReplyText.Of(await world.Slice.HandleAsync(Interactions.PressInDm(TestPerson.Bo, keep))));
    }

    [Fact]
    public void Whatever_comes_of_a_step_has_words()
    {
        var question = new Question { GuildId = Interactions.Guild, AskerId = TestPerson.Bo.Id, PressId = new Snowflake(1), Title = "Why?", Text = "", Tried = "", CreatedAt = default, ActiveAt = default, Number = 1 };
        QuestionAct[] acts = [QuestionAct.Claim, QuestionAct.Release, QuestionAct.HandOver, QuestionAct.MarkDuplicate, QuestionAct.Withdraw, QuestionAct.Reopen, QuestionAct.KeepOpen];
        QuestionActor[] people =
        [
            new(TestPerson.Bo.Id, IsMentor: false, IsHelping: false),
            new(TestPerson.Mentor.Id, IsMentor: true, IsHelping: false),
            new(StepsWorld.Cy.Id, IsMentor: false, IsHelping: true),
            new(TestPerson.Ada.Id, IsMentor: false, IsHelping: false),
        ];
        foreach (var (act, state, by) in acts.SelectMany(act => Enum.GetValues<QuestionState>().SelectMany(state => people.Select(by => (act, state, by)))))
        {
            question.State = state;
            question.HolderId = state == QuestionState.Claimed ? new Snowflake(999) : null;
            var step = QuestionRules.Take(new QuestionFacts(question.AskerId) { State = state, Holder = question.HolderId }, act, by, TestPerson.Mentor.Id);

            var said = ReplyText.Of(QuestionStepViews.Of(question, act, step, by, TestPerson.Mentor.Id, "1"));

            Assert.True(said.Length is > 20 and < 2000, $"{act} {state}: {said}");
        }
    }
}
