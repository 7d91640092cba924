using System.Globalization;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Questions.Rules;

public sealed class LadderTests
{
    private static readonly DateTimeOffset Opened = DateTimeOffset.Parse("2026-11-23T12:00Z", CultureInfo.InvariantCulture);
    private static readonly DutyHours Day = DutyHours.Always with { From = 8 * 60, Until = 18 * 60 };
    private static readonly Ladder Usual = Ladder.Usual(Day);
    private static readonly QuestionFacts Open = new(new Snowflake(99));
    private static readonly QuestionNeed Need = new(1, new Snowflake(99), ["celery"], null, new HashSet<Snowflake>());
    private static readonly Answerer Specialist = new(new Snowflake(1), AnswererRank.Peer, 1, DutyHours.Always) { Topics = new HashSet<string> { "celery" } };
    private static readonly Answerer Lead = new(new Snowflake(2), AnswererRank.Lead, 1, DutyHours.Always);

    [Fact]
    public void Steps_are_due_in_working_time_and_end() =>
        Assert.Equal(
            ["23 12:00", "23 13:00", "23 15:00", "24 10:00", "24 16:00", "25 12:00", "25 18:00", "26 14:00", "27 10:00", "27 16:00", "never"],
            Enumerable.Range(0, 11).Select(step => Usual.DueAt(Opened, step)?.ToString("dd HH:mm", CultureInfo.InvariantCulture) ?? "never"));

    [Fact]
    public void A_step_is_one_of_its_opening_and_no_two_have_one_number()
    {
        var numbers = Enumerable.Range(0, 50).SelectMany(opening => Enumerable.Range(0, Ladder.MostSteps).Select(step => Ladder.Occurrence(opening, step))).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.Equal((3, 2), Ladder.Of(Ladder.Occurrence(3, 2)));
    }

    [Theory]
    [InlineData("Claimed", 0)]
    [InlineData("Answered", 0)]
    [InlineData("Withdrawn", 0)]
    [InlineData("Open", 1)]
    public void Nothing_is_sent_for_a_question_that_is_claimed_or_was_opened_anew(string state, int opening)
    {
        var facts = Open with { State = Enum.Parse<QuestionState>(state), Opening = opening };

        Assert.Equal(new Climb.Needless(), Usual.At(facts, Ladder.Occurrence(0, 1), Opened, Need, [Specialist], Opened.AddHours(1)));
        Assert.Equal(new Climb.Needless(), Ladder.Resume(facts, Ladder.Occurrence(0, 1), [Chosen(Specialist)], [Specialist], Opened.AddHours(1)));
    }

    [Fact]
    public void A_step_that_a_crash_cut_off_stays_with_whom_it_chose_and_wakes_nobody()
    {
        var early = Specialist with { Id = new Snowflake(3), Hours = DutyHours.Always with { From = 7 * 60, Until = 11 * 60 } };

        Assert.Equal([Specialist.Id], Assert.IsType<Climb.Ask>(Resume(Specialist with { Load = 1 }, early, Lead)).Whom.Select(one => one.Id));
        Assert.Equal(new Climb.WaitUntil(Opened.AddHours(19)), Resume(early, Lead));
        Assert.Equal(new Climb.Nobody(), Resume(Specialist with { IsOnDuty = false }, Lead));

        static Climb Resume(params Answerer[] people) =>
            Ladder.Resume(Open, Ladder.Occurrence(0, 0), [.. people.Where(one => one.Rank != AnswererRank.Lead).Select(Chosen)], people, Opened);
    }

    [Fact]
    public void A_step_asks_its_audience()
    {
        Assert.Equal([Specialist.Id], Asked(0, Specialist, Lead));
        Assert.Equal([Lead.Id], Asked(3, Specialist, Lead));
    }

    [Fact]
    public void A_step_waits_for_who_sleeps_unless_the_next_one_comes_before()
    {
        var soon = Specialist with { Hours = DutyHours.Always with { From = 12 * 60 + 30, Until = 14 * 60 } };
        var tomorrow = Specialist with { Hours = DutyHours.Always with { From = 8 * 60, Until = 11 * 60 } };

        Assert.Equal(new Climb.WaitUntil(Opened.AddMinutes(30)), Step(0, soon));
        Assert.Equal(new Climb.Nobody(), Step(0, tomorrow));
        Assert.Equal(new Climb.Nobody(), Step(0, Specialist with { IsOnDuty = false }));
    }

    [Fact]
    public void The_last_step_does_not_give_up_on_a_lead_who_is_full()
    {
        var ending = Usual with { Steps = [.. Usual.Steps.Take(4)] };

        Assert.Equal(new Climb.WaitUntil(Opened.AddHours(1)), ending.At(Open, Ladder.Occurrence(0, 3), Opened, Need, [Lead with { Load = 1 }], Opened));
        Assert.Equal(new Climb.Nobody(), ending.At(Open, Ladder.Occurrence(0, 3), Opened, Need, [Specialist], Opened));
    }

    private static Chosen Chosen(Answerer one) => new(one.Id, new Reason(one.Rank, [], null, 0, 1));

    private static Climb Step(int step, params Answerer[] people) => Usual.At(Open, Ladder.Occurrence(0, step), Opened, Need, people, Opened);

    private static IEnumerable<Snowflake> Asked(int step, params Answerer[] people) => Assert.IsType<Climb.Ask>(Step(step, people)).Whom.Select(one => one.Id);
}
