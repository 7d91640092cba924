using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas;

/// <summary>How an idea is named in sentences, and what is said when words name none for sure.</summary>
internal static class IdeaNameViews
{
    private const int MostTitle = 80;

    /// <summary>"**#12 Bus times**"; in review it has no number for others, so it is only used where it may be named.</summary>
    public static string Name(Idea idea) => string.Create(CultureInfo.InvariantCulture, $"**#{idea.Number} {Md.EscapeLine(Md.Cut(Md.Line(idea.Title), MostTitle))}**");

    /// <summary>With a link to its card when it has one.</summary>
    public static string Linked(Idea idea) => IdeaCards.Url(idea) is { } url ? $"{Name(idea)}: {url}" : Name(idea);

    /// <summary>A control of an idea that is gone.</summary>
    public static Reply Gone() => Reply.Private("This idea is no longer there. `/idea board` shows those that are.");

    public static Reply WhichOne(string typed, IReadOnlyList<Idea> near) => Reply.Private(near.Count == 0
        ? $"I know no idea like {Md.Code(Md.Cut(typed, 100))}. Choose one from the list while you type, or see `/idea board`."
        : $"Which one do you mean by {Md.Code(Md.Cut(typed, 100))}? Use its number:\n" + string.Join('\n', near.Select(it => $"• {Name(it)}, {IdeaText.Status(it.Status)}")));
}
