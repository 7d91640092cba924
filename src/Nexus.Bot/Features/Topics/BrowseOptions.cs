using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Bot.Search;

namespace Nexus.Bot.Features.Topics;

/// <summary>The options by which commands narrow the hub down.</summary>
internal static class BrowseOptions
{
    private const string TagName = "tag";

    public static Option Kind { get; } = Option.Choice("kind", "Only pages of this kind", Choices<PageKind>()).Optional();

    public static Option Level { get; } = Option.Choice("level", "Only pages for this level", Choices<PageLevel>()).Optional();

    public static Option Tag { get; } = Option.Text(TagName, "Only pages with this tag", max: 100).SuggestedBy<TagSuggestions>().Optional();

    public static BrowseState Read(CommandCall call) => new(
        BrowseState.KindOf(call.Text("kind")),
        BrowseState.LevelOf(call.Text("level")),
        Md.Cut(SearchText.Normalise(call.Text(TagName)).Replace(' ', '-'), BrowseState.LongestTag),
        0);

    private static (string, string)[] Choices<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => (value.ToString(), BrowseState.Word<T>(value)))];
}
