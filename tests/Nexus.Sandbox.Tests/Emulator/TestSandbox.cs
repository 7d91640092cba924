using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

/// <summary>Sandboxes as these tests start them: no page, no bot, no waiting between identifies.</summary>
internal static class TestSandbox
{
    public static Task<SandboxHost> StartAsync(GatewayLimits? limits = null) => SandboxHost.StartAsync(new SandboxOptions
    {
        Page = false,
        Seed = 7,
        RateLimits = false,
        Gateway = limits ?? new GatewayLimits { IdentifyInterval = TimeSpan.Zero },
    });
}
