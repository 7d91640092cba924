using System.Text;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Challenges;

/// <summary>What people read when they save an error and its fix.</summary>
internal static class SaveChallengeViews
{
    public const string TitleField = "title";
    public const string SymptomField = "symptom";
    public const string CauseField = "cause";
    public const string FixField = "fix";
    public const string AliasesField = "aliases";

    public static Reply Form(string argument, ChallengeDraft draft) => Reply.Form(new Modal
    {
        CustomId = SaveChallengeModal.Spec.For(argument),
        Title = "Save as challenge",
        Components =
        [
            Control.TextField(TitleField, "Name of the problem", ChallengeDraft.MostTitle, value: OrNull(draft.Title), placeholder: "Celery task is received but never runs"),
            Control.TextField(SymptomField, "Error lines, or what one sees", ChallengeDraft.MostSymptom, paragraph: true, required: false, value: OrNull(draft.Symptom),
                hint: "The next person finds it by these lines; no passwords, please"),
            Control.TextField(CauseField, "Cause", ChallengeDraft.MostCause, paragraph: true, value: OrNull(draft.Cause), hint: "Why it happens"),
            Control.TextField(FixField, "Fix", ChallengeDraft.MostFix, paragraph: true, value: OrNull(draft.Fix), hint: "Step by step; code between ``` lines"),
            Control.TextField(AliasesField, "Other names for it", ChallengeDraft.MostAliases, required: false, hint: "Separated by commas"),
        ],
    });

    public static Reply Saved(PageSuggestion saved, string title, string url) => Reply.Private(
        $"✅ Thank you! **{Md.EscapeLine(title)}** waits for a mentor as suggestion #{saved.Number}. Once it is approved, everyone finds it by its error lines, with your name on it.\n"
        + $"-# `/topic suggestions` shows where it stands. Saved from {url}");

    public static Reply AlreadySaved(PageSuggestion saved) => Reply.Private(
        $"This message has been saved before, as suggestion #{saved.Number} by {Md.User(saved.AuthorId)}: " + (saved.State switch
        {
            SuggestionState.Waiting => "it waits for a mentor.",
            SuggestionState.Approved => $"it is in the hub. `/topic lookup query:{saved.Slug}` shows it.",
            SuggestionState.Declined or SuggestionState.Withdrawn => "it was not taken into the hub. `/topic suggest` writes a new page.",
        }));

    public static Reply Incomplete(ChallengeDraft draft) => Kept(
        "A challenge needs a name, a cause and a fix. Nothing was saved; your words are in the file below.",
        $"{draft.Title}\n\n{draft.Symptom}\n\n{draft.Cause}\n\n{draft.Fix}");

    public static Reply CannotBeAPage(string fault, string markdown) => Kept(
        $"This cannot become a page: {Md.EscapeLine(fault)} Nothing was saved; your words are in the file below.", markdown);

    public static Reply MessageGone() => Reply.Private("I cannot see that message any more, so nothing was saved.");

    private static Reply Kept(string text, string words) => Reply.Private(text).WithFiles(new FileUpload("challenge.md", Encoding.UTF8.GetBytes(words.Trim())));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
