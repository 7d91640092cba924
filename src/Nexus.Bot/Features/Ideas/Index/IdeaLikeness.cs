using Nexus.Bot.Search;

namespace Nexus.Bot.Features.Ideas.Index;

/// <summary>An idea on the board that may be the one somebody is about to put up.</summary>
/// <param name="IsSure">It most likely is: "Vote for that one instead" comes first. Else it is only listed.</param>
internal sealed record AlikeIdea(long Number, float Likeness, bool IsSure);

/// <summary>Which ideas are like another: <see cref="LiveIndex.Similar"/> over their words and what those mean (<see cref="IdeaWords"/>). Suggested, never acted on.</summary>
internal static class IdeaLikeness
{
    /// <summary>From here on an idea is listed as perhaps the same. Of those held out nine of ten are found, of another's subjects six; a third of what is listed is right.</summary>
    public const float Perhaps = 0.2f;

    /// <summary>From here on it most likely is the same: five of six look-alikes are.</summary>
    public const float Sure = 0.3f;

    private const int Most = 3;

    /// <summary>As it stands in an index that is only for this; the search has its own.</summary>
    public static SearchDocument Document(string title, string problem) => new(IdeaWords.WithSenses(title), [], [], IdeaWords.WithSenses(problem));

    /// <param name="index">Of <see cref="Document"/>, by number.</param>
    /// <param name="title">Typed so far.</param>
    /// <param name="problem">Empty while only the title is known.</param>
    public static IReadOnlyList<AlikeIdea> Of(LiveIndex index, string title, string problem) =>
    [
        .. index.Similar(IdeaWords.WithSenses($"{title} {problem}"), Most)
            .Where(hit => hit.Likeness >= Perhaps)
            .Select(hit => new AlikeIdea(hit.Key, hit.Likeness, hit.Likeness >= Sure)),
    ];
}
