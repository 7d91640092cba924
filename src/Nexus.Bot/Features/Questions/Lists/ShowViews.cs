using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>One question as it is shown to whoever asked for it.</summary>
internal static class ShowViews
{
    private const int MostQuoted = 60;

    public static Reply Shown(Question question, QuestionCardFacts facts) => Reply.PrivateCard(
    [
        QuestionCardViews.Card(question, facts),
        .. question.ThreadId is null ? Array.Empty<Component>() : [Control.Row(Control.Link("Go to its thread", QuestionLink.Of(question)))],
    ]);

    public static Reply WhichOne(string text, IReadOnlyList<Question> near)
    {
        var words = $"There is no question called “{Md.EscapeLine(Md.Cut(Md.Line(text), MostQuoted))}”.";
        return near.Count > 0
            ? Reply.Private($"{words} Did you mean one of these?").With(QuestionListViews.Open(near, "Did you mean…"))
            : Reply.Private($"{words} `/questions search` looks through all of them.");
    }

    public static Reply Gone() => Reply.Private("That question is no longer here. `/questions list` shows those that are.");
}
