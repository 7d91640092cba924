using Nexus.Bot.Features.Ideas.Proposing;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>What a search among ideas answers.</summary>
internal static class SearchViews
{
    private const int MostQuoted = 60;

    public static Reply Found(string words, IReadOnlyList<ListedIdea> found, string? corrected) => Reply.PrivateCard(
        new TextDisplay(
            $"## Ideas found\n-# for “{Quoted(corrected ?? words)}”{(corrected is null ? "" : $", which I read in “{Quoted(words)}”")}\n"
            + string.Join('\n', found.Select(listed => IdeaText.Line(listed.Card)))),
        BoardViews.Open(found.Select(listed => listed.Idea)));

    /// <param name="near">Perhaps meant.</param>
    public static Reply NothingFound(string words, IReadOnlyList<ListedIdea> near) => near.Count == 0
        ? Reply.Private($"No idea has “{Quoted(words)}” in it. If it is yours, put it up; `/idea board` shows those that are there.")
            .With(PutUp(words))
        : Reply.PrivateCard(
            new TextDisplay(
                $"No idea has “{Quoted(words)}” in it. {(near.Count == 1 ? "This one comes" : "These come")} near; if it is none of them, put yours up.\n"
                + string.Join('\n', near.Select(listed => IdeaText.Line(listed.Card)))),
            BoardViews.Open(near.Select(listed => listed.Idea)),
            Control.Row(PutUp(words)));

    // Their words are a title to begin with.
    private static Button PutUp(string words) => Control.Button("Propose it", ProposeIdeaButton.Spec.Fitting(Md.Line(words)), ButtonStyle.Primary);

    private static string Quoted(string words) => Md.EscapeLine(Md.Cut(Md.Line(words), MostQuoted));
}
