using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;
using Xunit;

namespace Nexus.Bot.Tests.Questions.Card;

public sealed class QuestionCardTests
{
    [Fact]
    public void A_learner_reads_what_is_asked_by_whom_and_what_can_be_pressed() => Assert.Equal(
        """
        ## Why twice?
        🟡 **Open** since <t:1790154000:R>, nobody has taken it yet
        It sends *two* mails.
        **What was tried**
        Nothing yet
        👥 3 others have the same question.
        -# #12 · asked by <@102> · backend
        [Same here (3)] [I take it] [It's solved] [More…]
        """,
        Text(Question(), new QuestionCardFacts { SameHere = 3 }));

    [Fact]
    public void A_message_of_one_line_stands_on_its_card_once()
    {
        var question = Question();
        question.Text = question.Title;

        Assert.Single(Text(question, new QuestionCardFacts()).Split('\n'), line => line.Contains(question.Title, StringComparison.Ordinal));
    }

    [Fact]
    public void Answers_that_helped_stand_on_top_with_their_authors()
    {
        var question = Question();
        question.State = QuestionState.Accepted;
        question.AcceptedAt = question.OpenedAt;

        Assert.StartsWith(
            """
            ## Why twice?
            ✅ **Solved** <t:1790154000:R>
            ✅ Answer by <@201>
            [Jump to it](https://example.org/1)
            ✅ Also helped: by the asker
            [Jump to it](https://example.org/2)
            It sends
            """,
            Text(question, new QuestionCardFacts { Accepted = [new AnswerLink(TestPerson.Mentor.Id, "https://example.org/1"), new AnswerLink(default, "https://example.org/2")] }));
    }

    [Fact]
    public void Who_asks_without_their_name_is_nowhere_on_the_card()
    {
        foreach (var state in Enum.GetValues<QuestionState>())
        {
            var question = Question();
            (question.IsAnonymous, question.State, question.HolderId) = (true, state, TestPerson.Mentor.Id);

            var text = Text(question, QuestionCardFacts.None);

            Assert.Contains("asked by somebody who asks without their name", text);
            Assert.DoesNotContain("102", text);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("](")]
    [InlineData("#\n")]
    [InlineData("`")]
    [InlineData("```\n")]
    [InlineData("@")]
    public void The_longest_question_fits_and_loses_no_word(string unit)
    {
        var question = Question();
        question.Title = Repeated("*", Nexus.Bot.Features.Questions.Question.MostTitle);
        question.Text = Repeated(unit, Nexus.Bot.Features.Questions.Question.MostText - 3) + "end";
        question.Tried = Repeated(unit, Nexus.Bot.Features.Questions.Question.MostTried - 4) + "done";
        question.State = QuestionState.Accepted;
        var facts = new QuestionCardFacts { SameHere = 1234, Accepted = [.. Enumerable.Range(0, 9).Select(_ => new AnswerLink(new Snowflake(ulong.MaxValue), "https://example.org"))] };

        var card = QuestionCardViews.Card(question, facts);

        var text = string.Join('\n', ReplyText.AllOf([card]).OfType<TextDisplay>().Select(part => part.Content));
        Assert.InRange(text.Length, 3000, 4000);
        Assert.Contains("end", text);
        Assert.Contains("done", text);
        Assert.InRange(ReplyText.AllOf([card]).Count(), 1, 40);
    }

    private static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1))[..length];

    private static string Text(Question question, QuestionCardFacts facts) => ReplyText.Of(QuestionCardViews.Card(question, facts));

    private static Question Question()
    {
        var at = new DateTimeOffset(2026, 9, 23, 9, 0, 0, TimeSpan.Zero);
        return new Question
        {
            GuildId = Interactions.Guild,
            Number = 12,
            AskerId = TestPerson.Bo.Id,
            PressId = new Snowflake(1),
            Title = "Why twice?",
            Text = "It sends *two* mails.",
            Tried = "Nothing yet",
            Track = "backend",
            CreatedAt = at,
            ActiveAt = at,
            OpenedAt = at,
            ClaimedAt = at,
        };
    }
}
