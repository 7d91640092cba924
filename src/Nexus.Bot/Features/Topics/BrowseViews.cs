using Nexus.Bot.Hub;
using Nexus.Bot.Routing;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Topics;

/// <summary>What people read when they look through the hub.</summary>
internal static class BrowseViews
{
    private const int PageSize = 8;
    private const int MostLine = 90;
    private const int MostOptions = 25;

    public static IReadOnlyList<Component> Card(BrowseState state, HubIndex hub)
    {
        var fitting = state.Among(hub);
        var (shown, at, pages) = Paging.Slice(fitting, state.Page, PageSize);
        state = state with { Page = at };
        List<Component> parts =
        [
            new TextDisplay(shown.Count > 0
                ? $"{Heading(state, fitting.Count)}\n{string.Join('\n', shown.Select(Entry))}"
                : Nothing(state, hub)),
        ];
        if (shown.Count > 0)
        {
            parts.Add(Control.Row(new StringSelect
            {
                CustomId = OpenTopicSelect.Spec.For(),
                Placeholder = "Open a page…",
                Options = [.. shown.Select(page => new SelectOption(page.Title, page.Slug))],
            }));
        }

        parts.AddRange(Paging.Turns(at, pages, (way, to) => TurnTopicsButton.For(way, state with { Page = to })));
        parts.Add(Filter(FilterTopicsSelect.Kind, "Any kind", state, BrowseState.Word(state.Kind), Words<PageKind>()));
        parts.Add(Filter(FilterTopicsSelect.Level, "Any level", state, BrowseState.Word(state.Level), Words<PageLevel>()));
        parts.Add(Filter(FilterTopicsSelect.Tag, "Any tag", state, state.Tag, TagsToOffer(state, hub)));
        if (IsNarrowed(state))
        {
            parts.Add(Control.Row(Control.Button("Show everything", TurnTopicsButton.For("all", BrowseState.Everything))));
        }

        return parts;
    }

    public static Reply NothingLikeThat() => Reply.Private(
        "The hub has no page like that. Leave out `kind` or `level`, or see what there is with `/topic browse`.");

    /// <summary>All tags with how many pages have them, the most used first.</summary>
    public static IEnumerable<(string Name, int Pages)> Tags(HubIndex hub) => hub.Pages
        .SelectMany(page => page.Tags.Distinct())
        .Where(tag => tag.Length <= BrowseState.LongestTag && !tag.AsSpan().ContainsAny('/', '|'))
        .GroupBy(tag => tag)
        .Select(group => (group.Key, group.Count()))
        .OrderByDescending(tag => tag.Item2)
        .ThenBy(tag => tag.Key, StringComparer.Ordinal);

    private static string Heading(BrowseState state, int count)
    {
        var pages = count == 1 ? "1 page" : $"{count} pages";
        return IsNarrowed(state) ? $"## The hub\n{pages}: {Wanted(state)}" : $"## The hub\n{pages}";
    }

    private static string Nothing(BrowseState state, HubIndex hub) => hub.Pages.Count == 0
        ? "The hub is empty at the moment. Please tell a mentor."
        : $"## The hub\nNo page fits all of this: {Wanted(state)}. Choose something else below, or press **Show everything**.";

    private static string Wanted(BrowseState state) => string.Join(", ", new[]
    {
        BrowseState.Word(state.Kind),
        BrowseState.Word(state.Level),
        state.Tag.Length > 0 ? $"tag {Md.EscapeLine(state.Tag)}" : "",
    }.Where(word => word.Length > 0));

    private static bool IsNarrowed(BrowseState state) => state with { Page = 0 } != BrowseState.Everything;

    private static string Entry(HubPage page) =>
        $"**{Md.EscapeLine(page.Title)}** · {BrowseState.Word<PageKind>(page.Kind)} · {BrowseState.Word<PageLevel>(page.Level)}\n-# {PageCut.FirstSentence(page.Summary, MostLine)}";

    private static ActionRow Filter(string what, string any, BrowseState state, string chosen, IEnumerable<string> words) => Control.Row(new StringSelect
    {
        CustomId = FilterTopicsSelect.For(what, state with { Page = 0 }),
        Placeholder = any,
        Options =
        [
            new SelectOption(any, FilterTopicsSelect.Any, Default: chosen.Length == 0),
            .. words.Select(word => new SelectOption($"{char.ToUpperInvariant(what[0])}{what[1..]}: {word}", word, Default: word == chosen)),
        ],
    });

    private static IEnumerable<string> Words<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => BrowseState.Word<T>(value));

    // One that was typed and that no page has, or only few, must still be seen as the chosen one.
    private static IEnumerable<string> TagsToOffer(BrowseState state, HubIndex hub)
    {
        var tags = Tags(hub).Select(tag => tag.Name).Take(MostOptions - 1).ToList();
        return state.Tag.Length == 0 || tags.Contains(state.Tag) ? tags : tags.SkipLast(tags.Count < MostOptions - 1 ? 0 : 1).Append(state.Tag);
    }
}
