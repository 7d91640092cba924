using System.Text;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Shared;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>An idea below its title, as Markdown: a card's description in Trello, a section in a document.</summary>
internal static class IdeaDescription
{
    public static string Of(IdeaCard card)
    {
        var text = new StringBuilder();
        Part(text, "Problem", card.Problem);
        Part(text, "For whom", card.ForWhom);
        Part(text, "Solution", card.Solution);
        Fact(text, "Votes", ExportText.Number(card.Votes) + (card.NotYet > 0 ? $" (and {ExportText.Number(card.NotYet)} not yet)" : ""));
        Fact(text, "Places", IdeaText.Roles(card.Roles));
        Fact(text, "Tags", ExportText.InMarkdown(string.Join(", ", card.Tags.Order(StringComparer.Ordinal))));
        Fact(text, "Proposed", $"{ExportText.Date(card.CreatedAt)}{(card.AuthorName.Length > 0 ? $" by {ExportText.InMarkdown(ExportText.Line(card.AuthorName))}" : "")}");
        Fact(text, "Team", ExportText.InMarkdown(ExportText.Line(card.Team ?? "")));
        Fact(text, "Repository", ExportText.Url(card.Repository) is { } repository ? $"<{repository}>" : "");
        Fact(text, "Thread", card.ThreadUrl is { } thread ? $"<{thread}>" : "");
        return text.ToString().TrimEnd();
    }

    private static void Part(StringBuilder text, string heading, string words)
    {
        if (ExportText.InMarkdown(words) is { Length: > 0 } safe)
        {
            text.Append("**").Append(heading).Append("**\n\n").Append(safe).Append("\n\n");
        }
    }

    private static void Fact(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append("* ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}
