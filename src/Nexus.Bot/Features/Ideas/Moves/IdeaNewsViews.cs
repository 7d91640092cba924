using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Hygiene;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>What followers read in an idea's thread. It pings nobody.</summary>
internal static class IdeaNewsViews
{
    private const string WhyTold = "-# For those who follow this idea. Nobody was pinged; **More…** on its card has **Don't tell me**.";

    /// <param name="other">What it goes on as, or came back from.</param>
    /// <param name="team">Who builds it, when it is begun.</param>
    public static Container Of(IdeaMove move, Idea? other, IReadOnlyList<IdeaInterest> team, bool isLate)
    {
        var by = By(move);
        var head = other is null ? $"{IdeaText.Mark(move.To)} **{IdeaText.Status(move.From)} → {IdeaText.Status(move.To)}**{by}"
            : move.To == IdeaStatus.Merged ? $"{IdeaText.Mark(move.To)} This idea goes on as {IdeaNameViews.Linked(other)}{by}\nVotes and places count there, each person once."
            : $"{IdeaText.Mark(move.To)} This idea goes on by itself again{by}. Its votes, and the people who came with it, are its own again; until now it went on as {IdeaNameViews.Linked(other)}";
        return Card(move, [head, .. Why(move, other), .. People(team), .. After(move)], isLate);
    }

    /// <summary>Told where another idea comes to, or leaves again.</summary>
    public static Container OfOther(IdeaMove move, Idea other, bool isMerged, bool isLate) => Card(
        move,
        [
            isMerged
                ? $"{IdeaText.Mark(IdeaStatus.Merged)} {IdeaNameViews.Name(other)} goes on here{By(move)}. Votes and places of both count here, each person once.{Talk(other)}"
                : $"{IdeaText.Mark(IdeaStatus.Merged)} {IdeaNameViews.Name(other)} goes on by itself again{By(move)}. Its votes, and the people who came with it, went with it.{Talk(other)}",
            .. isMerged ? [] : new[] { Reason(move) },
        ],
        isLate);

    /// <summary>For the moment in which people are brought to the thread.</summary>
    public static Container Naming(Container card, IReadOnlyList<Nexus.Discord.Snowflake> people) =>
        new([.. card.Components, new TextDisplay($"-# {string.Join(' ', people.Select(Md.User))}")]);

    private static Container Card(IdeaMove move, IEnumerable<string> lines, bool isLate) => new(
    [
        new TextDisplay(string.Join('\n', lines)),
        new TextDisplay(isLate ? $"-# It happened {Md.Time(move.At, 'R')}.\n{WhyTold}" : WhyTold),
        .. IsParkedByClock(move) ? new[] { Control.Row(HygieneViews.BringBack(move.IdeaId.ToString(CultureInfo.InvariantCulture))) } : [],
    ]);

    private static bool IsParkedByClock(IdeaMove move) => move is { To: IdeaStatus.Parked } && move.By == default;

    private static string By(IdeaMove move) => move.By == default ? "" : $" · by {Md.User(move.By)}";

    // A merge says why by itself.
    private static IEnumerable<string> Why(IdeaMove move, Idea? other) => other is not null && move.To == IdeaStatus.Merged ? [] : [Reason(move)];

    private static string Reason(IdeaMove move) => $"> {Md.EscapeLine(move.Reason)}";

    private static string Talk(Idea other) => IdeaCards.Url(other) is { } url ? $"\nWhat was said there: {url}" : "";

    private static IEnumerable<string> People(IReadOnlyList<IdeaInterest> team) => team.Count == 0 ? []
        : [$"Who builds it: {string.Join(", ", team.Select(one => $"{Md.User(one.PersonId)} ({IdeaText.Role(one.Role)})"))}"];

    private static IEnumerable<string> After(IdeaMove move) => move.To switch
    {
        IdeaStatus.Parked when IsParkedByClock(move) => ["Nothing is lost: its author or a mentor brings it back with one press, now or in a year."],
        IdeaStatus.Parked => ["Nothing is lost: its author or a mentor brings it back with one press, under **More…**."],
        IdeaStatus.Declined or IdeaStatus.Withdrawn => ["All that was said here stays to be read."],
        _ => [],
    };
}
