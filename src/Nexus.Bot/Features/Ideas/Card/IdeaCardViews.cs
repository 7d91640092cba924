using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Card;

/// <summary>How an idea looks, wherever it is shown whole.</summary>
internal static class IdeaCardViews
{
    public static Container Card(Idea idea, IdeaCard card) => new(
    [
        .. Words(card).Select(text => new TextDisplay(text)),
    ]);

    private static IEnumerable<string> Words(IdeaCard card)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"### 💡 #{card.Number} {Md.EscapeLine(card.Title)}");
        yield return Md.Escape(card.Problem);
        yield return string.Join('\n', IdeaText.Facts(card));
    }
}
