using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using static Nexus.Bot.Tests.Questions.Escalation.LadderWorld;

namespace Nexus.Bot.Tests.Questions.Escalation;

public sealed class EscalationTests
{
    [Fact]
    public async Task Whoever_fits_best_is_asked_in_the_thread_at_once_and_nobody_else_is_pinged()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");
        await world.HelpsAsync(Cy, "docker");

        await world.AskAsync();

        Assert.Equal("<@102>, this looks like one for you: **#1 Tasks never run**.\n[I take it] [Not now] [Why me?]", Assert.Single(world.Channel.TextsIn(LadderWorld.Thread)));
        Assert.Equal(["102"], world.Pings);
    }

    [Fact]
    public async Task Where_the_server_wants_no_pings_at_once_the_first_is_only_named()
    {
        await using var world = await LadderWorld.StartAsync(settings => settings.PingsAtOnce = false);
        await world.HelpsAsync(TestPerson.Bo, "celery");

        await world.AskAsync();

        Assert.Equal(["<@102> may know this one: **#1 Tasks never run**.\n-# Nobody was pinged."], world.Said);
        Assert.Empty(world.Pings);
    }

    [Fact]
    public async Task Nobody_takes_it_and_specialists_mentors_and_the_lead_are_asked_one_after_the_other_each_once()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");
        await world.HelpsAsync(Cy, "celery");
        await world.HelpsAsync(TestPerson.Mentor, "docker");
        await world.HelpsAsync(Lea, "python", tracks: "frontend");

        await world.AskAsync();
        var first = Assert.Single(world.Pings);
        await world.PassUntilAsync(23, 19);

        var asked = new[] { "102", "103" }.Except([first]).Single();
        Assert.Equal([first, asked, "201", "202"], world.Pings);
        Assert.Equal(
            [
                $"<@{asked}>, you know what this is about: **#1 Tasks never run**. Can you take it? It waits since <t:1795424400:R>.",
                "<@201>, **#1 Tasks never run** still needs somebody. Can you take it? It waits since <t:1795424400:R>.",
                "<@202>, nobody has taken **#1 Tasks never run** yet. Can you, or do you know who could? It waits since <t:1795424400:R>.",
            ],
            world.Said.Skip(1));

        await world.PassAsync(TimeSpan.FromDays(10));

        Assert.Equal(4, world.Pings.Count);
        Assert.Null((await world.QuestionAsync(1)).ClimbAt);
    }

    [Fact]
    public async Task The_ladder_stops_with_a_claim()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");
        await world.HelpsAsync(TestPerson.Mentor, "celery");
        var id = await world.AskAsync();

        await world.TakeAsync(id, QuestionAct.Claim, TestPerson.Bo);
        await world.PassAsync(TimeSpan.FromHours(12));

        Assert.Single(world.Pings);
    }

    [Fact]
    public async Task Without_a_lead_the_log_channel_hears_that_nobody_is_left_and_nobody_is_pinged()
    {
        await using var world = await LadderWorld.StartAsync(settings => settings.LeadRoleId = null);

        await world.AskAsync();
        await world.PassAsync(TimeSpan.FromHours(9));

        Assert.StartsWith(
            "📝 Nexus found nobody to take **#1 Tasks never run**: it is open since <t:1795424400:F>. This server has chosen no lead. Somebody who can take it, or knows who could, is needed.",
            Assert.Single(world.Channel.TextsIn(Log)),
            StringComparison.Ordinal);
        Assert.Empty(world.Pings);
    }

    [Fact]
    public async Task Who_sleeps_is_asked_when_their_hours_begin_and_steps_wait_for_working_time()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", "every day 9:30-22:00");
        await world.HelpsAsync(TestPerson.Mentor, "docker", "any time");

        await world.AskAsync();
        Assert.Empty(world.Pings);
        await world.PassUntilAsync(23, 9, 31);
        Assert.Equal(["102"], world.Pings);
        await world.PassUntilAsync(23, 11, 59);
        Assert.Equal(["102"], world.Pings);
        await world.PassUntilAsync(23, 12, 1);

        Assert.Equal(["102", "201"], world.Pings);
    }

    [Fact]
    public async Task Who_helps_in_the_evening_is_asked_in_the_evening_and_the_others_in_working_hours()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", "evenings");
        await world.HelpsAsync(TestPerson.Mentor, "docker");
        world.Slice.Clock.Advance(TimeSpan.FromHours(12));

        await world.AskAsync();
        Assert.Equal(["102"], world.Pings);
        await world.PassUntilAsync(24, 10, 59);
        Assert.Equal(["102"], world.Pings);
        await world.PassUntilAsync(24, 11, 1);

        Assert.Equal(["102", "201"], world.Pings);
    }

    [Fact]
    public async Task Who_went_to_bed_before_the_message_left_is_asked_in_the_morning()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", "9:00-18:00");
        world.Slice.Clock.Advance(TimeSpan.FromHours(8.9));
        world.Channel.Fail(ChannelOnDiscord.CrashBefore);
        await Assert.ThrowsAsync<ChannelOnDiscord.Crash>(() => world.AskAsync());

        world.Slice.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunJobsAsync();
        Assert.Empty(world.Pings);
        await world.PassUntilAsync(24, 9, 1);

        Assert.Equal(["102"], world.Pings);
        Assert.Equal(24, Assert.Single(await world.AsksAsync()).AskedAt.Day);
    }

    [Fact]
    public async Task Who_has_enough_to_do_is_passed_over()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", capacity: 1);
        await world.HelpsAsync(Cy, "celery", capacity: 1);

        await world.AskAsync(number: 1);
        await world.AskAsync(number: 2);
        await world.AskAsync(number: 3);

        Assert.Equal(["102", "103"], world.Pings.Order());
    }

    [Fact]
    public async Task Not_now_asks_the_next_best_at_once_and_never_again_those_who_said_it()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", capacity: 5);
        await world.HelpsAsync(Cy, "celery", capacity: 1);
        var id = await world.AskAsync();
        Assert.Equal(["102"], world.Pings);

        var no = await world.PressAsync(TestPerson.Bo, "notnow", id);
        await world.RunJobsAsync();

        Assert.True(no.IsPrivate);
        Assert.StartsWith("All right. I will not ask you again about **#1 Tasks never run**, and look for somebody else now.", no.Text, StringComparison.Ordinal);
        Assert.Equal("<@103>, this looks like one for you: **#1 Tasks never run**.", world.Said[^1]);
        Assert.StartsWith("All right.", (await world.PressAsync(TestPerson.Bo, "notnow", id)).Text, StringComparison.Ordinal);
        await world.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal(["102", "103"], world.Pings);

        // Opened anew for others.
        await world.TakeAsync(id, QuestionAct.Claim, Cy);
        await world.TakeAsync(id, QuestionAct.LetClaimLapse, by: null);
        await world.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal(["102", "103"], world.Pings.Distinct());
        Assert.Single(world.Pings, ping => ping == "102");
    }

    [Fact]
    public async Task A_lead_who_is_away_is_not_said_to_have_said_nothing()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(Lea, "docker", tracks: "frontend");
        await world.Slice.RunAsync(Lea, "helper off");

        await world.AskAsync();
        await world.PassAsync(TimeSpan.FromHours(9));

        Assert.Contains("Every <@&901> whom I may ask was asked before, is away or has enough to do.", Assert.Single(world.Channel.TextsIn(Log)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_was_asked_can_say_no_and_read_why()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");
        var id = await world.AskAsync();

        Assert.Equal("Only those who were asked need to say no. You were not asked, so there is nothing to do.", (await world.PressAsync(Cy, "notnow", id)).Text);
        Assert.Equal("This tells those who were asked why it was they. You were not asked, but anybody who knows an answer may give it.", (await world.PressAsync(Cy, "whyme", id)).Text);
        Assert.Equal("This question is not there any more. Nothing was done.", (await world.PressAsync(Cy, "whyme", 77)).Text);
    }

    [Fact]
    public async Task Why_me_tells_what_they_said_they_know_and_what_has_happened_since()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Mentor, "celery, docker", capacity: 3);
        var id = await world.AskAsync();

        var why = await world.PressAsync(TestPerson.Mentor, "whyme", id);

        Assert.True(why.IsPrivate);
        Assert.Equal(
            """
            You were asked to take **#1 Tasks never run**:
            - You said that you know **Celery**. You are a mentor for backend.
            - You had 0 of 3 at that time. Of those who fit and were free, it was your turn.
            - It was asked <t:1795424400:R>, you were asked <t:1795424400:R>, and nobody has it yet.
            -# `/helper set` changes what you are asked and when; `/helper off` gives you a pause.
            """,
            why.Text);

        await world.TakeAsync(id, QuestionAct.Claim, TestPerson.Mentor);
        Assert.Contains("and you have it.", (await world.PressAsync(TestPerson.Mentor, "whyme", id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_is_offered_to_who_knows_what_it_is_about()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "docker");

        var id = await world.AskAsync("docker-configuration-errors");

        Assert.Equal(["102"], world.Pings);
        Assert.Contains("You said that you know **Docker**.", (await world.PressAsync(TestPerson.Bo, "whyme", id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_the_server_is_not_asked_and_who_became_a_mentor_is_asked_as_one()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", capacity: 5);
        await world.HelpsAsync(Cy, "celery", capacity: 1);
        world.Members.Remove(TestPerson.Bo.Id);
        world.Members[Cy.Id] = [new(TestPerson.MentorRole)];

        var id = await world.AskAsync();

        Assert.Equal(["103"], world.Pings);
        Assert.Contains("You are a mentor for backend.", (await world.PressAsync(Cy, "whyme", id)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<@102>", ReplyText.Of(await world.Slice.RunAsync(Cy, "helper list")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_the_asked_read_tells_who_asks_without_their_name()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Mentor, "celery");
        await world.HelpsAsync(TestPerson.Ada, "celery", capacity: 9);
        var id = await world.AskAsync(anonymous: true);
        var why = await world.PressAsync(TestPerson.Mentor, "whyme", id);
        await world.TakeAsync(id, QuestionAct.Claim, TestPerson.Mentor);
        await world.PassAsync(TimeSpan.FromDays(3));

        Assert.Equal(["201"], world.Pings.Distinct());
        Assert.NotEmpty(world.DmsOf(TestPerson.Mentor));
        string[] read = [.. world.Channel.Texts, why.Text!];
        Assert.DoesNotContain(read, text => text.Contains("101", StringComparison.Ordinal) || text.Contains("ada", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pressing_not_now_when_somebody_has_it_does_nothing()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");
        var id = await world.AskAsync();
        await world.TakeAsync(id, QuestionAct.Claim, TestPerson.Mentor, isMentor: true);

        Assert.Equal("Nothing to do: <@201> has it now.", (await world.PressAsync(TestPerson.Bo, "notnow", id)).Text);
    }
}
