using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Topics;

/// <summary>The pages that lead to one, in the order in which to read them, with what a person has read.</summary>
/// <param name="Steps">Deepest prerequisites first, the page itself last.</param>
/// <param name="Read">Slugs; null where it is not known.</param>
internal sealed record LearningPath(HubPage Target, IReadOnlyList<HubPage> Steps, IReadOnlySet<string>? Read)
{
    /// <summary>As many as fit a select.</summary>
    public const int MostSteps = 25;

    /// <summary>The first that has not been read; null at the end of the path, or where it is not known.</summary>
    public HubPage? NextStep => Read is { } read ? Steps.FirstOrDefault(step => !read.Contains(step.Slug)) : null;

    public int ReadCount => Read is { } read ? Steps.Count(step => read.Contains(step.Slug)) : 0;

    /// <summary>Pages whose prerequisites run in a circle are read once; of a long path the nearest pages stay.</summary>
    public static LearningPath To(HubPage target, HubIndex hub, IReadOnlySet<string>? read)
    {
        var steps = new List<HubPage>();
        var seen = new HashSet<string>();
        Visit(target);
        return new LearningPath(target, [.. steps.TakeLast(MostSteps)], read);

        void Visit(HubPage page)
        {
            if (!seen.Add(page.Slug))
            {
                return;
            }

            foreach (var before in hub.Among(page.Prerequisites))
            {
                Visit(before);
            }

            steps.Add(page);
        }
    }
}
