using Nexus.Bot.Hub;

namespace Nexus.Bot.Features.Questions.Escalation;

/// <summary>What somebody may know who can answer a question: its topics, then what the problems among them are about.</summary>
internal static class TopicsAround
{
    private const int Most = 8;

    public static IReadOnlyList<string> Of(HubIndex hub, IReadOnlyList<string> topics) =>
    [
        .. topics.Concat(topics
                .Select(hub.BySlug)
                .OfType<HubPage>()
                .Where(page => page.Kind == PageKind.Challenge)
                .SelectMany(page => page.Prerequisites.Concat(page.Related))
                .Where(slug => hub.BySlug(slug) is { Kind: PageKind.Topic }))
            .Distinct(StringComparer.Ordinal)
            .Take(Most),
    ];
}
