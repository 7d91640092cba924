using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Shared;

/// <summary>What the log channel and the author read about a suggestion.</summary>
internal static class SuggestionNoticeViews
{
    private const int MostQuote = 500;

    /// <summary>For the log channel; null when there is nothing to log.</summary>
    public static string? ForTheLog(PageSuggestion suggestion) => suggestion switch
    {
        { State: SuggestionState.Waiting } =>
            $"📝 {Md.User(suggestion.AuthorId)} suggests {(suggestion.BaseMarkdown is null ? "a new page" : "a change to")} **{Title(suggestion)}** (#{suggestion.Number}){Quoted(suggestion.Note)}. Mentors find it in `/topic queue`.",
        { State: SuggestionState.Approved, DecidedBy: { } mentor } =>
            $"✅ {Md.User(mentor)} approved suggestion #{suggestion.Number} for **{Title(suggestion)}** by {Author(suggestion, mentor)}{Quoted(suggestion.Note)}.",
        { State: SuggestionState.Declined, DecidedBy: { } mentor } =>
            $"✖️ {Md.User(mentor)} declined suggestion #{suggestion.Number} for **{Title(suggestion)}** by {Author(suggestion, mentor)}{Quoted(suggestion.Reason)}.",
        _ => null,
    };

    /// <summary>For the author, in a direct message; null when there is nothing to tell.</summary>
    public static string? ForTheAuthor(PageSuggestion suggestion) => suggestion switch
    {
        { DecidedBy: { } mentor } when mentor == suggestion.AuthorId => null,
        { State: SuggestionState.Approved, DecidedBy: { } mentor } =>
            $"🎉 Your suggestion #{suggestion.Number} for **{Title(suggestion)}** is in the hub now: {Md.User(mentor)} approved it, and the page carries your name. Thank you! See it with `/topic lookup`.",
        { State: SuggestionState.Declined, DecidedBy: { } mentor } =>
            $"Your suggestion #{suggestion.Number} for **{Title(suggestion)}** was not taken over. {Md.User(mentor)} writes: “{Cut(suggestion.Reason)}”\nYour text is kept: `/topic suggestions` shows it, and another try is welcome.",
        _ => null,
    };

    private static string Author(PageSuggestion suggestion, Discord.Snowflake mentor) =>
        suggestion.AuthorId == mentor ? "themselves (approved by its author)" : Md.User(suggestion.AuthorId);

    private static string Quoted(string? words) => string.IsNullOrWhiteSpace(words) ? "" : $": “{Cut(words)}”";

    private static string Cut(string? words) => Md.EscapeLine(Md.Cut(words, MostQuote));

    private static string Title(PageSuggestion suggestion) => Md.EscapeLine(
        HubFile.Parse(suggestion.Slug, suggestion.Markdown) is HubFile.Read read ? read.Page.Title : suggestion.Slug);
}
