using System.Globalization;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Search;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>What people read about topics, beside the card itself.</summary>
internal static class TopicViews
{
    private const int MostOffered = 3;
    private const string NothingToLookUp = "There is nothing in that question I can look up.";

    /// <summary>A line of the autocomplete list: the title with the name that is being typed, or else with its first other name.</summary>
    public static Suggestion Suggestion(HubPage page, string typed)
    {
        var alias = page.Aliases.FirstOrDefault(name => typed.Length > 0 && name.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? page.Aliases.FirstOrDefault();
        return new(alias is null ? page.Title : $"{page.Title} · {alias}", page.Slug);
    }

    public static Reply Section(HubPage page, PageSection section) => Reply.PrivateCard(PageCard.Section(page, section));

    /// <param name="canAsk">In a server, where a question reaches people.</param>
    /// <param name="solved">What the server solved about it.</param>
    public static Reply NotInTheHub(string query, HubAnswer.NotInTheHub none, HubIndex hub, bool canAsk, IReadOnlyList<SolvedQuestion> solved)
    {
        var asked = Asked(query);
        if (!AsksSomething(query))
        {
            return Start(NothingToLookUp, hub);
        }

        var start = $"The hub has no page about “{asked}” yet.";
        var people = canAsk ? (IReadOnlyList<Component>)[AskButton.For(query), SuggestButtons.New(query)] : [];
        if (solved.Count > 0)
        {
            return Reply.Private($"{start} But this was solved here:\n{string.Join('\n', solved.Select(Line))}")
                .With([.. none.Nearest.Take(MostOffered).Select(page => MeantTopicButton.For(page, query)), .. people]);
        }

        return none.Nearest.Count > 0
            ? Reply.Private($"{start} Did you mean:").With([.. none.Nearest.Take(MostOffered).Select(page => MeantTopicButton.For(page, query)), .. people])
            : people.Count > 0
                ? Reply.Private($"{start} Try a name or fewer words, or ask people:").With(people)
                : Start(start, hub);
    }

    /// <summary>A button outlived its topic or section.</summary>
    public static Reply Gone() =>
        Reply.Private("That page or section is no longer in the hub. `/topic lookup` finds what is.");

    public static Reply OnlyInTheServer() =>
        Reply.Private("I keep this for each server, so please press it there. Nothing was saved.");

    public static Reply WasHelpful(bool changed) =>
        Reply.Private(changed ? "Changed to 👍. Thank you!" : "👍 Thank you! That tells us what works.");

    public static Reply WasNotHelpful(HubPage page, bool changed) => Reply.Private(
            $"{(changed ? "Changed to 👎." : "👎")} Thank you for saying so; others only see how many did. What was missing? Change the page, or ask people:")
        .With(SuggestButtons.Edit(page.Slug), AskButton.For(page.Title));

    public static Reply MarkedAsRead(HubPage page, HubIndex hub) => Reply.Private(
            $"✔ **{Md.EscapeLine(page.Title)}** is marked as read. {Md.Code($"/topic path topic:{page.Slug}")} shows what belongs to it.")
        .With([Control.Button("Undo", UnmarkAsReadButton.Spec.For(page.Slug)), .. hub.Among(page.Next).Take(MostOffered).Select(next => PageButtons.Show(next, $"Next: {next.Title}"))]);

    public static Reply NoLongerRead(HubPage page) => Reply.Change($"**{Md.EscapeLine(page.Title)}** is no longer marked as read.")
        .With(Control.Button("Mark as read", MarkAsReadButton.Spec.For(page.Slug)));

    /// <summary>What was asked, as it is quoted; empty when nothing in it can be shown.</summary>
    internal static string Asked(string query) => Md.EscapeLine(Md.Cut(query, 100));

    private static string Line(SolvedQuestion question) =>
        string.Create(CultureInfo.InvariantCulture, $"✅ **#{question.Number} {Md.EscapeLine(question.Title)}** · solved {Md.Time(question.SolvedAt, 'R')}: {question.Url}");

    // In any script; but "the of and" asks for nothing.
    private static bool AsksSomething(string query)
    {
        var words = SearchText.Words(Md.Cut(query, 200), 20);
        return query.Any(char.IsLetterOrDigit) && (words.Count == 0 || words.Any(word => !CommonWords.IsStopWord(word.Text)));
    }

    private static Reply Start(string start, HubIndex hub) => hub.Featured.Count > 0
        ? Reply.Private($"{start} Try a name or fewer words, or start with one of these:").With([.. hub.Featured.Take(MostOffered).Select(page => PageButtons.Show(page))])
        : Reply.Private("The hub is empty at the moment. Please tell a mentor.");
}
