using Nexus.Bot.Features.Ideas.Board;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Roadmap;

/// <summary><c>/idea roadmap</c> draws the ideas by status.</summary>
internal sealed class ShowRoadmapCommand(IdeaRoadmap roadmap, RoadmapPictures pictures, GuildHubs hubs) : ICommand
{
    public static CommandSpec Spec { get; } = new("idea", "roadmap", "See the ideas by status as one picture")
    {
        Options =
        [
            TagChoice.Option,
            Option.Choice("wanted", "Only ideas with a free place for this", [.. Enum.GetValues<IdeaRole>().Select(role => (IdeaText.Role(role), role.ToString()))]).Optional(),
            Option.Private,
        ],
        Visibility = Visibility.PublicUnlessAsked,
        Example = "/idea roadmap tag:django",
        Details = "From proposed to shipped, with votes and places taken and open: the first of each column, and how many more there are. The same in words is the picture's description.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var hub = await hubs.OfAsync(call.Guild, ct);
        if (TagChoice.Of(call, hub, out var tag) is { } unknown)
        {
            return unknown;
        }

        IdeaRole? wanted = Enum.TryParse<IdeaRole>(call.TextOrNull("wanted"), out var role) && Enum.IsDefined(role) ? role : null;
        var board = await roadmap.ReadAsync(call.Guild, RoadmapViews.Name(hub.BySlug(tag)?.Title, wanted), tag, wanted, ct);
        return board.Count == 0
            ? RoadmapViews.Nothing(isNarrowed: tag.Length > 0 || wanted is not null)
            : RoadmapViews.Shown(board, await pictures.OfAsync(board, ct)).OnlyForMe(call.WantsPrivate);
    }
}
