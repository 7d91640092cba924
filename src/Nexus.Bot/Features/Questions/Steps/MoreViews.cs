using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Features.Questions.Promotion;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Steps;

/// <summary>The menu behind More…, its forms and what they answer.</summary>
internal static class MoreViews
{
    public const string TitleField = "title";
    public const string TextField = "text";
    public const string TriedField = "tried";
    public const string TopicsField = "topics";
    public const string TrackField = "track";
    public const string EarlierField = "earlier";
    public const string ReplyField = "reply";
    public const string NoTrack = "none";
    public const int MostReply = 1500;

    private const int MostTopicsText = 300;
    private const int MostMessage = 2000;

    /// <param name="helped">An answer of theirs was accepted.</param>
    public static Reply Menu(Question question, QuestionActor by, bool follows, bool helped, string reference)
    {
        var controls = Controls(question, by, follows, helped, reference).ToList();
        var text = $"{QuestionCardViews.Name(question)} · {QuestionCardViews.StateWord(question.State)}";
        return controls.Count == 0
            ? Reply.Private($"{text}\nThere is nothing more here for you to do. **Same here** tells you when it is solved, and your answer in its thread is welcome.")
            : Reply.Private(text).With(controls);
    }

    private static IEnumerable<Component> Controls(Question question, QuestionActor by, bool follows, bool helped, string reference)
    {
        var (isAsker, isHolder) = (by.Id == question.AskerId, by.Id == question.HolderId);
        var state = question.State;
        if (state == QuestionState.Claimed && (isHolder || by.IsMentor))
        {
            yield return Control.Button(isHolder ? "Give it back" : "Take it back from them", QuestionControls.Release.For(reference));
        }

        if ((state == QuestionState.Claimed && isHolder) || (state is QuestionState.Claimed or QuestionState.Open && by.IsMentor))
        {
            yield return Control.Button("Hand it to…", ChooseHolderButton.Spec.For(reference));
        }

        if (isAsker)
        {
            yield return Control.Button("Edit", EditQuestionButton.Spec.For(reference));
        }

        if (isAsker || by.IsMentor || by.IsHelping)
        {
            yield return Control.Button("Topics and track", QuestionControls.Topics.For(reference));
        }

        if (isAsker && question is { IsAnonymous: true, CardMessageId: not null })
        {
            yield return Control.Button("Reply without my name", WriteUnnamedReplyButton.Spec.For(reference));
        }

        if ((isAsker || by.IsMentor) && state is QuestionState.Answered or QuestionState.Stale)
        {
            yield return Control.Button("Keep open", QuestionControls.KeepOpen.For(reference));
        }

        if ((isAsker || by.IsMentor) && state is not (QuestionState.Accepted or QuestionState.Withdrawn or QuestionState.Duplicate))
        {
            yield return Control.Button("It was asked before…", NameEarlierButton.Spec.For(reference));
            yield return Control.Button("Withdraw it", WithdrawQuestionButton.Spec.For(reference));
        }

        if ((isAsker || by.IsMentor) && state == QuestionState.Accepted)
        {
            yield return Control.Button("Another one helped too", QuestionControls.Solved.For(reference));
            yield return Control.Button("That did not help…", AcceptedAnswersButton.Spec.For(reference));
        }

        if ((by.IsMentor || helped) && state == QuestionState.Accepted)
        {
            yield return MakePageButton.For(question);
        }

        if (by.IsMentor && question.IsAnonymous && !isAsker)
        {
            yield return Control.Button("Who asked?", RevealAskerButton.Spec.For(reference));
        }

        if (follows)
        {
            yield return Control.Button("I don't follow it any more", QuestionControls.NotSame.For(reference));
        }
    }

    public static Reply ChooseHolder(Question question, string reference) => Reply.Private($"Who takes {QuestionCardViews.Name(question)}?")
        .With(new UserSelect { CustomId = HandQuestionSelect.Spec.For(reference), Placeholder = "Somebody who can answer it" });

    public static Reply HolderIsBot() => Reply.Private("That is a bot. Choose a person who can answer it.");

    public static Reply HolderDoesNotHelp(Snowflake person) => Reply.Private(
        $"{Md.User(person)} has not said that they answer questions, so I do not hand them one. They can with `/helper set`, or you write to them in the thread.");

    public static Reply Edit(Question question, string reference) => Reply.Form(new Modal
    {
        CustomId = RewriteQuestionModal.Spec.For(reference),
        Title = "Edit your question",
        Components =
        [
            Control.TextField(TitleField, "Your question in one line", Question.MostTitle, value: question.Title),
            Control.TextField(TextField, "Details", Question.MostText, paragraph: true, value: question.Text, hint: $"Up to {Question.MostText} characters; code between ``` lines"),
            Control.TextField(TriedField, "What you tried", Question.MostTried, paragraph: true, required: false, value: OrNull(question.Tried), hint: $"Up to {Question.MostTried} characters"),
        ],
    });

    public static Reply EditIsTheirs() => Reply.Private("Only who asked a question can edit its words. Write in its thread what you would add.");

    public static Reply Edited(Question question, bool hidden) => Reply.Private(
        $"✏️ {QuestionCardViews.Name(question)} is changed: {QuestionLink.Of(question)}" + (hidden ? "\nSomething in it looked like a password or key, so I hid it." : ""));

    public static Reply WordsMissing(string title, string text) => Reply.Private(
        $"A question needs a line of at most {Question.MostTitle} characters and details of at most {Question.MostText}; nothing was changed. Your words, to copy:\n"
            + $"```\n{Md.Cut($"{title}\n\n{text}".Replace("```", "ˋˋˋ", StringComparison.Ordinal), 1700)}\n```");

    public static Reply Topics(Question question, IReadOnlyList<HubPage> topics, string reference) => Reply.Form(new Modal
    {
        CustomId = FileQuestionModal.Spec.For(reference),
        Title = "Topics and track",
        Components =
        [
            Control.TextField(TopicsField, "Topics, with commas between", MostTopicsText, required: false, value: OrNull(string.Join(", ", topics.Select(page => page.Title))),
                hint: $"At most {Question.MostTopics}, as /topic browse names them", placeholder: "Celery, Redis"),
            new Label("Track", new StringSelect
            {
                CustomId = TrackField,
                Options =
                [
                    new SelectOption("Backend", "backend", Default: question.Track == "backend"),
                    new SelectOption("Frontend", "frontend", Default: question.Track == "frontend"),
                    new SelectOption("Both, or neither", NoTrack, Default: question.Track is null),
                ],
            }),
        ],
    });

    public static Reply FilingIsNotYours() => Reply.Private("Only who asked a question, helpers and mentors can change its topics. Write in its thread what fits better.");

    public static Reply Filed(Question question, IReadOnlyList<HubPage> topics, IReadOnlyList<string> unknown) => Reply.Private(
        $"🏷️ {QuestionCardViews.Name(question)} is about {(topics.Count == 0 ? "no topic of the hub" : string.Join(", ", topics.Select(page => Md.EscapeLine(page.Title))))}"
            + $", {question.Track ?? "both tracks"}."
            + (unknown.Count == 0 ? "" : $"\nThe hub has no page called {string.Join(", ", unknown.Select(Md.Code))}; `/topic browse` lists those it has."));

    public static Reply NameEarlier(string reference) => Reply.Form(new Modal
    {
        CustomId = MarkDuplicateModal.Spec.For(reference),
        Title = "It was asked before",
        Components = [Control.TextField(EarlierField, "Which question was it?", 200, hint: "Its number, a link to it, or words of its title", placeholder: "#12")],
    });

    /// <param name="near">Which it may be.</param>
    public static Reply WhichEarlier(Question question, string typed, IReadOnlyList<Question> near, string reference) => near.Count == 0
        ? Reply.Private($"I know no question like {Md.Code(Md.Cut(typed, 100))}. `/questions list` shows their numbers; nothing was changed.")
        : Reply.Private($"Which one does {QuestionCardViews.Name(question)} repeat?\n{string.Join('\n', near.Select(it => $"• {QuestionCardViews.Name(it)}, {QuestionCardViews.StateWord(it.State)}: {QuestionLink.Of(it)}"))}")
            .With([.. near.Select(it => Control.Button($"#{it.Number}", PickEarlierButton.Spec.For($"{reference}-{it.Id}")))]);

    public static Reply IsItself() => Reply.Private("That is the question itself. Name the earlier one.");

    public static Reply IsCircle(Question earlier) => Reply.Private($"{QuestionCardViews.Name(earlier)} is marked as a repeat of this one, so this one cannot repeat it in turn.");

    public static Reply EarlierIsWithdrawn(Question earlier) => Reply.Private($"{QuestionCardViews.Name(earlier)} was withdrawn, so it will have no answer. Nothing was changed.");

    public static Reply WriteUnnamed(string reference) => Reply.Form(new Modal
    {
        CustomId = SendUnnamedReplyModal.Spec.For(reference),
        Title = "Reply without your name",
        Components = [Control.TextField(ReplyField, "What you want to say", MostReply, paragraph: true, hint: "I post it in the thread as the asker's words")],
    });

    public static Reply UnnamedIsTheirs() => Reply.Private("That is for who asked this question without their name. Write in its thread as yourself.");

    public static Reply Sending() => Reply.Private("📨 Posting it in the thread…");

    public static Reply Sent(Question question, bool hidden) => Reply.Change(
        $"✅ It stands in the thread as the asker's words: {QuestionLink.Of(question)}" + (hidden ? "\nSomething in it looked like a password or key, so I hid it." : ""));

    public static Reply NotSent(string words, bool mayPass) => Reply.Change(
        (mayPass ? "Discord does not answer right now, so I do not know whether it arrived; look in the thread before you try again." : "I may not write in that thread any more, so nothing was posted.")
            + $" Your words, to copy:\n```\n{Md.Cut(words.Replace("```", "ˋˋˋ", StringComparison.Ordinal), 1600)}\n```");

    /// <summary>As plain words, which can be marked as what helped.</summary>
    public static string Unnamed(Question question, string words) => Md.Cut($"💬 **The asker of #{question.Number}** writes:\n{UserMarkdown.Safe(words)}", MostMessage);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
