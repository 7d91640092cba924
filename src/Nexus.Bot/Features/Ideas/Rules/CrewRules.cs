using System.Collections.Immutable;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>Who gets a place. The unique seat number in the database settles who of two was first; who lost reads anew and is offered the waiting list.</summary>
internal static class CrewRules
{
    /// <param name="crew">As it was read.</param>
    /// <param name="facts">The idea.</param>
    /// <param name="by">Who wants to build it.</param>
    /// <param name="role">As what.</param>
    /// <param name="at">Now.</param>
    /// <param name="waits">They said that they would wait.</param>
    /// <param name="placesElsewhere">How many places they have in other ideas that are not decided yet.</param>
    /// <param name="policy">What the server chose.</param>
    public static CrewStep Join(IdeaCrew crew, IdeaFacts facts, IdeaActor by, IdeaRole role, DateTimeOffset at, bool waits, int placesElsewhere, IdeaPolicy policy)
    {
        var mine = crew.Of(by.Id);
        if (!facts.Status.IsOpen())
        {
            return new CrewStep.NotNow(facts.Status);
        }

        if (mine?.Role == role)
        {
            return new CrewStep.Already(mine);
        }

        if (crew.Slots(role) == 0)
        {
            return new CrewStep.NotNeeded(role);
        }

        if (role == IdeaRole.Mentor && !by.IsMentor)
        {
            return new CrewStep.MentorsOnly();
        }

        var hasPlace = mine?.Seat is not null;
        if (!hasPlace && placesElsewhere >= policy.MostPlaces)
        {
            return new CrewStep.Enough(policy.MostPlaces.Value);
        }

        if (crew.Open(role) == 0)
        {
            if (!waits)
            {
                return new CrewStep.Full(role, crew.Waiting(role).Count);
            }

            if (hasPlace)
            {
                return new CrewStep.KeepsPlace(mine!);
            }
        }

        var now = crew.Without(by.Id).With(new Interest(by.Id, role, null, at));
        var joined = now.Of(by.Id)!;
        return joined.Seat is not null
            ? new CrewStep.Seated(now, joined, MovedUp(crew, now, by.Id))
            : new CrewStep.Waits(now, joined, now.Waiting(role).Count);
    }

    public static CrewStep Leave(IdeaCrew crew, IdeaFacts facts, Snowflake person)
    {
        if (crew.Of(person) is not { } mine)
        {
            return new CrewStep.NotThere();
        }

        // Who is in a team leaves it there.
        if (facts.Status is IdeaStatus.Building or IdeaStatus.Shipped)
        {
            return new CrewStep.NotNow(facts.Status);
        }

        var now = crew.Without(person);
        return new CrewStep.Left(now, mine, MovedUp(crew, now, person));
    }

    public static ResizeStep Resize(IdeaCrew crew, IReadOnlyList<RoleNeed> needs)
    {
        var wanted = needs.Where(need => need.Slots != 0).OrderBy(need => need.Role).ToList();
        if (wanted.FirstOrDefault(need => need.Minimum < 0 || need.Minimum > need.Slots || need.Slots is < 0 or > IdeaCrew.MostSlots) is { } wrong)
        {
            return new ResizeStep.MakesNoSense(wrong.Role);
        }

        if (wanted.Count == 0 || wanted.DistinctBy(need => need.Role).Count() != wanted.Count)
        {
            return new ResizeStep.MakesNoSense(null);
        }

        var resized = crew with { Needs = [.. wanted] };
        foreach (var role in Enum.GetValues<IdeaRole>())
        {
            if (crew.Taken(role) > resized.Slots(role))
            {
                return new ResizeStep.PlacesTaken(role, crew.Taken(role));
            }
        }

        var dropped = crew.Interests.Where(one => resized.Slots(one.Role) == 0).Select(one => one.Person).Order().ToList();
        var now = (resized with { Interests = Renumbered(resized) }).MovedUp();
        return new ResizeStep.Done(now, MovedUp(crew, now, default), dropped);
    }

    /// <summary>
    /// Takes over who wants to build a merged idea. Who is there keeps what they have; the others come behind them, first those who
    /// had a place. A role gets as many slots as the larger of both needs. Doing it again changes nothing.
    /// </summary>
    public static IdeaCrew Absorb(IdeaCrew into, IdeaCrew merged, long mergedId)
    {
        var needs = Enum.GetValues<IdeaRole>()
            .Select(role => (Mine: into.Needs.FirstOrDefault(need => need.Role == role), Theirs: merged.Needs.FirstOrDefault(need => need.Role == role)))
            .Where(pair => pair.Mine is not null || pair.Theirs is not null)
            .Select(pair => pair.Mine is null ? pair.Theirs! with { Minimum = 0 } : pair.Mine with { Slots = Math.Max(pair.Mine.Slots, pair.Theirs?.Slots ?? 0) });
        var crew = (into with { Needs = [.. needs] }).MovedUp();
        foreach (var one in merged.Interests.OrderBy(one => one.Seat is null).ThenBy(one => one.Since).ThenBy(one => one.Person))
        {
            crew = crew.Of(one.Person) is null ? crew.With(Behind(crew, one) with { CameFrom = one.CameFrom ?? mergedId }) : crew;
        }

        return crew;
    }

    /// <summary>A merge is taken back: who came with it leaves with it, and whoever waits moves up. Nobody who was there first loses a place.</summary>
    /// <param name="crew">Of the idea they were merged into.</param>
    /// <param name="group">The idea that goes on by itself again, and all that were merged into it.</param>
    public static IdeaCrew Release(IdeaCrew crew, IReadOnlyCollection<long> group) =>
        (crew with { Interests = crew.Interests.RemoveAll(one => one.CameFrom is { } from && group.Contains(from)) }).MovedUp();

    // The waiting list is in the order of time: who waited longer for the merged idea passes nobody who waited here.
    private static Interest Behind(IdeaCrew crew, Interest one) =>
        crew.Open(one.Role) == 0 && crew.Waiting(one.Role) is [.., var last] && last.Since >= one.Since ? one with { Since = last.Since.AddMilliseconds(1) } : one;

    // Without the roles that are not needed any more, and with the lowest numbers.
    private static ImmutableArray<Interest> Renumbered(IdeaCrew crew) =>
    [
        .. crew.Needs.SelectMany(need => crew.Seated.Where(one => one.Role == need.Role).Select((one, index) => one with { Seat = index + 1 })),
        .. crew.Needs.SelectMany(need => crew.Waiting(need.Role)),
    ];

    private static IReadOnlyList<Snowflake> MovedUp(IdeaCrew before, IdeaCrew now, Snowflake self) =>
        [.. now.Seated.Where(one => one.Person != self && before.Of(one.Person) is { Seat: null }).Select(one => one.Person)];
}
