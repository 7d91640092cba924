using Nexus.Bot.Features.Topics;

namespace Nexus.Bot.Tests.Topics;

/// <summary>The hub as it ships, read once.</summary>
internal static class ShippedHub
{
    public static IReadOnlyList<TopicFile> Files { get; } =
    [
        .. Directory.GetFiles(TopicHubFolder.Shipped.Path, "*.md")
            .Select(path => TopicFile.Parse(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    public static TopicIndex Index { get; } = new(Files);
}
