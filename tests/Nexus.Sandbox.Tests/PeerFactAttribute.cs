namespace Nexus.Sandbox.Tests;

/// <summary>A fact that needs node (and a browser); where they are missing it is shown as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(bool browser = false) => Skip = Peers.Missing(browser);
}
