namespace Nexus.Sandbox.Emulator;

/// <summary>Whose limit was hit, as <c>X-RateLimit-Scope</c> says it; None when the request may go on.</summary>
internal enum RateLimitScope
{
    None,
    User,
    Global,
    Shared,
}
