using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Topics;

/// <summary>What somebody looks through in the hub, and where they are in it. Lives in the custom ids of the list's controls.</summary>
/// <param name="Kind">Any when null.</param>
/// <param name="Level">Any when null.</param>
/// <param name="Tag">Any when empty.</param>
/// <param name="Page">From 0.</param>
internal sealed record BrowseState(PageKind? Kind, PageLevel? Level, string Tag, int Page)
{
    /// <summary>Longer tags can be typed, but leave no room in a custom id.</summary>
    public const int LongestTag = 30;

    private const char Between = '/';

    public static BrowseState Everything { get; } = new(null, null, "", 0);

    /// <summary>Anyone can send anything: what cannot be read does not narrow the list.</summary>
    public static BrowseState Parse(string text) => text.Split(Between) is [var kind, var level, var tag, var page]
        ? new BrowseState(KindOf(kind), LevelOf(level), Md.Cut(tag, LongestTag), int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        : Everything;

    public static PageKind? KindOf(string word) => One<PageKind>(word);

    public static PageLevel? LevelOf(string word) => One<PageLevel>(word);

    public static string Word<T>(T? value) where T : struct, Enum => value?.ToString().ToLowerInvariant() ?? "";

    /// <summary>The pages that fit, by title.</summary>
    public IReadOnlyList<HubPage> Among(HubIndex hub) =>
    [
        .. hub.Pages
            .Where(page => (Kind is null || page.Kind == Kind) && (Level is null || page.Level == Level) && (Tag.Length == 0 || page.Tags.Contains(Tag)))
            .OrderBy(page => page.Title, StringComparer.OrdinalIgnoreCase),
    ];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Word(Kind)}{Between}{Word(Level)}{Between}{Tag}{Between}{Page}");

    private static T? One<T>(string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word<T>(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
