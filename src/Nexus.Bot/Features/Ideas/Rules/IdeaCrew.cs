using System.Collections.Immutable;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

internal enum IdeaRole
{
    Backend,
    Frontend,
    Mentor,
}

/// <summary>How many of a role an idea needs.</summary>
/// <param name="Minimum">Below it nobody begins.</param>
/// <param name="Slots">More have no place.</param>
internal sealed record RoleNeed(IdeaRole Role, int Minimum, int Slots);

/// <summary>Somebody wants to build it.</summary>
/// <param name="Seat">From 1 to the role's slots, each taken by one person; null on the waiting list.</param>
/// <param name="Since">The waiting list is in this order.</param>
internal sealed record Interest(Snowflake Person, IdeaRole Role, int? Seat, DateTimeOffset Since)
{
    /// <summary>The merged idea they came with.</summary>
    public long? CameFrom { get; init; }
}

/// <summary>
/// Who wants to build an idea: each person once, places by number, and who comes too late on a waiting list that moves up by itself.
/// </summary>
internal sealed record IdeaCrew(ImmutableArray<RoleNeed> Needs, ImmutableArray<Interest> Interests)
{
    public const int MostSlots = 10;

    public static IdeaCrew Of(params ReadOnlySpan<RoleNeed> needs) => new([.. needs], []);

    /// <summary>With places, by role and number.</summary>
    public IEnumerable<Interest> Seated => Interests.Where(one => one.Seat is not null).OrderBy(one => one.Role).ThenBy(one => one.Seat);

    public bool IsMinimumMet => Missing.Count == 0 && Seated.Any();

    /// <summary>What keeps it from being begun.</summary>
    public IReadOnlyList<RoleNeed> Missing =>
        [.. Needs.Where(need => Taken(need.Role) < need.Minimum).Select(need => need with { Minimum = need.Minimum - Taken(need.Role) })];

    public Interest? Of(Snowflake person) => Interests.FirstOrDefault(one => one.Person == person);

    public int Taken(IdeaRole role) => Interests.Count(one => one.Role == role && one.Seat is not null);

    public int Open(IdeaRole role) => Slots(role) - Taken(role);

    public int Slots(IdeaRole role) => Needs.FirstOrDefault(need => need.Role == role)?.Slots ?? 0;

    /// <summary>In the order in which they move up.</summary>
    public IReadOnlyList<Interest> Waiting(IdeaRole role) =>
        [.. Interests.Where(one => one.Role == role && one.Seat is null).OrderBy(one => one.Since).ThenBy(one => one.Person)];

    /// <summary>Without somebody, and whoever moves up in their place.</summary>
    internal IdeaCrew Without(Snowflake person) => (this with { Interests = Interests.RemoveAll(one => one.Person == person) }).MovedUp();

    /// <summary>Takes a free place, else the end of the waiting list.</summary>
    internal IdeaCrew With(Interest one) => this with { Interests = Interests.Add(one with { Seat = FreeSeat(one.Role) }) };

    /// <summary>Whoever waits and can have a place has it.</summary>
    internal IdeaCrew MovedUp()
    {
        var crew = this;
        foreach (var role in Needs.Select(need => need.Role))
        {
            while (crew.FreeSeat(role) is { } seat && crew.Waiting(role) is [var first, ..])
            {
                crew = crew with { Interests = crew.Interests.Replace(first, first with { Seat = seat }) };
            }
        }

        return crew;
    }

    private int? FreeSeat(IdeaRole role)
    {
        var taken = Interests.Where(one => one.Role == role && one.Seat is not null).Select(one => one.Seat!.Value).ToHashSet();
        for (var seat = 1; seat <= Slots(role); seat++)
        {
            if (!taken.Contains(seat))
            {
                return seat;
            }
        }

        return null;
    }
}
