using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What somebody reads who has said whether they met.</summary>
internal static class RoundAnswerViews
{
    public static Reply Answered(Pair pair, Round round, RoundAnswer answer) => Reply.PrivateCard(answer.Met switch
    {
        Met.Yes => [new TextDisplay("🎉 Good to hear! You can go on together as long as you like: this thread stays yours, and a message opens it again when it has been archived.")],
        Met.NotYet => [new TextDisplay($"⏳ That happens. The round goes on until {Md.Moment(round.EndsAt)}, and your thread stays after it. A message with two times that suit you often does it."), Help(pair, answer)],
        _ => [new TextDisplay("🍃 That is all right, and nobody is told. In the next round I look for somebody else."), Help(pair, answer)],
    });

    public static Reply Helped(Pair pair, Round round, RoundAnswer answer) => Reply.ChangeCard(
        new TextDisplay(answer.HelpAskedAt is null
            ? $"↩️ It is taken back. Mentors no longer see you with round {RoundNewsViews.Number(round.Number)}."
            : "🧑‍🏫 Mentors see that you would like help with your pair, and one of them writes to you. What you answered they do not see."),
        Help(pair, answer));

    public static Reply NotYours() => Reply.Private("This is for the people of this pair to answer.");

    public static Reply Gone() => Reply.Private("That pair is no longer there. `/pair show` tells how you stand.");

    /// <summary>After who asked, for the mentors' log.</summary>
    public static string LoggedHelp(Round round, bool asks) => asks
        ? $"would like a mentor's help with their pair of round {RoundNewsViews.Number(round.Number)}"
        : $"no longer needs help with their pair of round {RoundNewsViews.Number(round.Number)}";

    private static ActionRow Help(Pair pair, RoundAnswer answer) => Control.Row(answer.HelpAskedAt is null
        ? Control.Button("Ask a mentor for help", RoundHelpButton.For(pair, asks: true))
        : Control.Button("Take it back", RoundHelpButton.For(pair, asks: false)));
}
