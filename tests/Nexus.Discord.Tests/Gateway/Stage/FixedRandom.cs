namespace Nexus.Discord.Tests.Gateway.Stage;

/// <summary>Jitter that a test can do sums with.</summary>
internal sealed class FixedRandom(double value) : Random
{
    public override double NextDouble() => value;
}
