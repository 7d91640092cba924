using System.Globalization;
using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>One idea as it is shown to whoever asked for it: its card, and how it came there.</summary>
internal static class ShowViews
{
    private const int MostMoves = 5;
    private const int MostReason = 120;
    private const int MostText = 4000;
    private const int MostTyped = 60;

    public static Reply Shown(Idea idea, IdeaCard card, IReadOnlyList<IdeaMove> steps) => Reply.PrivateCard(Parts(idea, card, string.Join('\n', Told(steps))));

    public static Reply WhichOne(string typed, IReadOnlyList<Idea> near)
    {
        var words = $"There is no idea called “{Md.EscapeLine(Md.Cut(Md.Line(typed), MostTyped))}”.";
        return near.Count > 0
            ? Reply.Private($"{words} Did you mean one of these?").With(BoardViews.Open(near, "Did you mean…"))
            : Reply.Private($"{words} `/idea board` shows all of them, `/idea search` looks through their words.");
    }

    /// <summary>The card, what is told below it where there is room, and the way to its thread.</summary>
    public static IReadOnlyList<Component> Parts(Idea idea, IdeaCard card, string told)
    {
        var shown = IdeaCardViews.Card(idea, card);
        return
        [
            shown,
            .. told.Length > 0 && told.Length <= MostText - Length(shown) ? [new TextDisplay(told)] : Array.Empty<Component>(),
            .. card.CardUrl is { } url ? [Control.Row(Control.Link("Go to its card", url))] : Array.Empty<Component>(),
        ];
    }

    private static IEnumerable<string> Told(IReadOnlyList<IdeaMove> steps)
    {
        if (steps.Count == 0)
        {
            yield break;
        }

        yield return "**How it came here**";
        if (steps.Count > MostMoves)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"-# {steps.Count - MostMoves} earlier steps are left out");
        }

        foreach (var move in steps.TakeLast(MostMoves))
        {
            yield return $"-# {Md.Time(move.At, 'd')} {IdeaText.Status(move.From)} → {IdeaText.Status(move.To)}{(move.By == default ? "" : $" by {Md.User(move.By)}")}"
                + (move.Reason.Length > 0 ? $": {Md.EscapeLine(Md.Cut(Md.Line(move.Reason), MostReason))}" : "");
        }
    }

    private static int Length(Component part) => part switch
    {
        TextDisplay text => text.Content.Length,
        Container container => container.Components.Sum(Length),
        Section section => section.Components.Sum(Length),
        _ => 0,
    };
}
