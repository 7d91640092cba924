using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <param name="Cards">Those that are shown, the first first.</param>
/// <param name="More">How many are not.</param>
internal sealed record RoadmapColumn(IdeaStatus Status, IReadOnlyList<IdeaCard> Cards, int More)
{
    public int Count => Cards.Count + More;
}

/// <summary>What the roadmap picture shows: the ideas of a server by status. Declined, withdrawn and merged ones are nobody's way.</summary>
/// <param name="Name">Stands above the columns.</param>
internal sealed record RoadmapBoard(string Name, IReadOnlyList<RoadmapColumn> Columns)
{
    /// <summary>More in a column would make the picture higher than a phone's screen.</summary>
    public const int MostCards = 4;

    private const int MostAltText = 1000;
    private const int LongestTitle = 60;

    /// <summary>Its columns, from left to right.</summary>
    public static readonly IReadOnlyList<IdeaStatus> Statuses =
        [IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready, IdeaStatus.Building, IdeaStatus.Shipped, IdeaStatus.Parked];

    public int Count => Columns.Sum(column => column.Count);

    /// <summary>The same in words, for who cannot see it; within Discord's 1024 characters. When all do not fit, each column names fewer.</summary>
    public string Describe()
    {
        for (var most = MostCards; most > 0; most--)
        {
            if (Words(most, withRoles: true) is { Length: <= MostAltText } full)
            {
                return full;
            }

            if (Words(most, withRoles: false) is { Length: <= MostAltText } shorter)
            {
                return shorter;
            }
        }

        return Words(0, withRoles: false);
    }

    private string Words(int most, bool withRoles) =>
        $"Roadmap with {Columns.Count} columns. " + string.Join(' ', Columns.Select(column => Words(column, most, withRoles)));

    private static string Words(RoadmapColumn column, int most, bool withRoles)
    {
        var named = column.Cards.Take(most).Select(card => Words(card, withRoles)).ToList();
        var more = column.Count - named.Count;
        if (more > 0 && named.Count > 0)
        {
            named.Add($"and {Number(more)} more");
        }

        return $"{IdeaText.Status(column.Status)}: {(column.Count == 0 ? "nothing" : named.Count == 0 ? Number(column.Count) : string.Join("; ", named))}.";
    }

    private static string Words(IdeaCard card, bool withRoles)
    {
        var roles = withRoles && card.Roles.Count > 0 ? ", " + IdeaText.Roles(card.Roles) : "";
        var title = string.Concat(Md.Line(card.Title).Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format)));
        return $"#{Number(card.Number)} {Md.Cut(title, LongestTitle)} ({IdeaText.Votes(card.Votes)}{roles})";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
