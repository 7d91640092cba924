using System.Globalization;
using System.Text;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>The form, and what people read while a question goes to its place. All of it only its asker sees.</summary>
internal static class AskingViews
{
    public const string TitleField = "title";
    public const string TextField = "text";
    public const string TriedField = "tried";
    public const string LogField = "log";
    public const string AnonymousField = "anonymous";

    private const string FileName = "question.md";
    private const int MostQuoted = 1400;
    private const int MostTopicTitle = 60;

    /// <param name="customId">Of the form that is opened.</param>
    /// <param name="isAnonymous">Null when that can no longer be changed.</param>
    public static Reply Form(string customId, string title, string text = "", string tried = "", bool? isAnonymous = false) => Reply.Form(new Modal
    {
        CustomId = customId,
        Title = "Ask a question",
        Components =
        [
            Control.TextField(TitleField, "Your question in one line", Question.MostTitle, value: OrNull(Md.Cut(Md.Line(title), Question.MostTitle))),
            Control.TextField(TextField, "Details", Question.MostText, paragraph: true, value: OrNull(text),
                hint: $"Up to {Question.MostText} characters; code between ``` lines", placeholder: "What you want to do, what happens instead, the error"),
            Control.TextField(TriedField, "What you tried", Question.MostTried, paragraph: true, required: false, value: OrNull(tried),
                hint: $"Up to {Question.MostTried} characters; it helps others to help you"),
            new Label("A log", new FileUploadInput { CustomId = LogField, Required = false })
            {
                Description = "A text file up to 256 KB; its last lines go below your details, secrets hidden",
            },
            .. isAnonymous is { } already
                ? new[]
                {
                    new Label("Ask without my name", new Checkbox { CustomId = AnonymousField, Default = already ? true : null })
                    {
                        Description = "Others see “somebody”. Mentors may look it up, and that is logged",
                    },
                }
                : [],
        ],
    });

    /// <param name="near">Pages that may be meant.</param>
    /// <param name="opens">What opens the form, for a slug or for no topic.</param>
    public static Reply UnknownTopic(string typed, IReadOnlyList<HubPage> near, Func<string, string> opens) => Reply.Private(
            $"The hub has no topic called “{Md.EscapeLine(Md.Cut(Md.Line(typed), MostTopicTitle))}”. {(near.Count > 0 ? "Did you mean one of these? " : "")}Without a topic, I find out what your question is about.")
        .With(
        [
            .. near.Select(page => Control.Button(page.Title, opens(page.Slug))),
            Control.Button("Ask without a topic", opens(""), ButtonStyle.Primary),
        ]);

    /// <summary>How a question is named to the follow-up.</summary>
    public static string Key(Question question) => question.Id.ToString(CultureInfo.InvariantCulture);

    public static Reply BeingPosted(Question question, bool changes) => Card(changes,
        [new TextDisplay("📨 Posting your question…\n-# If this stays for more than a minute, press **Try again**. It is not posted twice."), Control.Row(Again(question))]);

    /// <summary>It stands.</summary>
    /// <param name="topics">The pages it is filed under.</param>
    /// <param name="follows">The asker hears of answers in its thread.</param>
    public static Reply Posted(Question question, IReadOnlyList<HubPage> topics, bool changes, bool follows = false)
    {
        var filed = topics.Count > 0
            ? $"\nI filed it under {string.Join(", ", topics.Select(page => $"**{Md.EscapeLine(Md.Cut(page.Title, MostTopicTitle))}**"))}{Track(question)}."
            : question.Track is null ? "" : $"\nI filed it under **{Capital(question.Track)}**.";
        var hears = question.IsAnonymous ? "\n-# Your name is not on it. I tell you in a direct message when somebody answers; write there through **More…**, so that it stays so."
            : follows ? "\n-# You follow it, so you hear of answers."
            : "";
        return Card(changes,
        [
            new TextDisplay(string.Create(CultureInfo.InvariantCulture, $"✅ Your question{Number(question)} is at {Md.Channel(question.ThreadId!.Value)}: {QuestionLink.Of(question)}{filed}{hears}")),
            Control.Row(
                Control.Button("Change topics", ChangeTopicsButton.Spec.For(question.Id)),
                Control.Button("Edit", EditQuestionButton.Spec.For(question.Id)),
                Control.Button("Undo", UndoQuestionButton.Spec.For(question.Id))),
        ]);
    }

    /// <summary>Its words were changed where it stands.</summary>
    public static Reply Corrected(Question question, QuestionWords words) => Card(changes: true,
    [
        new TextDisplay($"✅ Changed: {Md.Channel(question.ThreadId!.Value)} shows your new words in a moment.{PreviewViews.Warning(words)}"),
        Control.Row(Control.Button("Edit", EditQuestionButton.Spec.For(question.Id)), Control.Button("Change topics", ChangeTopicsButton.Spec.For(question.Id))),
    ]);

    public static Reply NoForum(string title) => Keeping(Reply.PrivateCard(), NoForumText, title);

    public static Reply NoForum(Question question, bool changes) => Keeping(question, changes, NoForumText);

    /// <summary>Something has to be written, or less of it.</summary>
    public static Reply Unfinished(Question question, QuestionWords words, bool changes)
    {
        var write = Control.Button("Write on", EditQuestionButton.Spec.For(question.Id), ButtonStyle.Primary);
        var isDraft = question.Number is null;
        var controls = isDraft ? Control.Row(write, Control.Button("Discard", DiscardQuestionButton.Spec.For(question.Id))) : Control.Row(write);
        return words.Whole is { } whole
            ? Card(changes,
                [
                    new TextDisplay($"That is more than a question holds: a line of {Question.MostTitle} characters, details of {Question.MostText} and {Question.MostTried} for what you tried. "
                        + $"{(isDraft ? "Nothing was posted. All of your words are in the file; the form has as many as fit." : "Nothing was changed. Your new words are in the file.")}{PreviewViews.Warning(words)}"),
                    File(),
                    controls,
                ])
                .WithFiles(new FileUpload(FileName, Encoding.UTF8.GetBytes(whole)))
            : Card(changes,
                [
                    new TextDisplay($"A question needs a line that says what it is about, and details. {(isDraft ? "Nothing was posted; what you wrote is kept." : "Nothing was changed.")}"),
                    controls,
                ]);
    }

    public static Reply Refused(Question question, Snowflake place, int code) => Keeping(question, changes: true, code switch
    {
        DiscordErrorCode.UnknownChannel => "The place for questions no longer exists, so nothing was posted. Please ask a mentor to have `/nexus setup` run again.",
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions =>
            $"I may not post in {Md.Channel(place)}, so nothing was posted. Please tell a mentor: Nexus needs View Channel, Send Messages, Create Posts and Send Messages in Threads there.",
        DiscordErrorCode.TagRequired =>
            $"{Md.Channel(place)} asks for a tag on every post and offers none I may set, so nothing was posted. Please tell a mentor.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Discord did not take your question (code {code}), so nothing was posted."),
    });

    public static Reply OutOfReach(Question question) => Keeping(question, changes: true,
        "Discord does not answer right now, so I do not know whether your question arrived. Press **Try again** in a moment: I look first, it is not posted twice.");

    public static Reply Discarded(Question question) => Card(changes: true,
        [new TextDisplay("🗑️ Discarded. Nothing was posted."), Control.Row(Control.Button("Undo", RestoreQuestionButton.Spec.For(question.Id)))]);

    /// <param name="isDeleted">Null while its post is still to be deleted.</param>
    public static Reply Undone(Question question, bool? isDeleted) => Card(changes: true,
    [
        new TextDisplay(isDeleted switch
        {
            true => "↩️ Your question is gone; I keep your words.",
            false => "↩️ Your question is withdrawn. I could not delete its post, or somebody had written there, so that stays, closed.",
            null => "↩️ Your question is withdrawn, and its post goes, too, unless somebody has written there. I keep your words.",
        }),
        Control.Row(Control.Button("Ask it again", AskOnceMoreButton.Spec.For(question.Id))),
    ]);

    public static Reply TooLateToUndo(Question question) => Reply.Private(
        $"Somebody is on it, or it has stood for more than {UndoQuestionButton.Minutes} minutes, so I no longer delete it. **More…** on {Md.Channel(question.ThreadId!.Value)} withdraws it.");

    public static Reply OnlyInAServer() => Reply.Private("Questions go to a server's mentors and learners. Please ask there, not in direct messages.");

    public static Reply NotYours() => Reply.Private("Only who wrote the question can do that.");

    public static Reply Gone() => Reply.Private("That question is no longer here. `/ask` starts a new one.");

    /// <summary>A changed or new card; both only its asker sees.</summary>
    internal static Reply Card(bool changes, IReadOnlyList<Component> parts) => changes ? Reply.ChangeCard(parts) : Reply.PrivateCard(parts);

    private const string NoForumText =
        "This server has no place for questions yet, so nothing was posted. Please ask a mentor to have `/nexus setup` run; until then, ask in a channel.";

    private static string Number(Question question) => question.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $" #{number}") : "";

    private static string Track(Question question) => question.Track is { } track ? $", for {track}" : "";

    private static string Capital(string track) => char.ToUpperInvariant(track[0]) + track[1..];

    private static FileComponent File() => new(new UnfurledMedia($"attachment://{FileName}"));

    private static Button Again(Question question) => Control.Button("Try again", PostQuestionButton.Spec.For(question.Id));

    private static Reply Keeping(Question question, bool changes, string text) => Keeping(
        Card(changes, []), text, string.Join("\n\n", new[] { question.Title, question.Text, question.Tried }.Where(part => part.Length > 0)),
        Control.Row(Again(question), Control.Button("Edit", EditQuestionButton.Spec.For(question.Id))));

    // Nobody shall have to type it twice.
    private static Reply Keeping(Reply reply, string text, string words, params IReadOnlyList<Component> controls)
    {
        var isLong = words.Length > MostQuoted;
        IReadOnlyList<Component> parts = words.Length == 0 ? [new TextDisplay(text)]
            : isLong ? [new TextDisplay($"{text}\nYour words are in the file below."), File()]
            : [new TextDisplay($"{text}\nYour words, to copy:\n```\n{words.Replace("```", "ˋˋˋ", StringComparison.Ordinal)}\n```")];
        var shown = reply.Kind == ReplyKind.Change ? Reply.ChangeCard([.. parts, .. controls]) : Reply.PrivateCard([.. parts, .. controls]);
        return isLong ? shown.WithFiles(new FileUpload(FileName, Encoding.UTF8.GetBytes(words))) : shown;
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
