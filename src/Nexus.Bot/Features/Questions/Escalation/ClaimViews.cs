using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>What those read, in private, who have taken a question.</summary>
internal static class ClaimViews
{
    /// <summary>A holder who has been silent is asked.</summary>
    public static DeliveryContent StillOnIt(Question question, DateTimeOffset lapsesAt, Delivery delivery) => ToHolder(
        question,
        $"Are you still on {QuestionCardViews.Name(question)}? It is yours since {Md.Time(question.ClaimedAt ?? lapsesAt, 'R')}.\n"
        + $"If I hear nothing, it is open for others again {Md.Time(lapsesAt, 'R')}. No harm done either way.",
        delivery,
        Control.Button("Keep it", KeepClaimButton.Spec.For(QuestionReference.InDm(question)), ButtonStyle.Success),
        Control.Button("Give it back", GiveBackClaimButton.Spec.For(QuestionReference.InDm(question))));

    public static DeliveryContent Given(Question question, Delivery delivery) => ToHolder(
        question,
        $"{QuestionCardViews.Name(question)} was handed to you: it waits for your answer. If you cannot, give it back and I ask somebody else.",
        delivery,
        Control.Button("Give it back", GiveBackClaimButton.Spec.For(QuestionReference.InDm(question))));

    public static DeliveryContent Taken(Question question, Delivery delivery) => ToHolder(
        question,
        $"{QuestionCardViews.Name(question)} is not yours any more: " + (question.State == QuestionState.Claimed ? "somebody else looks after it now." : "a mentor opened it for others.")
        + " Thank you for having been there.",
        delivery);

    public static DeliveryContent Lapsed(Question question, Delivery delivery) => ToHolder(
        question,
        $"{QuestionCardViews.Name(question)} is open for others again, since I heard nothing from you. No harm done. If you have an answer, it is welcome all the same.",
        delivery);

    public static DeliveryContent Ended(Question question, Delivery delivery) => ToHolder(
        question,
        $"{QuestionCardViews.Name(question)} needs no answer from you any more: " + (question.State == QuestionState.Duplicate ? "it was asked before." : "it was taken back.")
        + " Thank you for having been there.",
        delivery);

    public static Reply Kept(Question question) => Here(question, $"✅ {QuestionCardViews.Name(question)} stays yours. Thank you!");

    public static Reply GivenBack(Question question) => Here(question, $"{QuestionCardViews.Name(question)} is open again, and I ask somebody else. Thank you for saying so.");

    public static Reply NotYours() => Reply.Private("This question is not yours, or not any more. Nothing was changed.");

    private static Reply Here(Question question, string words) => Reply.ChangeCard([new Container(Parts(words, Thread(question)))]);

    private static IReadOnlyList<Component> Thread(Question question) => AskViews.ThreadUrl(question) is { } url ? [Control.Link("Show", url)] : [];

    // In the thread only when their DMs are closed.
    private static DeliveryContent ToHolder(Question question, string words, Delivery delivery, params Button[] buttons) =>
        delivery is { FellBack: not null, PersonId: { } person }
            ? new DeliveryContent(new Container(Parts($"{Md.User(person)} {words}", buttons))) { Mentions = AllowedMentions.None with { Users = [person] } }
            : new DeliveryContent(new Container(Parts(words, [.. buttons, .. Thread(question)])));

    private static IReadOnlyList<Component> Parts(string words, IReadOnlyList<Component> controls) =>
        [new TextDisplay(words), .. controls.Count > 0 ? [Control.Row(controls)] : Array.Empty<Component>()];
}
