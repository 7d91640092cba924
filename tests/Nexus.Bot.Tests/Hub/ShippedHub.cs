using Nexus.Bot.Hub;

namespace Nexus.Bot.Tests.Hub;

/// <summary>The hub as it ships, read once.</summary>
internal static class ShippedHub
{
    public static IReadOnlyList<HubFile> Files { get; } =
    [
        .. Directory.GetFiles(HubFolder.Shipped.Path, "*.md")
            .Select(path => HubFile.Parse(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    public static HubIndex Index { get; } = new(Files);
}
