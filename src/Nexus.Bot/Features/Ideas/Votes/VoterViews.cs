using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Votes;

/// <summary>Who voted. Names only in what one person sees.</summary>
internal static class VoterViews
{
    private const int MostOnPage = 20;

    // With heading and page number it stays below the 4000 characters of a card.
    private const int MostCharacters = 3500;

    public static Reply List(VoterList list) => list.Votes.Count == 0 ? Reply.Private(Nobody(list)) : Reply.PrivateCard(Parts(list));

    public static Reply Page(VoterList list) => Reply.ChangeCard(list.Votes.Count == 0 ? [new TextDisplay(Nobody(list))] : Parts(list));

    public static Reply NotForYou() => Reply.Private("Who voted is for mentors to see. An idea's author reads what those say who are not for it yet.");

    private static IReadOnlyList<Component> Parts(VoterList list)
    {
        var all = Pages(list.Votes.Select(Line));
        var (shown, page, pages) = Paging.Slice(all, list.Page, 1);
        var name = IdeaNameViews.Name(list.Idea);
        var heading = list.IsWhole
            ? $"Votes for {name}\n-# {IdeaText.Votes(list.Tally.For)}, {NotYet(list.Tally.NotYet)}"
            : $"{NotYet(list.Tally.NotYet)} for {name}\n-# Only you and the mentors see who. They are no votes against it: they say what is missing.";
        return
        [
            new TextDisplay($"{heading}\n{shown[0]}"),
            .. Paging.Turns(page, pages, (way, to) => TurnVotersButton.For(way, to, list.Idea)),
        ];
    }

    /// <summary>As many lines on each as there is room for.</summary>
    private static List<string> Pages(IEnumerable<string> lines)
    {
        List<string> pages = [];
        var on = 0;
        foreach (var line in lines)
        {
            if (pages.Count > 0 && on < MostOnPage && pages[^1].Length + line.Length < MostCharacters)
            {
                (pages[^1], on) = ($"{pages[^1]}\n{line}", on + 1);
            }
            else
            {
                pages.Add(line);
                on = 1;
            }
        }

        return pages;
    }

    private static string Line(ReadVote vote)
    {
        var mark = vote.Vote.Stance == Stance.For ? "👍" : "✋ not yet:";
        var of = vote.Of is { } number ? string.Create(CultureInfo.InvariantCulture, $", for #{number}") : "";
        var why = vote.Why is { } words ? $"\n> {Md.EscapeLine(words)}" : "";
        return $"{mark} {Md.User(vote.Vote.Person)} {Md.Time(vote.Vote.At, 'R')}{of}{why}";
    }

    private static string Nobody(VoterList list) => list.IsWhole
        ? $"Nobody has voted for {IdeaNameViews.Name(list.Idea)} yet."
        : $"Nobody said **not yet** for {IdeaNameViews.Name(list.Idea)}.";

    private static string NotYet(int many) => string.Create(CultureInfo.InvariantCulture, $"{many} not yet");
}
