using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Promotion;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>What those who wait, and those who helped, read in the thread or in a direct message.</summary>
internal static class NewsViews
{
    public static Container Thanks(Question question, QuestionAnswer answer) => new(
    [
        new TextDisplay($"🙏 Thank you, {Md.User(answer.AuthorId)}! Your answer helped with {QuestionCardViews.Name(question)}."),
        Control.Row(Control.Link("Show the answer", AnswerViews.LinkTo(answer)), MakePageButton.For(question)),
    ]);

    /// <summary>For an asker without a name, in private.</summary>
    public static Container SolvedThere(Question question, Question original) => new(
    [
        new TextDisplay($"✅ {QuestionCardViews.Name(original)} is solved, which your question {QuestionCardViews.Name(question)} repeats.\n-# Does it not help you? **It's not the same** on the card of yours opens it again."),
        Control.Row(Control.Link("Show what helped", QuestionLink.Of(original))),
    ]);

    private static bool IsForTheAsker(Question question, IReadOnlyList<Snowflake> people) => people.Count == 0 || people.Contains(question.AskerId);

    /// <param name="people">Named in the thread; nobody in a direct message, where the reader is the asker.</param>
    /// <param name="original">What it repeats.</param>
    public static Container Of(Question question, NewsAbout about, IReadOnlyList<Snowflake> people, QuestionAnswer? answer, Question? original)
    {
        var name = QuestionCardViews.Name(question);
        var thread = QuestionLink.Of(question);
        var mine = people.Count == 0 ? "your question " : "";
        var to = people.Count == 0 ? "" : $"{string.Join(" ", people.Select(Md.User))} ";
        return about switch
        {
            NewsAbout.Answered => new(
            [
                new TextDisplay($"💬 {to}There is an answer to {mine}{name}.\n-# If it helped, press **It's solved** on the card, so that the next person finds it too."),
                Control.Row(Control.Link("Show the answer", answer is null ? thread : AnswerViews.LinkTo(answer))),
            ]),
            NewsAbout.Solved => new(
            [
                new TextDisplay($"✅ {to}{(people.Count == 0 ? $"Your question {name}" : name)} is solved.\n-# Does it not help you? {(IsForTheAsker(question, people) ? "**Not solved** on the card opens it again." : "`/ask` anew, and say what is different.")}"),
                Control.Row(Control.Link("Show what helped", answer is null ? thread : AnswerViews.LinkTo(answer))),
            ]),
            NewsAbout.Duplicate => new(
            [
                new TextDisplay(
                    $"🔁 {to}{(people.Count == 0 ? $"Your question {name}" : name)} was asked before"
                    + (original is null ? "." : $", as {QuestionCardViews.Name(original)}: the answer is there, or comes there.")
                    + "\n-# Is it another question after all? **It's not the same** on the card opens it again."),
                Control.Row(Control.Link(
                    original is null ? "Show the question" : "Show where", original is { ThreadId: { } other } ? Md.ChannelUrl(original.GuildId, other) : thread)),
            ]),
            NewsAbout.SolvedThere => throw new InvalidOperationException("Worded in SolvedThere."),
        };
    }
}
