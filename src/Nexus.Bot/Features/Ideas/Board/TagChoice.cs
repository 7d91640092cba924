using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Board;

/// <summary>The option that narrows ideas to a tag.</summary>
internal static class TagChoice
{
    private const string Name = "tag";
    private const int MostNear = 3;

    public static Option Option { get; } = Routing.Option.Text(Name, "Only ideas about this topic", max: 100).SuggestedBy<PageNames>().Optional();

    /// <param name="slug">Empty when no tag was chosen.</param>
    /// <returns>What to answer instead when the hub has no such topic.</returns>
    public static Reply? Of(CommandCall call, HubIndex hub, out string slug)
    {
        slug = "";
        if (call.TextOrNull(Name) is not { } typed || Md.Line(typed).Length == 0)
        {
            return null;
        }

        if ((hub.BySlug(typed) ?? hub.Named(typed)) is not { Slug.Length: <= BoardState.LongestTag } page)
        {
            return BoardViews.UnknownTag(typed, [.. hub.Complete(typed, MostNear)]);
        }

        slug = page.Slug;
        return null;
    }
}
