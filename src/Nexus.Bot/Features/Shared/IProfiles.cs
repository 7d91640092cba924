using Nexus.Bot.Data;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Shared;

/// <summary>What people said about themselves, for those who put them together.</summary>
internal interface IProfiles
{
    /// <summary>Of each of these people, in their order, whether they have said anything or not.</summary>
    Task<IReadOnlyList<PersonProfile>> OfAsync(NexusDb db, Snowflake guild, IReadOnlyList<KnownMember> people, CancellationToken ct);
}

/// <summary>What can be said in a profile and matters when people are put together.</summary>
[Flags]
internal enum ProfileParts
{
    None = 0,
    Track = 1,
    Skills = 2,
    Interests = 4,
    Hours = 8,
    TimeZone = 16,
}

/// <summary>
/// One person on one server. What they have not said is neutral, and told in <see cref="Missing"/>: no track but <see cref="Tracks.Other"/>,
/// as skilled as the others, no interests; but no hours either, so that saying nothing gets nobody ahead.
/// </summary>
/// <param name="Zone">Theirs, or the server's while they have chosen none.</param>
internal sealed record PersonProfile(Snowflake Person, DateTimeZone Zone, ProfileParts Missing)
{
    /// <summary>As they said, or else by their roles.</summary>
    public Tracks Tracks { get; init; }

    /// <summary>1 to 5, the mean of what they said; null when they said none.</summary>
    public double? Skill { get; init; }

    /// <summary>Slugs of the hub.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    public LocalWeek Hours { get; init; }

    /// <summary>As they wrote them; not escaped.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>As they wrote it; not escaped.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Never shown to anybody else.</summary>
    public IReadOnlyList<Snowflake> Prefers { get; init; } = [];

    /// <summary>Never shown, not even as a reason; mentors look at them in the profile, which is logged.</summary>
    public IReadOnlyList<Snowflake> Avoids { get; init; } = [];

    public bool IsOutOfPairs { get; init; }

    public bool IsOutOfTeams { get; init; }

    /// <summary>As they are to be placed in one week, whose clocks their hours follow.</summary>
    public Learner ToLearner(LocalDate monday) => new(
        Person.Value, Tracks, Skill, Interests, WeekGrid.Of(Hours, Zone, monday), [.. Prefers.Select(other => other.Value)], [.. Avoids.Select(other => other.Value)]);
}
