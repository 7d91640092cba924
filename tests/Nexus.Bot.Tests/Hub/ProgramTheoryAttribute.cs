using System.Runtime.CompilerServices;

namespace Nexus.Bot.Tests.Hub;

/// <summary>Needs a program of this name on the PATH; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(string program, [CallerMemberName] string test = "")
    {
        if (!IsHere(program))
        {
            Skip = $"{program} is not on the PATH.";
            DisplayName = $"{test}: {Skip}"; // dotnet test prints the names of skipped tests, not their reasons
        }
    }

    public static bool IsHere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
        .Any(File.Exists);
}
