namespace Nexus.Bot.Hub;

/// <summary>The pages that a question belongs to when nobody has said so.</summary>
internal static class TopicGuess
{
    private const int Most = 3;

    /// <returns>Slugs, the surest first; the nearest pages' when none answers it.</returns>
    public static IReadOnlyList<string> Of(HubIndex hub, string title, string body) => hub.Find($"{title}\n{body}") switch
    {
        HubAnswer.Found found => [.. found.Others.Prepend(found.Page).Take(Most).Select(page => page.Slug)],
        HubAnswer.NotInTheHub none => [.. none.Nearest.Take(Most).Select(page => page.Slug)],
        var other => throw new InvalidOperationException($"{other.GetType().Name} is no answer."),
    };
}
