namespace Nexus.Bot.Features.Topics;

/// <summary>Where the hub's markdown files are.</summary>
internal sealed record TopicHubFolder(string Path)
{
    /// <summary>The folder that ships beside the program.</summary>
    public static TopicHubFolder Shipped { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "Content", "topics"));
}
