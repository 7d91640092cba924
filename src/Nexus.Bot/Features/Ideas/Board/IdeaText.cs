using System.Globalization;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>Ideas in words: on the board, on the card, in the picture and in exports alike.</summary>
internal static class IdeaText
{
    /// <summary>What "hot" means, told under the board.</summary>
    public const string HotExplained = "Hot: each vote counts 1 and each place taken 2; after three days half as much, after six a quarter.";

    // With eight of them on a page, and everything escaped, the board stays below Discord's 4000 characters.
    private const int MostTags = 5;
    private const int MostTagsInLine = 3;
    private const int MostTagInLine = 20;
    private const int MostLine = 60;

    public static string Status(IdeaStatus status) => status switch
    {
        IdeaStatus.InReview => "In review",
        IdeaStatus.Proposed => "Proposed",
        IdeaStatus.Shaping => "Shaping",
        IdeaStatus.Ready => "Ready",
        IdeaStatus.Building => "Building",
        IdeaStatus.Shipped => "Shipped",
        IdeaStatus.Parked => "Parked",
        IdeaStatus.Declined => "Declined",
        IdeaStatus.Withdrawn => "Withdrawn",
        IdeaStatus.Merged => "Merged",
    };

    /// <summary>Beside the word, never instead of it.</summary>
    public static string Mark(IdeaStatus status) => status switch
    {
        IdeaStatus.InReview => "🕓",
        IdeaStatus.Proposed => "💡",
        IdeaStatus.Shaping => "✏️",
        IdeaStatus.Ready => "🙋",
        IdeaStatus.Building => "🔨",
        IdeaStatus.Shipped => "🚀",
        IdeaStatus.Parked => "⏸️",
        IdeaStatus.Declined => "✖️",
        IdeaStatus.Withdrawn => "↩️",
        IdeaStatus.Merged => "🔀",
    };

    public static string Role(IdeaRole role) => role switch
    {
        IdeaRole.Backend => "backend",
        IdeaRole.Frontend => "frontend",
        IdeaRole.Mentor => "mentor",
    };

    /// <summary>One idea on the board, in two lines. The link is the bot's own; the title is not part of it.</summary>
    public static string Line(IdeaCard card)
    {
        var number = Number(card.Number);
        var facts = new[] { $"{Mark(card.Status)} {Status(card.Status)}", Votes(card.Votes), Roles(card.Roles), Tags(card.Tags, MostTagsInLine, MostTagInLine), Md.Time(card.CreatedAt, 'R') };
        return $"{(card.CardUrl is { } url ? $"[#{number}]({url})" : $"#{number}")} **{Md.EscapeLine(Md.Cut(Md.Line(card.Title), MostLine))}**\n"
            + $"-# {string.Join(" · ", facts.Where(fact => fact.Length > 0))}";
    }

    /// <summary>"12 votes · 2 not yet".</summary>
    public static string Votes(IdeaCard card) => Votes(card.Votes) + (card.NotYet > 0 ? $" · {Number(card.NotYet)} not yet" : "");

    public static string Votes(int votes) => votes == 1 ? "1 vote" : $"{Number(votes)} votes";

    /// <summary>"backend 1/2, frontend 2/2 (1 waits)".</summary>
    public static string Roles(IEnumerable<RoleFill> roles) => string.Join(", ", roles.Select(fill =>
        $"{Role(fill.Role)} {Number(fill.Taken)}/{Number(fill.Slots)}{(fill.Waiting > 0 ? $" ({Waits(fill.Waiting)})" : "")}"));

    /// <summary>"1 backend and 2 frontend".</summary>
    public static string Missing(IEnumerable<RoleFill> roles)
    {
        var missing = roles.Where(fill => fill.Taken < fill.Minimum).Select(fill => $"{Number(fill.Minimum - fill.Taken)} {Role(fill.Role)}").ToList();
        return missing.Count < 2 ? string.Concat(missing) : $"{string.Join(", ", missing.SkipLast(1))} and {missing[^1]}";
    }

    /// <summary>"●○ **backend** 1 of 2, 1 place free".</summary>
    public static string Fill(RoleFill fill)
    {
        var dots = fill.Slots <= 5 ? $"{string.Concat(Enumerable.Repeat("●", fill.Taken))}{string.Concat(Enumerable.Repeat("○", fill.Open))} " : "";
        var free = fill.Open switch { 0 => "full", 1 => "1 place free", _ => $"{Number(fill.Open)} places free" };
        return $"{dots}**{Role(fill.Role)}** {Number(fill.Taken)} of {Number(fill.Slots)}, {free}{(fill.Waiting > 0 ? $", {Waits(fill.Waiting)}" : "")}";
    }

    public static string Tags(IReadOnlyList<string> tags, int most = MostTags, int longest = BoardState.LongestTag) =>
        string.Join(" ", tags.Take(most).Select(tag => Md.Code(Md.Cut(tag, longest)))) + (tags.Count > most ? $" +{Number(tags.Count - most)}" : "");

    private static string Waits(int many) => many == 1 ? "1 waits" : $"{Number(many)} wait";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
