namespace Nexus.Discord.Tests.Gateway.Stage;

/// <summary>How long a test waits for something that must happen before it says that it did not. Nothing takes this long unless it is broken.</summary>
internal static class Patience
{
    public static readonly TimeSpan Span = TimeSpan.FromSeconds(20);
}
