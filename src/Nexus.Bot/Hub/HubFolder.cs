namespace Nexus.Bot.Hub;

/// <summary>Where the hub's markdown files are.</summary>
internal sealed record HubFolder(string Path)
{
    /// <summary>The folder that ships beside the program.</summary>
    public static HubFolder Shipped { get; } = new(System.IO.Path.Combine(AppContext.BaseDirectory, "Content", "topics"));
}
