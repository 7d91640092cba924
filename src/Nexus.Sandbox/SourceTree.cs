namespace Nexus.Sandbox;

/// <summary>The clone that this program was built in.</summary>
internal static class SourceTree
{
    /// <summary>A folder of the clone, or null when the program runs from somewhere else.</summary>
    /// <param name="folder">From the clone's top, with forward slashes.</param>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Nexus.sln")) && Path.Combine(at.FullName, folder) is var found && Directory.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
