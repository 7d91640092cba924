using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>The one way an idea looks: in its post, and wherever it is shown.</summary>
internal static class IdeaCardViews
{
    /// <summary>On the card; all of it is one press away.</summary>
    public const int MostSolution = 500;

    private const int MostCharacters = 4000;
    private const int MostMerged = 3;
    private const int MostMergedTitle = 40;
    private const string Cut = "-# Shortened here: **More…** has all of it.";
    private const string Problem = "**The problem**\n";
    private const string ForWhom = "**For whom**\n";
    private const string Solution = "**A rough solution**\n";
    private const string Fence = "```";

    /// <summary>As it stands in the idea's post, with its buttons.</summary>
    public static Container Card(Idea idea, IdeaCard card) => new([.. Parts(idea, card), .. Control.Rows(Controls(idea, card))]) { AccentColor = Colour(card.Status) };

    /// <summary>The same with other controls, or none, as it is shown to one person elsewhere.</summary>
    public static Container Shown(Idea idea, IdeaCard card, params IReadOnlyList<Component> controls) =>
        new([.. Parts(idea, card), .. Control.Rows(controls)]) { AccentColor = Colour(card.Status) };

    /// <summary>Every word of an idea.</summary>
    public static Reply All(Idea idea, params IReadOnlyList<Component> controls)
    {
        var head = Head(idea);
        var room = MostCharacters - head.Length - Problem.Length - ForWhom.Length - Solution.Length;
        string[] typed = [idea.Problem, idea.ForWhom, idea.Solution];
        string[] shown = [.. typed.Select(UserMarkdown.Safe)];

        // Where the escapes they need do not fit, words stand as code, which needs none.
        for (var at = typed.Length - 1; at >= 0 && shown.Sum(words => words.Length) > room; at--)
        {
            shown[at] = Code(typed[at]);
        }

        return Reply.PrivateCard(new Container(
        [
            new TextDisplay(head),
            .. Section(Problem, shown[0]),
            .. Section(ForWhom, shown[1]),
            .. Section(Solution, shown[2]),
            .. Control.Rows(controls),
        ])
        { AccentColor = Colour(idea.Status) });
    }

    /// <summary>The card does not show every word.</summary>
    public static bool IsCut(Idea idea) => idea.Solution.Length > MostSolution;

    public static int Colour(IdeaStatus status) => status switch
    {
        IdeaStatus.Proposed => 0xF0B232,
        IdeaStatus.Shaping => 0x3BA5B5,
        IdeaStatus.Ready => 0x5865F2,
        IdeaStatus.Building => 0xE67E22,
        IdeaStatus.Shipped => 0x23A55A,
        _ => 0x80848E,
    };

    private static List<Component> Parts(Idea idea, IdeaCard card)
    {
        var top = $"{Head(idea)}\n{State(card)}";
        var crew = string.Join('\n', Crew(card));
        var foot = string.Join('\n', Foot(card));
        var room = MostCharacters - top.Length - crew.Length - foot.Length - Problem.Length - ForWhom.Length - Solution.Length - Cut.Length;
        var forWhom = Fit(idea.ForWhom, room / 4);
        var problem = Fit(idea.Problem, (room - forWhom.Length) * 2 / 3);
        var solution = Fit(Md.Cut(idea.Solution, MostSolution), room - forWhom.Length - problem.Length);
        var isWhole = !IsCut(idea) && forWhom == UserMarkdown.Safe(idea.ForWhom) && problem == UserMarkdown.Safe(idea.Problem) && solution == UserMarkdown.Safe(idea.Solution);
        return
        [
            new TextDisplay(top),
            new Separator(),
            .. Section(Problem, problem),
            .. Section(ForWhom, forWhom),
            .. Section(Solution, solution),
            .. Section("", isWhole ? "" : Cut),
            .. crew.Length > 0 ? [new Separator()] : Array.Empty<Component>(),
            .. Section("", crew),
            new TextDisplay(foot),
        ];
    }

    private static string Head(Idea idea) => $"## {Md.EscapeLine(idea.Title)}";

    private static string State(IdeaCard card)
    {
        var name = $"{IdeaText.Mark(card.Status)} **{IdeaText.Status(card.Status)}**";
        var why = card.Reason is { } reason && card.Status is IdeaStatus.Parked or IdeaStatus.Declined or IdeaStatus.Withdrawn ? $"\n> {Md.EscapeLine(card.Reason)}" : "";
        return card.Status switch
        {
            IdeaStatus.InReview => $"{name}: a mentor reads it before others see it",
            IdeaStatus.Merged => card.MergedInto is { } into ? $"{name}: it goes on as {Link(into)}\n-# Votes, followers and places are counted there." : name,
            IdeaStatus.Parked => $"{name} · {IdeaText.Votes(card)}{why}\n-# Nobody works on it now. **More…** shows who can bring it back.",
            IdeaStatus.Declined or IdeaStatus.Withdrawn => $"{name}{why}",
            _ => $"{name} · {IdeaText.Votes(card)}",
        };
    }

    private static IEnumerable<string> Crew(IdeaCard card)
    {
        if (card.Status is IdeaStatus.Merged or IdeaStatus.Declined or IdeaStatus.Withdrawn)
        {
            yield break;
        }

        // Once it is built nobody waits for a place.
        var isOpen = card.Status.IsOpen() || card.Status is IdeaStatus.InReview or IdeaStatus.Parked;
        foreach (var fill in card.Roles.Where(fill => isOpen || fill.People.Count > 0))
        {
            var people = string.Join(", ", fill.People.Select(Md.User));
            yield return isOpen ? $"{IdeaText.Fill(fill)}{(people.Length > 0 ? $": {people}" : "")}" : $"**{IdeaText.Role(fill.Role)}**: {people}";
        }

        if (card.Missing > 0 && card.Status.IsOpen())
        {
            yield return $"Still needed to begin: {IdeaText.Missing(card.Roles)}";
        }

        if (card.Team is { Length: > 0 } team)
        {
            yield return $"Team: **{Md.EscapeLine(team)}**";
        }

        if (card.Repository is { Length: > 0 } repository)
        {
            yield return $"Code: {Address(repository)}";
        }
    }

    private static IEnumerable<string> Foot(IdeaCard card)
    {
        if (card.MergedIn.Count > 0)
        {
            var more = card.MergedIn.Count > MostMerged ? string.Create(CultureInfo.InvariantCulture, $" and {card.MergedIn.Count - MostMerged} more") : "";
            yield return $"🔀 Merged into it: {string.Join(", ", card.MergedIn.Take(MostMerged).Select(Link))}{more}";
        }

        var tags = card.Tags.Count > 0 ? $" · {IdeaText.Tags(card.Tags)}" : "";
        var number = card.Number > 0 ? string.Create(CultureInfo.InvariantCulture, $"#{card.Number} · ") : "";
        yield return $"-# {number}by {Md.User(card.Author)} {Md.Time(card.CreatedAt, 'R')}{(card.IsEdited ? " · edited" : "")}{tags}";
    }

    private static List<Component> Controls(Idea idea, IdeaCard card)
    {
        var id = IdeaReference.InServer(idea);
        List<Component> row = [];
        if (card.Status.IsOpen())
        {
            row.Add(Control.Button("Vote", IdeaControls.Vote.For(id), ButtonStyle.Primary));
            row.Add(Control.Button("I'd build this", IdeaControls.Build.For(id), ButtonStyle.Success));
        }

        if (card.MergedInto is { Url: { } onward } into)
        {
            row.Add(Control.Link(string.Create(CultureInfo.InvariantCulture, $"Go to #{into.Number}"), onward));
        }

        if (card.ThreadUrl is { } thread && idea.ThreadId != idea.CardChannelId)
        {
            row.Add(Control.Link("Discuss", thread));
        }

        row.Add(Control.Button("More…", IdeaControls.More.For(id)));
        return row;
    }

    private static IEnumerable<Component> Section(string heading, string words) => words.Length == 0 ? [] : [new TextDisplay(heading + words)];

    private static string Link(IdeaLink link) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(link.Url is { } url ? $"[#{link.Number}]({url})" : $"#{link.Number}")} {Md.EscapeLine(Md.Cut(Md.Line(link.Title), MostMergedTitle))}");

    // Shown as it is, never behind other words; what is no address stays text.
    private static string Address(string typed) =>
        Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.AbsoluteUri.Length <= Idea.MostRepository
            ? $"<{address.AbsoluteUri}>"
            : Md.Code(typed);

    /// <summary>What somebody typed, as much of it as there is room for.</summary>
    private static string Fit(string typed, int room)
    {
        var shown = UserMarkdown.Safe(typed);
        for (var most = room; shown.Length > room; most = Math.Max(0, most - Math.Max(1, shown.Length - room)))
        {
            shown = UserMarkdown.Safe(Md.Cut(typed, most));
        }

        return shown;
    }

    private static string Code(string words) => words.Length == 0 ? "" : $"{Fence}\n{words.Replace(Fence, "ˋˋˋ", StringComparison.Ordinal)}\n{Fence}";
}
