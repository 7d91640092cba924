namespace Nexus.Bot.Tests.Support;

/// <summary>For tests in which somebody's patience is real time: they run after the others, one at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
