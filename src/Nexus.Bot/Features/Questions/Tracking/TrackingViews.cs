using System.Globalization;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>What people read when a chat message becomes a question.</summary>
internal static class TrackingViews
{
    public const string TitleField = "title";
    public const string TextField = "text";
    public const string TriedField = "tried";

    /// <param name="place">Where the message is: <c>channel/message</c>.</param>
    public static Reply Form(string place, string title, string text) => Reply.Form(new Modal
    {
        CustomId = TrackQuestionModal.Spec.For(place),
        Title = "Track as question",
        Components =
        [
            Control.TextField(TitleField, "Your question in one line", Question.MostTitle, value: title.Length > 0 ? title : null),
            Control.TextField(TextField, "Details", Question.MostText, paragraph: true, value: text.Length > 0 ? text : null,
                hint: $"Up to {Question.MostText} characters; code between ``` lines", placeholder: "What you want to do, what happens instead, the error"),
            Control.TextField(TriedField, "What you tried", Question.MostTried, paragraph: true, required: false, hint: "It helps others to help you"),
        ],
    });

    /// <summary>Privately to whoever wants it tracked, and in public to the author, who decides.</summary>
    public static Reply Asking(Question draft) => Reply.Private($"I have asked {Md.User(draft.AskerId)} below. Once they agree it becomes a question, and people look after it.")
        .Then(Reply.Public(
                $"{Md.User(draft.AskerId)}, {Md.User(draft.TrackedBy ?? default)} would like your message to be tracked as a question, so that it is sure to get an answer: {LinkTo(draft)}\n"
                + "-# It gets a thread with a card, and somebody looks after it. You can change the words first.")
            .With(Control.Button("Yes, track it", AgreeToTrackButton.Spec.For(draft.Id), ButtonStyle.Primary), Control.Button("No, thanks", RefuseToTrackButton.Spec.For(draft.Id)))
            .Pinging(draft.AskerId));

    public static Reply AskedAlready(Question draft) => Reply.Private(
        $"{Md.User(draft.AskerId)} was asked {Md.Time(draft.CreatedAt, 'R')} whether to track this message, and has not said yet.");

    public static Reply WouldRatherNot(Question draft) => Reply.Private(
        $"{Md.User(draft.AskerId)} was asked before, and would rather leave this an ordinary message. Answering it here is welcome, of course.");

    public static Reply Refused() => Reply.Change("All right, it stays an ordinary message. You can track it yourself at any time: its menu, **Apps**, **Track as question**.");

    public static Reply BeingTracked(Question draft) => Reply.Private(TrackingText).With(Again(draft));

    public static Reply BeingTrackedHere(Question draft) => Reply.Change(TrackingText).With(Again(draft));

    public static Reply Tracked(Question question) => Reply.Private($"This message is question {QuestionCardViews.Name(question)} already: {QuestionLink.Of(question)}");

    public static Reply IsOneAlready(Question question) => Reply.Private(
        $"This thread is question {QuestionCardViews.Name(question)} already: {QuestionLink.Of(question)}\n-# Something else? `/ask` asks it separately.");

    public static Reply TrackedNow(Question question) => Reply.Private(
        $"✅ Your message is question {QuestionCardViews.Name(question)} now: {QuestionLink.Of(question)}\n"
        + (HidesSecret(question) ? $"⚠️ I hid what looks like a secret. Your message still shows it, so please edit or delete that, and change the secret: {LinkTo(question)}" : "-# You hear of answers there."));

    public static Reply AskedBefore(Question draft, IReadOnlyList<Question> earlier) => Reply.Private(
            $"**{Md.EscapeLine(draft.Title)}** may have been asked before, so nothing is posted yet:\n"
            + string.Join('\n', earlier.Select(it => $"- {QuestionCardViews.Name(it)} ({QuestionCardViews.StateWord(it.State)}): {QuestionLink.Of(it)}")))
        .With(
        [
            .. earlier.Where(it => it.State is QuestionState.Answered or QuestionState.Accepted).Select(it => Control.Button(
                string.Create(CultureInfo.InvariantCulture, $"#{it.Number} solved it"), EarlierSolvedButton.Spec.For(string.Create(CultureInfo.InvariantCulture, $"{draft.Id}/{it.Id}")), ButtonStyle.Success)),
            Control.Button("Track it anyway", TrackAnywayButton.Spec.For(draft.Id)),
        ]);

    public static Reply SolvedByEarlier() => Reply.Change("🎉 Glad that helped! Nothing was posted, and your message stays as it is.");

    public static Reply WordsMissing() => Reply.Private("A question needs a line and some details, so nothing was tracked. Open the message's menu once more: **Apps**, **Track as question**.");

    public static Reply NotYours() => Reply.Private("That is for who wrote the message to say.");

    public static Reply NotByAPerson() => Reply.Private("Only what a person wrote can be tracked as a question. `/ask` asks anything else.");

    public static Reply MessageGone() => Reply.Private("I cannot see that message any more, so nothing was tracked. `/ask` asks it anew.");

    public static Reply DeletedMeanwhile(Question draft) => Reply.Private("Your message was deleted meanwhile, so there is nowhere to put the question. Ask it in the questions' place instead.")
        .With(AskButton.For(draft.Title));

    public static Reply NotForEverybody(Question draft) => Reply.Private(
            "Not everybody can read this channel, and questions are listed and found by everybody, so nothing was tracked. Ask without what must stay here:")
        .With(AskButton.For(draft.Title));

    public static Reply NotPosted(Question draft, bool isForGood) => Reply.Private(isForGood
            ? "I may not start a thread or write there, so nothing was tracked. Please tell a mentor: Nexus needs View Channel, Create Public Threads and Send Messages in Threads."
            : "Discord does not answer right now, so I do not know whether it worked. Press **Try again** in a moment; it is not posted twice.")
        .With(Again(draft));

    private static bool HidesSecret(Question question) => $"{question.Title}{question.Text}{question.Tried}".Contains(Secrets.Mark, StringComparison.Ordinal);

    private const string TrackingText = "📨 Making a question of it…\n-# If this stays for more than a minute, press **Try again**. It is not posted twice.";

    private static Button Again(Question draft) => Control.Button("Try again", TrackAnywayButton.Spec.For(draft.Id));

    private static string LinkTo(Question question) => Md.MessageUrl(question.GuildId, question.OriginChannelId ?? default, question.OriginMessageId ?? default);
}
