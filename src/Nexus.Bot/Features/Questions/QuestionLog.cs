using System.Globalization;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>What of a question's life the server's log keeps: what mentors do to the questions and claims of others.</summary>
internal static class QuestionLog
{
    /// <param name="before">As it was before the step.</param>
    /// <returns>Null for what everybody does with their own.</returns>
    public static string? Words(Question question, QuestionAct act, QuestionActor by, Snowflake about, QuestionFacts before)
    {
        if (by.IsClock)
        {
            return null;
        }

        var name = QuestionCardViews.Name(question);
        var isOwn = by.Id == before.Asker;
        return act switch
        {
            QuestionAct.Release when before.Holder is { } holder && holder != by.Id => $"took {name} back from {Md.User(holder)}",
            QuestionAct.HandOver when before.Holder is { } holder && holder != by.Id => $"handed {name} from {Md.User(holder)} to {Md.User(about)}",
            QuestionAct.HandOver when before.Holder is null && about != by.Id => $"gave {name} to {Md.User(about)}",
            QuestionAct.Withdraw when !isOwn => $"withdrew {name}",
            QuestionAct.MarkDuplicate when !isOwn => $"marked {name} as asked before",
            _ => null,
        };
    }

    public static string Revealed(Question question) => string.Create(CultureInfo.InvariantCulture, $"looked who asked {QuestionCardViews.Name(question)}");
}
