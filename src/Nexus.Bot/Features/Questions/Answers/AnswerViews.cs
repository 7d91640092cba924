using System.Globalization;
using System.Text;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Promotion;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Answers;

/// <summary>What people read when they say what helped.</summary>
internal static class AnswerViews
{
    public const string WordsField = "words";
    public const int MostWords = 1500;

    public static string LinkTo(QuestionAnswer answer) => Md.MessageUrl(answer.GuildId, answer.ChannelId, answer.MessageId);

    public static Reply Accepted(Question question, QuestionAnswer answer, QuestionActor by)
    {
        var reply = Reply.Private($"✅ Marked as what helped with {QuestionCardViews.Name(question)}. The card shows it, and whoever waits for it is told.");
        return MakePageButton.MayMake(answer, by)
            ? reply.With(TakeBack(answer), MakePageButton.For(question))
            : reply.With(TakeBack(answer));
    }

    public static Reply Answered(Question question) => Reply.Private(
        $"💬 Thank you! Your message is noted as an answer to {QuestionCardViews.Name(question)}, and its asker is told. Whether it helped is theirs to say.");

    public static Reply AnsweredToo(Question question) => Reply.Private(
        $"💬 Thank you! Your message is noted as an answer to {QuestionCardViews.Name(question)}, which has one already. Whether it helped is its asker's to say.");

    public static Reply MarkedBefore(Question question, QuestionAnswer answer, bool mayTakeBack)
    {
        var since = Md.Time(answer.AcceptedAt ?? answer.SaidAt, 'R');
        return mayTakeBack
            ? Reply.Private($"This message was marked as what helped with {QuestionCardViews.Name(question)} {since}. Did it not help after all?").With(TakeBack(answer))
            : Reply.Private($"This message was marked as what helped with {QuestionCardViews.Name(question)} {since}. 🙏");
    }

    public static Reply TakenBack(Question question, int others) => Reply.Change(others > 0
        ? $"The mark is taken back. {QuestionCardViews.Name(question)} stays solved: {(others == 1 ? "another message" : $"{others} other messages")} helped too."
        : $"The mark is taken back. {QuestionCardViews.Name(question)} counts as answered, and not as solved. To get more help, press **Not solved** on its card.");

    public static Reply NothingToTakeBack(Question question) => Reply.Change($"That message is not marked as what helped with {QuestionCardViews.Name(question)} any more. Nothing was changed.");

    public static Reply NotYoursToAccept(Question question) => Reply.Private(
        $"What helped with {QuestionCardViews.Name(question)} is for its asker or a mentor to say. Did you write the answer yourself? "
            + "Then open the menu of **your** message, **Apps**, **Mark as answer**.");

    public static Reply NotNow(Question question, QuestionState state) => Reply.Private(state == QuestionState.Duplicate
        ? $"{QuestionCardViews.Name(question)} was asked before, so its answer is there. If this is another question after all, press **It's not the same** on its card first."
        : $"{QuestionCardViews.Name(question)} was withdrawn. To mark an answer, press **Open it again** on its card first.");

    public static Reply NoQuestion() => Reply.Private(
        "This is not the thread of a question, so there is nothing to mark. If somebody asks something here, open the menu of that message, **Apps**, **Track as question**.");

    public static Reply IsTheQuestion(Question question) => Reply.Private(
        $"That message asks {QuestionCardViews.Name(question)} itself. Mark the one that answers it, or press **It's solved** on the card.");

    public static Reply NotByAPerson() => Reply.Private("Only what a person wrote can be an answer. If it still helped, press **It's solved** on the card, then **I solved it myself**.");

    /// <summary>Marked, a message with the asker's name under it would tell who asked. Nobody else reads why.</summary>
    public static Reply WouldName(Question question, bool isAsker) => Reply.Private(isAsker
        ? $"You asked {QuestionCardViews.Name(question)} without your name, and that message has it. Press **It's solved**, then **I solved it myself**: I post your answer without your name."
        : $"Only who wrote that message can say that it answers {QuestionCardViews.Name(question)}.");

    public static Reply MessageGone() => Reply.Private("I cannot see that message any more: it may have been deleted. Nothing was marked.");

    public static Reply Gone() => Reply.Private("That question is no longer here. Nothing was changed.");

    public static Reply Reading() => Reply.Private("Looking for the answers in the thread…");

    public static Reply Marking() => Reply.Change("Marking it…");

    /// <param name="replies">The newest first, at most 25.</param>
    public static Reply Choose(Question question, IReadOnlyList<(Said Said, string Name)> replies, bool isAsker, DateTimeOffset now)
    {
        if (replies.Count == 0)
        {
            return isAsker
                ? Reply.Private("Nobody else has written here yet. Did you solve it yourself? Tell the next person how; or withdraw the question with **More…** on its card.").With(Myself(question))
                : Reply.Private("Nobody but the asker has written here yet, so there is no message to mark.");
        }

        var lines = replies.Select((reply, at) =>
            $"{at + 1}. {Md.User(reply.Said.Author)} {Md.Time(reply.Said.Message.CreatedAt, 'R')} {Md.MessageUrl(question.GuildId, reply.Said.Channel, reply.Said.Message)}");
        var select = new StringSelect
        {
            CustomId = ChooseAnswerSelect.Spec.For(QuestionReference.InDm(question)),
            Placeholder = "This one helped",
            Options =
            [
                .. replies.Select((reply, at) => new SelectOption(
                    Md.Cut($"{at + 1} · {reply.Name}, {TimeText.Of(now - reply.Said.Message.CreatedAt)} ago", 100),
                    reply.Said.Message.ToString(),
                    reply.Said.Text.Length > 0 ? Md.Cut(Md.Line(reply.Said.Text), 100) : null)),
            ],
        };
        var words = Reply.Private($"Glad to hear it! Which message helped with {QuestionCardViews.Name(question)}? If more than one did, choose the best now; **More…** on the card adds another.\n{string.Join('\n', lines)}");
        return isAsker ? words.With(select, Myself(question)) : words.With(select);
    }

    public static Reply AskHow(Question question) => Reply.Form(new Modal
    {
        CustomId = SolvedMyselfModal.Spec.For(QuestionReference.InDm(question)),
        Title = "How did you solve it?",
        Components =
        [
            Control.TextField(WordsField, "What helped", MostWords, paragraph: true, hint: "It is posted in the thread; code between ``` lines, no passwords",
                placeholder: "The broker's address had localhost in it; inside Compose it has to be the service's name."),
        ],
    });

    public static Reply NoWords() => Reply.Private("That was empty, so nothing was posted. Press **I solved it myself** once more.");

    public static Reply PostingOwn() => Reply.Private("Posting your answer…");

    /// <summary>What the asker found out, as the bot posts it for them.</summary>
    public static string OwnAnswer(Question question, string words) =>
        $"💡 **What solved it**\n{UserMarkdown.Safe(words)}\n-# {(question.IsAnonymous ? "Written by the asker" : $"Written by {Md.User(question.AskerId)}")}";

    public static Reply NotPosted(string words, bool isForGood) => Reply.Private(isForGood
            ? "I cannot write in that thread, so nothing was posted or marked. Your words are in the file below."
            : "Discord does not answer right now, so nothing was marked. Your words are in the file below; please try again in a moment.")
        .WithFiles(new FileUpload("answer.md", Encoding.UTF8.GetBytes(words)));

    public static Reply NotRead(bool isForGood) => Reply.Private(isForGood
        ? "I cannot read the thread, so I do not know who answered. Open the menu of the message that helped, **Apps**, **Mark as answer**."
        : "Discord does not answer right now. Please press **It's solved** again in a moment.");

    public static Reply AcceptedOnes(Question question, IReadOnlyList<QuestionAnswer> answers) => answers.Count == 0
        ? Reply.Private($"No message is marked as what helped with {QuestionCardViews.Name(question)}.")
        : Reply.Private($"What helped with {QuestionCardViews.Name(question)}. Which one did not, after all?\n"
                + string.Join('\n', answers.Select((answer, at) => $"{at + 1}. {Author(question, answer)} {LinkTo(answer)}")))
            .With([.. answers.Select((answer, at) => Control.Button(string.Create(CultureInfo.InvariantCulture, $"Take back {at + 1}"), TakeBackButton.For(answer)))]);

    // A mentor reads this, too, and has not looked who asks.
    private static string Author(Question question, QuestionAnswer answer) =>
        question.IsAnonymous && answer.AuthorId == question.AskerId ? "the asker" : Md.User(answer.AuthorId);

    private static Button Myself(Question question) => Control.Button("I solved it myself", SolvedMyselfButton.Spec.For(QuestionReference.InDm(question)));

    private static Button TakeBack(QuestionAnswer answer) => Control.Button("Take it back", TakeBackButton.For(answer));
}
