using System.Text;
using Nexus.Bot.Features.Questions.Answers;
using Nexus.Bot.Features.Questions.Card;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Promotion;

/// <summary>What people read when an answer becomes a page of the hub.</summary>
internal static class PromotionViews
{
    public const string WordsField = "words";

    private const int MostWords = 3000;

    public static Reply Made(Question question, PageSuggestion made) => Reply.Private(
        $"📖 {QuestionCardViews.Name(question)} waits for a mentor as suggestion #{made.Number}, a draft page of its question and answer. "
        + "Once it is published, `/topic lookup` finds it.\n"
        + $"-# Its words can still be changed: `/topic queue` for mentors, `/topic suggestions` for its author. It is credited to {Credits(made)}.");

    public static Reply MadeBefore(Question question, PageSuggestion made) => Reply.Private(
        $"{QuestionCardViews.Name(question)} is suggestion #{made.Number} already: " + (made.State switch
        {
            SuggestionState.Waiting => "it waits for a mentor. `/topic queue` shows it to mentors.",
            SuggestionState.Approved => $"it is in the hub. `/topic lookup query:{made.Slug}` shows it.",
            SuggestionState.Declined or SuggestionState.Withdrawn => "it was not taken into the hub. `/topic suggest` writes a new page.",
        }));

    public static Reply NotSolved(Question question) => Reply.Private(
        $"No message is marked as what helped with {QuestionCardViews.Name(question)}, so there is nothing to make a page of yet.");

    public static Reply NotYours(Question question) => Reply.Private(
        $"A page of {QuestionCardViews.Name(question)} is for a mentor to make, or for who wrote the answer. Thank you for thinking of it!");

    public static Reply WouldName(Question question) => Reply.Private(
        $"You asked {QuestionCardViews.Name(question)} without your name, and a page names who wrote it. A mentor can make one without naming you.");

    public static Reply AskWords(Question question, QuestionAnswer answer) => Reply.Form(new Modal
    {
        CustomId = PageWordsModal.Spec.For(question.Id),
        Title = "What was the answer?",
        Components =
        [
            new TextDisplay($"I may not read {AnswerViews.LinkTo(answer)}. Please put it into words, or paste it."),
            Control.TextField(WordsField, "What helped", MostWords, paragraph: true, hint: "Step by step; code between ``` lines"),
        ],
    });

    public static Reply NoWords() => Reply.Private("That was empty, so nothing was saved. Press **Make a page of it** once more.");

    public static Reply CannotBeAPage(string fault, string markdown) => Reply.Private(
        $"This cannot become a page: {Md.EscapeLine(fault)} Nothing was saved; the draft is in the file below, for `/topic suggest`.")
        .WithFiles(new FileUpload("page.md", Encoding.UTF8.GetBytes(markdown)));

    private static string Credits(PageSuggestion made) =>
        made.CoAuthorId is { } second ? $"{Md.User(made.AuthorId)} and {Md.User(second)}" : Md.User(made.AuthorId);
}
