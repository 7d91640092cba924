using System.Text;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Shared;

namespace Nexus.Bot.Features.Ideas.Exports;

/// <summary>A document with a section for each status and each idea; three levels of headings, which is what Notion has.</summary>
internal static class IdeaMarkdown
{
    public static byte[] Of(string name, IEnumerable<IdeaCard> cards)
    {
        var text = new StringBuilder($"# {ExportText.InMarkdown(ExportText.Line(name))}\n");
        foreach (var status in cards.GroupBy(card => card.Status).OrderBy(status => status.Key))
        {
            text.Append("\n## ").Append(IdeaText.Status(status.Key)).Append('\n');
            foreach (var card in status.OrderBy(card => card.Number))
            {
                text.Append("\n### ").Append(ExportText.InMarkdown($"#{ExportText.Number(card.Number)} {ExportText.Line(card.Title)}")).Append("\n\n")
                    .Append(IdeaDescription.Of(card)).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
