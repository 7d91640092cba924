using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Questions.Escalation;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Tests.Questions.Rules;
using Nexus.Discord;
using NodaTime;
using Xunit.Abstractions;

namespace Nexus.Bot.Tests.Questions.Escalation;

public sealed class RealMonthTests(ITestOutputHelper output)
{
    // All of a busy month takes a minute; everybody else's run is content with some days of it.
    private static readonly int Questions = Environment.GetEnvironmentVariable("CI") is null ? 300 : 2000;

    [Fact]
    public async Task A_month_with_restarts_on_the_real_database_and_queue_doubles_and_loses_no_step_and_pings_nobody_asleep_off_duty_or_full()
    {
        var took = Stopwatch.StartNew();
        await using var month = new RealMonth(seed: 7, mentors: 40);

        await month.RunAsync(Questions);
        Print(month, took.Elapsed);

        var end = month.End;
        Assert.Equal(Questions, end.Questions.Count);
        Assert.True(month.DiedSending >= 9 && month.DiedClimbing >= 4, $"died {month.DiedSending} times while sending, {month.DiedClimbing} times while climbing");
        Assert.All(month.Pings, ping => AssertAwakeAndOnDuty(month, ping.Person, ping.At));
        Assert.All(month.Pings, ping => Assert.True(ping.Load < CapacityOf(month, ping.Person), $"question {ping.Question}: {ping.Load} of {CapacityOf(month, ping.Person)}"));
        Assert.Equal(month.Pings.Count, month.Pings.DistinctBy(ping => (ping.Question, ping.Opening, ping.Person)).Count());
        AssertEveryMessageStandsOnce(month);
        Assert.All(end.Questions.Where(question => question.State == QuestionState.Open), question => Assert.True(
            question.ClimbAt > end.At.AddDays(-1) || question.NextStep == Ladder.Usual(DutyHours.Always).Steps.Count, $"question {question.Number} is open and no step comes"));
        Assert.All(end.Questions.Where(question => question.State == QuestionState.Claimed), question => Assert.NotNull(question.LapseAt));
        Assert.All(end.Questions.Where(question => question.State != QuestionState.Open), question => Assert.Null(question.ClimbAt));
        Assert.True(month.Claimed.Count >= Questions * 9 / 10, $"only {month.Claimed.Count} were ever claimed");
    }

    // Of each step that was decided there is one message, or a reason why it became needless.
    private static void AssertEveryMessageStandsOnce(RealMonth month)
    {
        var steps = month.End.Deliveries.Where(row => row.Kind is QuestionAsk.Step or QuestionAsk.Instead).ToList();
        var posted = month.Channel.Sent.CountBy(message => message.Nonce!).ToDictionary(nonce => nonce.Key, nonce => nonce.Value);
        Assert.All(steps, row => Assert.True(row.State switch
        {
            DeliveryState.Sent => posted.GetValueOrDefault(row.Nonce) == 1,
            DeliveryState.Cancelled => !posted.ContainsKey(row.Nonce),
            DeliveryState.Waiting => row.DueAt > month.End.At && !posted.ContainsKey(row.Nonce),
            _ => false,
        }, $"{row.Kind} {row.SubjectId}.{row.Occurrence} is {row.State} and stands {posted.GetValueOrDefault(row.Nonce)} times"));

        // Every step below the next one asked somebody, or found nobody; nobody was asked by a step that is still to come.
        var byId = month.End.Questions.ToDictionary(question => question.Id);
        Assert.All(month.End.Asks.Where(ask => ask.Opening == byId[ask.QuestionId].Opening), ask => Assert.True(ask.Step < byId[ask.QuestionId].NextStep));
        Assert.Equal(
            month.End.Asks.Where(ask => ask.Step >= 0 && ask.InsteadOfId is null).Select(ask => (ask.QuestionId, Ladder.Occurrence(ask.Opening, ask.Step))).Distinct().Order(),
            steps.Where(row => row.Kind == QuestionAsk.Step).Select(row => (row.SubjectId, row.Occurrence)).Order());
    }

    private static int CapacityOf(RealMonth month, Snowflake person) => month.People.Single(one => one.Id == person).Capacity;

    // By the wall clock of the person alone, without the rules' own reckoning.
    private static void AssertAwakeAndOnDuty(RealMonth month, Snowflake pinged, DateTimeOffset at)
    {
        var person = month.People.Single(one => one.Id == pinged);
        var local = Instant.FromDateTimeOffset(at).InZone(person.Hours.Zone).LocalDateTime;
        var minute = (local.Hour * 60) + local.Minute;
        var (from, until) = (person.Hours.From, person.Hours.Until);
        var today = from < until ? minute >= from && minute < until : minute >= from;
        var yesterday = from >= until && minute < until;
        Assert.True(
            (today && person.Hours.Days.Contains(local.DayOfWeek)) || (yesterday && person.Hours.Days.Contains(local.PlusDays(-1).DayOfWeek)),
            $"{local} is not within {from / 60}–{until / 60}");
        Assert.False(at >= person.OffFrom && at < person.OffUntil, "off duty");
    }

    private void Print(RealMonth month, TimeSpan took)
    {
        var perPerson = month.People.Select(person => (Person: person, Pings: month.Pings.Count(ping => ping.Person == person.Id))).ToList();
        var byCapacity = perPerson.Select(one => (double)one.Pings / one.Person.Capacity).ToList();
        var rows = month.End.Deliveries.Where(row => row.Kind is QuestionAsk.Step or QuestionAsk.Instead).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{month.End.Questions.Count} questions, {month.Pings.Count} pings, {month.Claimed.Count} claimed; {RealMonth.Restarts} restarts, {month.DiedSending} of them while sending, {month.DiedClimbing} while climbing; took {took.TotalSeconds:0} s"));
        output.WriteLine($"messages: {string.Join(", ", rows.CountBy(row => row.State).Select(state => $"{state.Key} {state.Value}"))}; in place of a no: {rows.Count(row => row.Kind == QuestionAsk.Instead)}");
        output.WriteLine($"at the end: {string.Join(", ", month.End.Questions.CountBy(question => question.State).OrderBy(state => state.Key).Select(state => $"{state.Key} {state.Value}"))}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pings a person: mean {perPerson.Average(one => one.Pings):0.0}, max {perPerson.Max(one => one.Pings)}, max/mean {perPerson.Max(one => one.Pings) / perPerson.Average(one => one.Pings):0.00}; by capacity: max/mean {byCapacity.Max() / byCapacity.Average():0.00}"));
    }
}
