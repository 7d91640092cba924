namespace Nexus.Bot.Tests;

/// <summary>Compares with the README; skipped in a working copy that has none, such as an unpacked source archive.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReadmeFactAttribute : FactAttribute
{
    public ReadmeFactAttribute()
    {
        if (!File.Exists(Path.Combine(Repository.Root, "README.md")))
        {
            Skip = "There is no README.md in this working copy.";
        }
    }
}
