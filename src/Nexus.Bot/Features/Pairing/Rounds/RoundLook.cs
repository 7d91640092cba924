using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>A round as it would be drawn now: nothing of it has happened to anybody.</summary>
/// <param name="Number">Which round it would be.</param>
/// <param name="Taking">Who would be in it.</param>
/// <param name="Drawn">Who would meet whom.</param>
internal sealed record RoundLook(int Number, IReadOnlyList<Snowflake> Taking, RoundPlan Drawn)
{
    public IReadOnlyList<Snowflake> Skipping { get; init; } = [];

    public IReadOnlyList<Snowflake> Paused { get; init; } = [];

    /// <summary>Without a word for three rounds: the draw pauses them, and tells them how to come back.</summary>
    public IReadOnlyList<Snowflake> Silent { get; init; } = [];

    /// <summary>They take part, but their profile says that they are left out of pairing.</summary>
    public IReadOnlyList<Snowflake> OutOfPairs { get; init; } = [];

    /// <summary>No longer on the server.</summary>
    public IReadOnlyList<Snowflake> Gone { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<Snowflake>> Pairs => [.. Drawn.Plan.Ids.Select(pair => pair.Select(id => new Snowflake(id)).ToArray())];

    public IReadOnlyList<Snowflake> LeftOut => [.. Drawn.LeftOut.Select(id => new Snowflake(id))];

    public int Trios => Drawn.Plan.Ids.Count(pair => pair.Count > 2);

    /// <summary>How many meet again, because not all can be with somebody new.</summary>
    public int Repeats => Drawn.Plan.Violations.Count(one => one.Violation is Violation.MetTooSoon);
}
