using System.Globalization;
using System.Text;
using Nexus.Bot.Features.Questions.Lists;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>The weekly digest for mentors. It names questions, and nobody.</summary>
internal static class DigestViews
{
    private const int MostTitle = 70;

    /// <param name="dueAt">Set when it is late.</param>
    public static Container Card(DigestFacts facts, DateTimeOffset? dueAt)
    {
        var words = new StringBuilder("## The week's questions\n");
        words.Append(facts is { Asked: 0, Answered: 0, Solved: 0 }
            ? "A quiet week: nothing was asked."
            : string.Create(CultureInfo.InvariantCulture, $"**{facts.Asked}** asked · **{facts.Answered}** got a first answer · **{facts.Solved}** solved"));
        words.Append('\n').Append(facts.Unanswered switch
        {
            0 => "🎉 Nothing waits for an answer. Thank you!",
            1 => "**1** waits for an answer:",
            var many => string.Create(CultureInfo.InvariantCulture, $"**{many}** wait for an answer, the longest first:"),
        });
        foreach (var question in facts.Oldest)
        {
            words.Append(CultureInfo.InvariantCulture, $"\n{QuestionListViews.Link(question)} {Md.EscapeLine(Md.Cut(question.Title, MostTitle))} · {Md.Time(question.OpenedAt ?? question.CreatedAt, 'R')}");
        }

        if (facts.Unanswered > facts.Oldest.Count)
        {
            words.Append(CultureInfo.InvariantCulture, $"\n-# … and {facts.Unanswered - facts.Oldest.Count} more with **List unanswered**");
        }

        if (dueAt is { } due)
        {
            words.Append(CultureInfo.InvariantCulture, $"\n-# It was due {Md.Time(due, 'f')}; I was away. The numbers are of the week before that, what waits is as of now.");
        }

        var stop = Control.Button("Stop this digest", StopDigestButton.Spec.For());
        return new Container(
        [
            new TextDisplay(words.ToString()),
            facts.Unanswered == 0
                ? Control.Row(stop)
                : Control.Row(Control.Button("List unanswered", ListQuestionsButton.For(QuestionListState.Of(ListedQuestions.Unanswered))), stop),
        ]);
    }

    public static Reply Stopped() => Reply.Private("The weekly digest of questions has stopped.").With(Control.Button("Send it again", ResumeDigestButton.Spec.For()));

    public static Reply Resumed(DateTimeOffset? next) => Reply.Private(next is { } due
            ? $"The digest comes every Monday at 9:00 by the server's clock. The next one: {Md.Moment(due)}."
            : "The digest is on again, but has nowhere to go: choose a log channel with `/nexus setup`, or put up a board with `/questions board`.")
        .With(Control.Button("Stop this digest", StopDigestButton.Spec.For()));

    public static string LogStopped() => "stopped the weekly digest of questions";

    public static string LogResumed() => "turned the weekly digest of questions on again";
}
