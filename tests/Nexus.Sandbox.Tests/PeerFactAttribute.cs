using System.Runtime.CompilerServices;

namespace Nexus.Sandbox.Tests;

/// <summary>A fact that needs node (and a browser); where they are missing it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(bool browser = false, [CallerMemberName] string test = "")
    {
        Skip = Peers.Missing(browser);
        if (Skip is not null)
        {
            DisplayName = $"{test}: {Skip}"; // dotnet test prints the names of skipped tests, not their reasons
        }
    }
}
