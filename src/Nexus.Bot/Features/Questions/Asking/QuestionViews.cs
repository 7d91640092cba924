using System.Globalization;
using System.Text;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>What people read while a question goes to the forum.</summary>
internal static class QuestionViews
{
    public const string TitleField = "title";
    public const string TextField = "text";
    public const string TriedField = "tried";

    private const int MostContent = 2000;
    private const int MostQuoted = 1400;

    /// <param name="press">The press that opened the form.</param>
    /// <param name="question">What was looked for.</param>
    public static Reply Form(Snowflake press, string question) => Reply.Form(new Modal
    {
        CustomId = WriteQuestionModal.Spec.For(press),
        Title = "Ask a question",
        Components =
        [
            Control.TextField(TitleField, "Your question in one line", Question.MostTitle,
                value: Md.Cut(Md.Line(question), Question.MostTitle) is { Length: > 0 } words ? words : null),
            Control.TextField(TextField, "Details", Question.MostText, paragraph: true,
                hint: $"Up to {Question.MostText} characters; code between ``` lines", placeholder: "What you want to do, what happens instead, the error"),
            Control.TextField(TriedField, "What you tried", Question.MostTried, paragraph: true, required: false,
                hint: $"Up to {Question.MostTried} characters; it helps others to help you"),
        ],
    });

    /// <summary>How a question is named to the follow-up.</summary>
    public static string Key(Question post) => post.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The post's first message.</summary>
    public static string Content(Question post)
    {
        var end = $"\n\n-# Asked by {Md.User(post.AskerId)}";
        var tried = post.Tried.Length == 0 ? "" : $"\n\n**What I tried**\n{UserMarkdown.Safe(post.Tried)}";
        return Md.Cut(UserMarkdown.Safe(post.Text) + tried, MostContent - end.Length) + end;
    }

    /// <summary>The same where a message has no title of its own.</summary>
    public static string ContentWithTitle(Question post)
    {
        var title = $"**{Md.EscapeLine(post.Title)}**\n";
        var content = Content(post);
        return content.Length + title.Length <= MostContent ? title + content : content;
    }

    public static Reply BeingPosted(Question post) => Reply.Private(PostingText).With(Again(post));

    public static Reply BeingPostedHere(Question post) => Reply.Change(PostingText).With(Again(post));

    public static Reply Posted(Snowflake guild, Snowflake thread) => Reply.Private(PostedText(guild, thread));

    /// <param name="follows">The author hears of answers.</param>
    public static Reply PostedHere(Snowflake guild, Snowflake thread, bool follows = false) =>
        Reply.Change(PostedText(guild, thread) + (follows ? "\n-# You follow that post, so you hear of answers." : ""));

    public static Reply NoForum(string title, string text = "", string tried = "") => Keeping(Reply.Private(NoForumText), title, text, tried);

    public static Reply NoForumHere(Question post) => Keeping(Reply.Change(NoForumText), post);

    public static Reply WordsMissing(string title, string text, string tried) => Keeping(
        Reply.Private($"A question needs a line of at most {Question.MostTitle} characters and details of at most {Question.MostText}. "
            + "Nothing was posted; press the button once more."),
        title, text, tried);

    public static Reply Refused(Question post, Snowflake place, int code) => Keeping(Reply.Change(code switch
    {
        DiscordErrorCode.UnknownChannel => "The question forum no longer exists, so nothing was posted. Please ask a mentor to have `/nexus setup` run again.",
        DiscordErrorCode.MissingAccess or DiscordErrorCode.MissingPermissions =>
            $"I may not post in {Md.Channel(place)}, so nothing was posted. Please tell a mentor: Nexus needs View Channel, Send Messages and Create Posts there.",
        DiscordErrorCode.TagRequired =>
            $"{Md.Channel(place)} asks for a tag on every post and offers none I may set, so nothing was posted. Please tell a mentor.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Discord did not take your question (code {code}), so nothing was posted."),
    }), post);

    public static Reply OutOfReach(Question post) => Keeping(
        Reply.Change("Discord does not answer right now, so I do not know whether your question arrived. Press **Try again** in a moment: I look first, it is not posted twice."),
        post);

    public static Reply OnlyInAServer() => Reply.Private("Questions go to a server's forum. Please ask there, not in direct messages.");

    public static Reply NotYours() => Reply.Private("Only who wrote the question can post it.");

    public static Reply Gone() => Reply.Private("That question is no longer here. Look it up again, and press **Ask it as a question**.");

    private const string PostingText = "📨 Posting your question…\n-# If this stays for more than a minute, press **Try again**. It is not posted twice.";

    private const string NoForumText =
        "This server has no place for questions yet, so nothing was posted. Please ask a mentor to have `/nexus setup` run; until then, ask in a channel.";

    private static string PostedText(Snowflake guild, Snowflake thread) =>
        $"✅ Your question is at {Md.Channel(thread)}: https://discord.com/channels/{guild}/{thread}";

    private static Button Again(Question post) => Control.Button("Try again", TryQuestionAgainButton.Spec.For(post.Id));

    private static Reply Keeping(Reply reply, Question post) => Keeping(reply, post.Title, post.Text, post.Tried).With(Again(post));

    // Nobody shall have to type it twice.
    private static Reply Keeping(Reply reply, string title, string text, string tried)
    {
        var words = string.Join("\n\n", new[] { title, text, tried }.Where(part => part.Length > 0));
        return words.Length == 0 ? reply
            : words.Length > MostQuoted ? reply.Saying("Your words are in the file below.").WithFiles(new FileUpload("question.md", Encoding.UTF8.GetBytes(words)))
            : reply.Saying($"Your words, to copy:\n```\n{words.Replace("```", "ˋˋˋ", StringComparison.Ordinal)}\n```");
    }
}
