using System.Globalization;
using Nexus.Bot.Features.Questions.Rules;
using NodaTime;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Questions.Rules;

public sealed class MonthTests(ITestOutputHelper output)
{
    [Fact]
    public void In_a_month_with_restarts_nobody_is_pinged_asleep_off_duty_beyond_capacity_or_twice_and_no_step_is_lost()
    {
        var month = new Month(seed: 5, mentors: 40, questions: 2000);

        month.Run();
        Print(month);

        Assert.Equal(2000, month.Questions.Count);
        // What was settled before the program was back is not resumed.
        Assert.True(month.CrashedWhileSending == 20 && month.Resumed >= 18, $"{month.CrashedWhileSending} crashes cut a step off, {month.Resumed} were resumed");
        Assert.All(month.Pings, ping => AssertAwakeAndOnDuty(month, ping));
        Assert.All(month.Questions.SelectMany(question => question.LoadsWhenAsked), asked => Assert.True(asked.Load < asked.Capacity, $"{asked.Load} of {asked.Capacity}"));
        Assert.Equal(month.Pings.Count, month.Pings.Select(ping => (ping.Question.Number, ping.Occurrence, ping.Person)).Distinct().Count());
        Assert.Equal(month.Pings.Count, month.Pings.Select(ping => (ping.Question.Number, Ladder.Of(ping.Occurrence).Opening, ping.Person)).Distinct().Count());
        Assert.All(month.Questions, question => Assert.Equal(question.Steps.Count, question.Steps.Select(step => step.Occurrence).Distinct().Count()));
        Assert.All(month.Questions, question => AssertNoStepIsLost(month, question));
        Assert.True(month.Questions.Count(question => question.FirstClaimAt is not null) >= 1800, "too many were never claimed");
    }

    [Fact]
    public void The_same_month_goes_the_same_way_twice()
    {
        var (one, other) = (new Month(9, 12, 150), new Month(9, 12, 150));

        one.Run();
        other.Run();

        Assert.NotEmpty(one.Pings);
        Assert.Equal(one.Pings.Select(ping => (ping.Question.Number, ping.Person, ping.At)), other.Pings.Select(ping => (ping.Question.Number, ping.Person, ping.At)));
    }

    // By the wall clock of the person alone, without the rules' own reckoning.
    private static void AssertAwakeAndOnDuty(Month month, MonthPing ping)
    {
        var person = month.People.Single(one => one.Id == ping.Person);
        var local = Instant.FromDateTimeOffset(ping.At).InZone(person.Hours.Zone).LocalDateTime;
        var minute = (local.Hour * 60) + local.Minute;
        var (from, until) = (person.Hours.From, person.Hours.Until);
        var today = from < until ? minute >= from && minute < until : minute >= from;
        var yesterday = from >= until && minute < until;
        Assert.True(
            (today && person.Hours.Days.Contains(local.DayOfWeek)) || (yesterday && person.Hours.Days.Contains(local.PlusDays(-1).DayOfWeek)),
            $"{local} is not within {from / 60}–{until / 60}");
        Assert.False(ping.At >= person.OffFrom && ping.At < person.OffUntil, "off duty");
        Assert.NotEqual(ping.Question.Facts.Asker, ping.Person);
    }

    // An open question has a step to come, or has climbed them all.
    private static void AssertNoStepIsLost(Month month, MonthQuestion question)
    {
        var steps = question.Steps.Where(step => Ladder.Of(step.Occurrence).Opening == question.Facts.Opening).Select(step => Ladder.Of(step.Occurrence).Step).ToList();
        Assert.Equal(Enumerable.Range(0, steps.Count), steps);
        Assert.True(
            question.Facts.State != QuestionState.Open || steps.Count == month.Steps || question.Steps.Exists(step => !step.IsSent),
            $"question {question.Number} is open and no step comes");
    }

    private void Print(Month month)
    {
        var perPerson = month.People.Select(person => (person, Pings: month.Pings.Count(ping => ping.Person == person.Id))).ToList();
        var claimed = month.Questions.Where(question => question.FirstClaimAt is not null).ToList();
        var waits = claimed.Select(question => (question.FirstClaimAt!.Value - question.AskedAt).TotalHours).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{month.Questions.Count} questions, {month.Pings.Count} pings, {claimed.Count} claimed, after {waits[waits.Count / 2]:0.0} h (median), {waits[waits.Count * 9 / 10]:0.0} h (p90)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"claimed after step: {string.Join(", ", claimed.CountBy(question => question.ClaimedOnStep!.Value).OrderBy(step => step.Key).Select(step => $"{step.Key}: {step.Value}"))}"));
        output.WriteLine($"at the end: {string.Join(", ", month.Questions.CountBy(question => question.Facts.State).OrderBy(state => state.Key).Select(state => $"{state.Key} {state.Value}"))}; {month.CrashedWhileSending} steps cut off by a restart, {month.Resumed} resumed");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pings a person: mean {perPerson.Average(one => one.Pings):0.0}, max {perPerson.Max(one => one.Pings)}, max/mean {perPerson.Max(one => one.Pings) / perPerson.Average(one => one.Pings):0.00}"));
        foreach (var group in perPerson.GroupBy(one => one.person.Rank).OrderBy(group => group.Key))
        {
            var loads = group.Select(one => (double)one.Pings / one.person.Capacity).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group.Key,-7} {group.Count(),3} people, by capacity: mean {loads.Average():0.0}, max/mean {loads.Max() / loads.Average():0.00}"));
        }
    }
}
