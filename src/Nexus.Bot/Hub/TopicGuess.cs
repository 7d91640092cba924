using Nexus.Bot.Search;

namespace Nexus.Bot.Hub;

/// <summary>The pages that a question belongs to when nobody has said so.</summary>
internal static class TopicGuess
{
    private const int Most = 3;

    /// <returns>Slugs, the surest first: pages that the words fit and name. None is better than one that is far off.</returns>
    public static IReadOnlyList<string> Of(HubIndex hub, string title, string body)
    {
        var text = $"{title}\n{body}";
        if (hub.Find(text) is not HubAnswer.Found found)
        {
            return [];
        }

        var words = $" {SearchText.Normalise(text)} ";
        return [.. found.Others.Prepend(found.Page).Where(page => IsNamed(page, words)).Take(Most).Select(page => page.Slug)];
    }

    /// <returns>Slugs to choose among: also those that only come near.</returns>
    public static IReadOnlyList<string> Near(HubIndex hub, string title, string body) => hub.Find($"{title}\n{body}") switch
    {
        HubAnswer.Found found => [.. found.Others.Prepend(found.Page).Take(Most).Select(page => page.Slug)],
        HubAnswer.NotInTheHub none => [.. none.Nearest.Take(Most).Select(page => page.Slug)],
        var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
    };

    // A guide is about how people work together, whatever they ask.
    private static bool IsNamed(HubPage page, string words) =>
        page.Kind != PageKind.Guide
        && page.Aliases.Concat(page.Keywords).Append(page.Title).Select(name => SearchText.Normalise(name))
            .Any(name => name.Length > 0 && words.Contains($" {name} ", StringComparison.Ordinal));
}
