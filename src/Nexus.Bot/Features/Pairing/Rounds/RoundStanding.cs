using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>How somebody stands to the rounds of a server.</summary>
/// <param name="Until">When a pause ends by itself.</param>
/// <param name="NextAt">When the next round comes; null when none is planned.</param>
internal sealed record RoundStanding(Snowflake Guild, RoundPart Part, DateTimeOffset? Until, DateTimeOffset? NextAt)
{
    /// <summary>Their profile says that they are left out of pairing, so they are in no round whatever they say here.</summary>
    public bool IsOutOfPairs { get; init; }

    /// <summary>The round that is running and looks for a place for them.</summary>
    public int? LateFor { get; init; }

    /// <summary>What their profile does not say.</summary>
    public ProfileParts Missing { get; init; }
}
