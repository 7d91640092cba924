using System.Globalization;
using CsCheck;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Ideas.Rules;

public sealed class CrewRulesTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Snowflake Ada = new(101), Bo = new(102), Cy = new(103), Di = new(104), Mia = new(201);
    private static readonly IdeaFacts Idea = new(12, Ada);
    private static readonly IdeaCrew Empty = IdeaCrew.Of(new RoleNeed(IdeaRole.Backend, 1, 2), new RoleNeed(IdeaRole.Frontend, 1, 1));

    [Fact]
    public void Places_are_given_by_number_and_the_minimum_is_told_once_when_it_comes_to_be_met()
    {
        var one = Seat(Empty, Ada, IdeaRole.Backend);
        var two = Seat(one, Bo, IdeaRole.Frontend);
        var three = Seat(two, Cy, IdeaRole.Backend);

        Assert.Equal("backend 1 Ada 2 Cy; frontend 1 Bo", Text(three));
        Assert.Equal("False True True", $"{one.IsMinimumMet} {two.IsMinimumMet} {three.IsMinimumMet}");
        Assert.Equal([new RoleNeed(IdeaRole.Frontend, 1, 1)], one.Missing);
        Assert.True(TeamRules.TellsThatItCanBegin(one, two, lastTold: null, Monday));
        Assert.False(TeamRules.TellsThatItCanBegin(two, three, lastTold: null, Monday));
        Assert.False(TeamRules.TellsThatItCanBegin(one, two, lastTold: Monday.AddHours(-3), Monday)); // somebody came, left and came
        Assert.True(TeamRules.TellsThatItCanBegin(one, two, lastTold: Monday.AddDays(-1), Monday));
    }

    [Fact]
    public void Of_two_who_take_the_last_place_one_has_it_and_the_other_is_offered_the_waiting_list()
    {
        var taken = Seat(Empty, Ada, IdeaRole.Frontend);

        var offered = Join(taken, Bo, IdeaRole.Frontend);
        var waits = Assert.IsType<CrewStep.Waits>(Join(taken, Bo, IdeaRole.Frontend, waits: true));
        var second = Assert.IsType<CrewStep.Waits>(Join(waits.Now, Cy, IdeaRole.Frontend, waits: true, minute: 1));

        Assert.Equal(new CrewStep.Full(IdeaRole.Frontend, Waiting: 0), offered);
        Assert.Equal((1, 2), (waits.Place, second.Place));
        Assert.Equal("backend; frontend 1 Ada, waits: Bo Cy", Text(second.Now));
    }

    [Fact]
    public void Who_said_they_would_wait_gets_the_place_when_there_is_one_meanwhile()
    {
        Assert.Equal(1, Assert.IsType<CrewStep.Seated>(Join(Empty, Bo, IdeaRole.Frontend, waits: true)).Mine.Seat);
    }

    [Fact]
    public void When_somebody_leaves_the_first_who_waits_moves_up()
    {
        var crew = Wait(Wait(Seat(Empty, Ada, IdeaRole.Frontend), Cy, IdeaRole.Frontend, minute: 5), Bo, IdeaRole.Frontend, minute: 1);

        var left = Assert.IsType<CrewStep.Left>(CrewRules.Leave(crew, Idea, Ada));
        var gaveUp = Assert.IsType<CrewStep.Left>(CrewRules.Leave(crew, Idea, Bo));

        Assert.Equal([Bo], left.MovedUp);
        Assert.Equal("backend; frontend 1 Bo, waits: Cy", Text(left.Now));
        Assert.Empty(gaveUp.MovedUp);
        Assert.Equal("backend; frontend 1 Ada, waits: Cy", Text(gaveUp.Now));
        Assert.Equal(new CrewStep.NotThere(), CrewRules.Leave(crew, Idea, Di));
    }

    [Fact]
    public void Who_changes_their_role_gives_their_place_to_the_first_who_waits_for_it_and_never_loses_it_for_a_waiting_list()
    {
        var crew = Wait(Seat(Empty, Ada, IdeaRole.Frontend), Bo, IdeaRole.Frontend);
        var full = Seat(Seat(crew, Cy, IdeaRole.Backend), Di, IdeaRole.Backend);

        var changed = Assert.IsType<CrewStep.Seated>(Join(crew, Ada, IdeaRole.Backend));

        Assert.Equal([Bo], changed.MovedUp);
        Assert.Equal("backend 1 Ada; frontend 1 Bo", Text(changed.Now));
        Assert.Equal(new CrewStep.Full(IdeaRole.Backend, 0), Join(full, Ada, IdeaRole.Backend));
        Assert.IsType<CrewStep.KeepsPlace>(Join(full, Ada, IdeaRole.Backend, waits: true));
        Assert.Equal("backend 1 Cy 2 Di, waits: Bo; frontend 1 Ada", Text(Assert.IsType<CrewStep.Waits>(Join(full, Bo, IdeaRole.Backend, waits: true)).Now));
    }

    [Fact]
    public void What_is_not_possible_is_said()
    {
        var withMentor = IdeaCrew.Of(new RoleNeed(IdeaRole.Mentor, 0, 1));
        var there = Seat(Empty, Ada, IdeaRole.Backend);

        Assert.Equal(new CrewStep.Already(there.Of(Ada)!), Join(there, Ada, IdeaRole.Backend));
        Assert.Equal(new CrewStep.NotNeeded(IdeaRole.Mentor), Join(Empty, Mia, IdeaRole.Mentor));
        Assert.Equal(new CrewStep.MentorsOnly(), Join(withMentor, Ada, IdeaRole.Mentor));
        Assert.IsType<CrewStep.Seated>(CrewRules.Join(withMentor, Idea, new IdeaActor(Mia, IsMentor: true), IdeaRole.Mentor, Monday, false, 0, IdeaPolicy.Usual));
        Assert.Equal(new CrewStep.Enough(3), CrewRules.Join(Empty, Idea, new IdeaActor(Bo, false), IdeaRole.Backend, Monday, false, placesElsewhere: 3, IdeaPolicy.Usual));
        Assert.IsType<CrewStep.Seated>(CrewRules.Join(there, Idea, new IdeaActor(Ada, false), IdeaRole.Frontend, Monday, false, placesElsewhere: 3, IdeaPolicy.Usual)); // a change takes no more
        Assert.Equal(new CrewStep.NotNow(IdeaStatus.Building), CrewRules.Leave(there, Idea with { Status = IdeaStatus.Building }, Ada));
        Assert.Equal(new CrewStep.NotNow(IdeaStatus.Parked), CrewRules.Join(there, Idea with { Status = IdeaStatus.Parked }, new IdeaActor(Bo, false), IdeaRole.Backend, Monday, false, 0, IdeaPolicy.Usual));
    }

    [Fact]
    public void Fewer_places_put_nobody_out_and_more_let_those_who_wait_move_up()
    {
        var crew = Wait(Seat(Seat(Empty, Ada, IdeaRole.Backend), Bo, IdeaRole.Frontend), Cy, IdeaRole.Frontend);

        var more = Assert.IsType<ResizeStep.Done>(CrewRules.Resize(crew, [new(IdeaRole.Frontend, 1, 3), new(IdeaRole.Backend, 1, 1)]));

        Assert.Equal([Cy], more.MovedUp);
        Assert.Equal("backend 1 Ada; frontend 1 Bo 2 Cy", Text(more.Now));
        Assert.Equal(new ResizeStep.PlacesTaken(IdeaRole.Frontend, 2), CrewRules.Resize(more.Now, [new(IdeaRole.Frontend, 1, 1), new(IdeaRole.Backend, 1, 1)]));
        Assert.Equal(new ResizeStep.PlacesTaken(IdeaRole.Backend, 1), CrewRules.Resize(crew, [new(IdeaRole.Frontend, 1, 1)]));
        Assert.Equal(new ResizeStep.MakesNoSense(IdeaRole.Backend), CrewRules.Resize(crew, [new(IdeaRole.Backend, 3, 2)]));
        Assert.Equal(new ResizeStep.MakesNoSense(IdeaRole.Backend), CrewRules.Resize(crew, [new(IdeaRole.Backend, 1, 11)]));
        Assert.Equal(new ResizeStep.MakesNoSense(null), CrewRules.Resize(crew, []));
        Assert.Equal(new ResizeStep.MakesNoSense(null), CrewRules.Resize(crew, [new(IdeaRole.Backend, 1, 2), new(IdeaRole.Backend, 1, 1)]));
    }

    [Fact]
    public void With_fewer_places_those_with_a_higher_number_get_a_lower_one()
    {
        var crew = Assert.IsType<CrewStep.Left>(CrewRules.Leave(Seat(Seat(Empty, Ada, IdeaRole.Backend), Bo, IdeaRole.Backend), Idea, Ada)).Now;

        var fewer = Assert.IsType<ResizeStep.Done>(CrewRules.Resize(crew, [new(IdeaRole.Backend, 1, 1)]));

        Assert.Equal("backend 2 Bo; frontend", Text(crew));
        Assert.Equal("backend 1 Bo", Text(fewer.Now));
    }

    [Fact]
    public void A_merged_ideas_people_come_behind_those_who_are_there_and_nobody_is_there_twice()
    {
        var into = Seat(Seat(Empty, Ada, IdeaRole.Backend), Bo, IdeaRole.Frontend);
        var merged = IdeaCrew.Of(new RoleNeed(IdeaRole.Backend, 1, 1), new RoleNeed(IdeaRole.Frontend, 1, 2), new RoleNeed(IdeaRole.Mentor, 1, 1));
        merged = Wait(Seat(Seat(merged, Bo, IdeaRole.Backend), Cy, IdeaRole.Frontend), Di, IdeaRole.Backend, minute: -60);

        var together = CrewRules.Absorb(into, merged, mergedId: 15);

        Assert.Equal("backend 1 Ada 2 Di; frontend 1 Bo 2 Cy; mentor", Text(together));
        Assert.Equal(15, together.Of(Cy)!.CameFrom);
        Assert.Null(together.Of(Bo)!.CameFrom);
        Assert.True(together.IsMinimumMet); // the mentor that only the merged one needed is no condition here
        Assert.Equal(Text(together), Text(CrewRules.Absorb(together, merged, mergedId: 15)));
    }

    [Fact]
    public void Who_waited_longer_for_a_merged_idea_passes_nobody_who_waited_here()
    {
        var one = IdeaCrew.Of(new RoleNeed(IdeaRole.Backend, 1, 1));
        var merged = Wait(Seat(one, Cy, IdeaRole.Backend), Di, IdeaRole.Backend, minute: 1);
        var into = Wait(Seat(one, Ada, IdeaRole.Backend), Bo, IdeaRole.Backend, minute: 30);

        Assert.Equal("backend 1 Ada, waits: Bo Cy Di", Text(CrewRules.Absorb(into, merged, mergedId: 15)));
    }

    [Fact]
    public void When_a_merge_is_taken_back_those_who_came_with_it_leave_with_it_and_nobody_else()
    {
        var third = CrewRules.Absorb(IdeaCrew.Of(new RoleNeed(IdeaRole.Frontend, 1, 2)), Seat(IdeaCrew.Of(new RoleNeed(IdeaRole.Frontend, 1, 1)), Di, IdeaRole.Frontend), mergedId: 20);
        var merged = CrewRules.Absorb(third, Seat(IdeaCrew.Of(new RoleNeed(IdeaRole.Frontend, 1, 1)), Cy, IdeaRole.Frontend), mergedId: 15);
        var into = CrewRules.Absorb(Seat(Empty, Ada, IdeaRole.Backend), merged, mergedId: 15);
        var waits = Wait(into, Bo, IdeaRole.Frontend);

        Assert.Equal("backend 1 Ada; frontend 1 Cy 2 Di, waits: Bo", Text(waits));
        Assert.Equal("backend 1 Ada; frontend 1 Bo", Text(CrewRules.Release(waits, [15, 20])));
        Assert.Equal("backend 1 Ada; frontend 1 Bo 2 Di", Text(CrewRules.Release(waits, [15])));
    }

    [Fact]
    public void The_team_is_formed_by_mentors_of_enough_people_and_handed_over_once()
    {
        var crew = Wait(Seat(Seat(Empty, Ada, IdeaRole.Backend), Bo, IdeaRole.Frontend), Cy, IdeaRole.Frontend);
        var alone = Seat(Empty, Ada, IdeaRole.Backend);
        var mentor = new IdeaActor(Mia, IsMentor: true);
        var author = new IdeaActor(Ada, IsMentor: false);

        var formed = Assert.IsType<FormStep.Done>(TeamRules.Form(Idea, crew, mentor, knowingly: false, IdeaPolicy.Usual));

        Assert.Equal([new TeamMember(Ada, IdeaRole.Backend), new TeamMember(Bo, IdeaRole.Frontend)], formed.Team.Members);
        Assert.Equal([new TeamMember(Cy, IdeaRole.Frontend)], formed.Team.Waiting);
        Assert.Equal((IdeaStatus.Building, MoveEffects.TellFollowers | MoveEffects.HandOver), (formed.Now.Status, formed.Effects));
        Assert.Equal(new FormStep.Already(), TeamRules.Form(formed.Now, crew, mentor, false, IdeaPolicy.Usual));
        Assert.Equal(new FormStep.NotYours(AuthorsMay: false), TeamRules.Form(Idea, crew, author, false, IdeaPolicy.Usual));
        Assert.IsType<FormStep.Done>(TeamRules.Form(Idea, crew, author, false, new IdeaPolicy { AuthorsFormTeams = true }));
        Assert.True(Assert.IsType<FormStep.TooFew>(TeamRules.Form(Idea, alone, mentor, false, IdeaPolicy.Usual)).MayGoOn);
        Assert.False(Assert.IsType<FormStep.TooFew>(TeamRules.Form(Idea, alone, author, true, new IdeaPolicy { AuthorsFormTeams = true })).MayGoOn);
        Assert.IsType<FormStep.Done>(TeamRules.Form(Idea, alone, mentor, knowingly: true, IdeaPolicy.Usual));
        Assert.Equal(new FormStep.NobodyThere(), TeamRules.Form(Idea, Empty, mentor, knowingly: true, IdeaPolicy.Usual));
        Assert.Equal(new FormStep.NotNow(IdeaStatus.Parked), TeamRules.Form(Idea with { Status = IdeaStatus.Parked }, crew, mentor, false, IdeaPolicy.Usual));
    }

    [Fact]
    public void In_whatever_order_people_press_no_place_is_given_twice_nobody_is_there_twice_and_nobody_waits_beside_a_free_place()
    {
        var press = Gen.Select(Gen.Int[0, 9], Gen.ULong[100, 112], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 3]);
        press.Array[1, 80].Sample(
            presses =>
            {
                var (crew, other) = (Empty, IdeaCrew.Of(new RoleNeed(IdeaRole.Backend, 0, 3), new RoleNeed(IdeaRole.Mentor, 1, 1)));
                var minute = 0;
                foreach (var (kind, id, role, waits, slots) in presses)
                {
                    var by = new IdeaActor(new Snowflake(id), IsMentor: id % 4 == 0);
                    var before = crew;
                    crew = kind switch
                    {
                        0 => CrewRules.Leave(crew, Idea, by.Id) is CrewStep.Left { Now: var now } ? now : crew,
                        1 => CrewRules.Resize(crew, [new(IdeaRole.Backend, 0, slots), new(IdeaRole.Frontend, 0, waits ? 1 : 2)]) is ResizeStep.Done { Now: var now } ? now : crew,
                        2 => Absorb(crew, other),
                        _ => CrewRules.Join(crew, Idea, by, (IdeaRole)role, Monday.AddMinutes(minute++), waits, 0, IdeaPolicy.Usual) switch
                        {
                            CrewStep.Seated { Now: var now } => now,
                            CrewStep.Waits { Now: var now } => now,
                            _ => crew,
                        },
                    };
                    if (CrewRules.Join(other, Idea, by, (IdeaRole)role, Monday.AddMinutes(minute++), waits, 0, IdeaPolicy.Usual) is CrewStep.Seated { Now: var with })
                    {
                        other = with;
                    }

                    AssertWhole(crew);
                    AssertWhole(other);

                    // Nobody is put out of a place by what others press.
                    Assert.All(before.Seated.Where(one => one.Person != by.Id), one => Assert.NotNull(crew.Of(one.Person)?.Seat));
                }
            },
            iter: 500);
    }

    private static IdeaCrew Absorb(IdeaCrew into, IdeaCrew merged)
    {
        var crew = CrewRules.Absorb(into, merged, 15);
        Assert.Equal(into.Interests.Concat(merged.Interests).Select(one => one.Person).Distinct().Order(), crew.Interests.Select(one => one.Person).Order());
        return crew;
    }

    private static void AssertWhole(IdeaCrew crew)
    {
        Assert.Equal(crew.Interests.Length, crew.Interests.Select(one => one.Person).Distinct().Count());
        foreach (var role in Enum.GetValues<IdeaRole>())
        {
            var seats = crew.Seated.Where(one => one.Role == role).Select(one => one.Seat!.Value).ToList();
            Assert.Equal(seats.Count, seats.Distinct().Count());
            Assert.All(seats, seat => Assert.InRange(seat, 1, crew.Slots(role)));
            Assert.True(crew.Open(role) == 0 || crew.Waiting(role).Count == 0, $"{role}: {crew.Open(role)} free, {crew.Waiting(role).Count} wait");
        }
    }

    private static IdeaCrew Seat(IdeaCrew crew, Snowflake person, IdeaRole role) => Assert.IsType<CrewStep.Seated>(Join(crew, person, role)).Now;

    private static IdeaCrew Wait(IdeaCrew crew, Snowflake person, IdeaRole role, int minute = 0) => Assert.IsType<CrewStep.Waits>(Join(crew, person, role, waits: true, minute)).Now;

    private static CrewStep Join(IdeaCrew crew, Snowflake person, IdeaRole role, bool waits = false, int minute = 0) =>
        CrewRules.Join(crew, Idea, new IdeaActor(person, IsMentor: false), role, Monday.AddMinutes(minute), waits, 0, IdeaPolicy.Usual);

    private static string Text(IdeaCrew crew) => string.Join("; ", crew.Needs.Select(need =>
        need.Role.ToString().ToLowerInvariant()
        + string.Concat(crew.Seated.Where(one => one.Role == need.Role).Select(one => string.Create(CultureInfo.InvariantCulture, $" {one.Seat} {Name(one.Person)}")))
        + (crew.Waiting(need.Role).Count > 0 ? ", waits: " + string.Join(' ', crew.Waiting(need.Role).Select(one => Name(one.Person))) : "")));

    private static string Name(Snowflake person) => person.Value switch { 101 => "Ada", 102 => "Bo", 103 => "Cy", 104 => "Di", _ => person.ToString() };
}
