using System.Globalization;
using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <summary>The roadmap as a message.</summary>
internal static class RoadmapViews
{
    private const string PictureName = "roadmap.png";

    /// <summary>What stands above the columns, such as “Roadmap · Docker · frontend wanted”.</summary>
    public static string Name(string? topic, IdeaRole? wanted) =>
        string.Join(" · ", new[] { "Roadmap", topic, wanted is { } role ? $"{IdeaText.Role(role)} wanted" : null }.OfType<string>());

    public static Reply Shown(RoadmapBoard board, byte[] picture)
    {
        var words = board.Describe();
        return Reply.PublicCard(
            new TextDisplay($"## {Md.EscapeLine(board.Name)}\n-# {(board.Count == 1 ? "1 idea" : string.Create(CultureInfo.InvariantCulture, $"{board.Count:#,0} ideas"))}, by status and votes; `/idea board` lists them with links"),
            new MediaGallery([new MediaGalleryItem(new UnfurledMedia($"attachment://{PictureName}"), words)]))
            .WithFiles(new FileUpload(PictureName, picture, words));
    }

    public static Reply Nothing(bool isNarrowed) => Reply.Private(isNarrowed
        ? "No idea fits this. Leave out `tag` or `wanted` to see the whole roadmap, or put the idea up yourself with `/idea add`."
        : "The roadmap is empty: nobody has put up an idea yet. Be the first with `/idea add`; a rough thought is enough.");
}
