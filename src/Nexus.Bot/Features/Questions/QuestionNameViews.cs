using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions;

/// <summary>What is said when words name no question for sure.</summary>
internal static class QuestionNameViews
{
    public static Reply WhichOne(string typed, IReadOnlyList<Question> near) => Reply.Private(near.Count == 0
        ? $"I know no question like {Md.Code(Md.Cut(typed, 100))}. Choose one from the list while you type, or see `/questions list`."
        : $"Which one do you mean by {Md.Code(Md.Cut(typed, 100))}? Use its number:\n"
            + string.Join('\n', near.Select(it => $"• {QuestionCardViews.Name(it)}, {QuestionCardViews.StateWord(it.State)}: {QuestionLink.Of(it)}")));
}
