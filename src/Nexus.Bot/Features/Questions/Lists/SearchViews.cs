using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions.Lists;

/// <summary>What a search among questions answers.</summary>
internal static class SearchViews
{
    private const int MostQuoted = 60;
    private const int MostAnswer = 200;
    private const int MostPages = 3;

    public static Reply Found(string query, IReadOnlyList<FoundQuestion> found, string? corrected) => Reply.PublicCard(
        new TextDisplay(
            $"## Asked before\n-# for “{Quoted(corrected ?? query)}”{(corrected is null ? "" : $", which I read in “{Quoted(query)}”")}\n"
            + string.Join('\n', found.Select(Entry))),
        QuestionListViews.Open(found.Select(it => it.Listed.Question)),
        Control.Row(AskButton.For(query)));

    /// <param name="near">Perhaps meant.</param>
    public static Reply NothingFound(string query, IReadOnlyList<Question> near, HubAnswer hub)
    {
        IReadOnlyList<HubPage> pages = hub switch
        {
            HubAnswer.Found found => [found.Page, .. found.Others],
            HubAnswer.NotInTheHub none => none.Nearest,
            _ => [],
        };
        var words = $"Nobody has asked about “{Quoted(query)}” yet.";
        words += near.Count > 0 ? " Did you mean one of these questions?" : "";
        words += hub is HubAnswer.Found ? " The hub has a page about it:" : pages.Count > 0 ? " Pages of the hub that come near:" : " Ask it: somebody will know.";
        return Reply.Private(words).With(
        [
            .. near.Count > 0 ? [QuestionListViews.Open(near, "Did you mean…")] : Array.Empty<Component>(),
            .. pages.Take(MostPages).Select(page => PageButtons.Show(page)),
            AskButton.For(query),
        ]);
    }

    private static string Entry(FoundQuestion found)
    {
        var line = QuestionListViews.Line(found.Listed);
        return found.Answer is not { } answer ? line
            : $"{line}\n> {(answer.Text.Length > 0 ? $"{Md.EscapeLine(Md.Cut(Md.Line(answer.Text), MostAnswer))} " : "")}{Md.MessageUrl(answer.GuildId, answer.ChannelId, answer.MessageId)}";
    }

    private static string Quoted(string query) => Md.EscapeLine(Md.Cut(Md.Line(query), MostQuoted));
}
