using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Silence;

/// <summary>What is asked when a question is quiet.</summary>
internal static class SilenceViews
{
    public static Container IsItSolved(Question question, bool inDm)
    {
        var id = inDm ? QuestionReference.InDm(question) : QuestionReference.InServer(question);
        var text = inDm
            ? $"Is {QuestionCardViews.Name(question)} solved? It has an answer: {QuestionLink.Of(question)}"
            : $"{Md.User(question.AskerId)}, is {QuestionCardViews.Name(question)} solved? It has an answer, and nobody has written here for a while.";
        return new Container(
        [
            new TextDisplay($"{text}\n-# Without a word it goes to rest {Md.Time(question.SilenceAt!.Value, 'R')}. One press opens it again, then or later."),
            Control.Row(
                Control.Button("It's solved", QuestionControls.Solved.For(id), ButtonStyle.Success),
                Control.Button("Keep open", QuestionControls.KeepOpen.For(id)),
                Control.Button("Not solved", QuestionControls.Reopen.For(id))),
        ]);
    }
}
