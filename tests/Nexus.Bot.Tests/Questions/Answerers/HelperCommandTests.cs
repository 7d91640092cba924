using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.People;
using Nexus.Bot.Tests.Questions.Escalation;
using Nexus.Bot.Tests.Support;

namespace Nexus.Bot.Tests.Questions.Answerers;

public sealed class HelperCommandTests
{
    [Fact]
    public async Task Setting_repeats_what_was_understood_and_says_in_which_zone_the_hours_are_read()
    {
        await using var world = await LadderWorld.StartAsync();

        var set = await world.Slice.RunAsync(TestPerson.Bo, "helper set", new { topics = "Celery, docker", tracks = "backend", capacity = 3, hours = "weekdays 18-22" });

        Assert.True(set.IsPrivate);
        Assert.Equal(
            """
            ### Thank you! You help with questions now
            - Topics: **Celery**, **Docker**
            - Tracks: backend
            - At a time: at most 3 questions
            - Hours: weekdays 18:00–22:00 (UTC)
            - 🌙 On duty, from <t:1795456800:F> on
            ⏰ I do not know your time zone, so these hours are read in the server's, UTC. `/timezone set` with your city makes them yours.
            -# Being asked obliges you to nothing. `/helper set` changes any of this.
            [Off duty]
            """,
            ReplyText.Of(set));
    }

    [Fact]
    public async Task What_is_left_out_stays_and_hours_follow_their_own_clock()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", "9-17", capacity: 1);
        await using (var db = world.Slice.Db())
        {
            await world.Slice.Services.GetRequiredService<PersonZones>().ChooseAsync(db, TestPerson.Bo.Id, "Asia/Tokyo", CancellationToken.None);
        }

        var set = await world.Slice.RunAsync(TestPerson.Bo, "helper set", new { topics = "docker" });

        var text = ReplyText.Of(set);
        Assert.StartsWith("### Saved\n- Topics: **Docker**\n- Tracks: backend\n- At a time: 1 question\n- Hours: every day 09:00–17:00 (Asia/Tokyo)\n- 🌙 On duty, from <t:1795478400:F> on\n-# Being", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Celery, kelery", "9-17", "Nothing was saved: the hub has no page of this name.\n- “kelery”")]
    [InlineData("Celery", "sometimes", "Nothing was saved: I cannot read “sometimes” as hours. What works: `18:00-22:00`, `weekdays 9-17`, `Mon Wed 6-10pm`, `evenings`, `any time`.")]
    public async Task What_is_not_understood_saves_nothing(string topics, string hours, string says)
    {
        await using var world = await LadderWorld.StartAsync();

        var refused = await world.Slice.RunAsync(TestPerson.Bo, "helper set", new { topics, hours });

        Assert.StartsWith(says, refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("You have not said what you can help with. Begin with a topic or two", (await world.Slice.RunAsync(TestPerson.Bo, "helper show")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_topics_are_completed_one_after_the_other()
    {
        await using var world = await LadderWorld.StartAsync();

        var first = await world.Slice.SuggestAsync(TestPerson.Bo, "helper set", "topics", "cel");
        var second = await world.Slice.SuggestAsync(TestPerson.Bo, "helper set", "topics", "celery, dock");
        var hours = await world.Slice.SuggestAsync(TestPerson.Bo, "helper set", "hours", "weekdays 9-5");

        Assert.Equal(("Celery", "celery"), (first[0].Name, first[0].Value));
        Assert.Equal(("Celery, Docker", "celery, docker"), (second[0].Name, second[0].Value));
        Assert.Equal("weekdays 9-5 → weekdays 09:00–17:00", Assert.Single(hours).Name);
    }

    [Fact]
    public async Task Off_duty_until_a_day_is_read_in_words_and_ends_by_itself()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");

        var off = await world.Slice.RunAsync(TestPerson.Bo, "helper off", new { until = "back Wednesday 8:00" });
        await world.AskAsync(number: 1);

        Assert.StartsWith("🔕 You are off duty until <t:1795593600:F> (<t:1795593600:R>), and back by yourself then. I ask you nothing.", off.Text, StringComparison.Ordinal);
        Assert.Empty(world.Pings);
        await world.PassUntilAsync(25, 9);
        await world.AskAsync(number: 2);
        Assert.Contains("102", world.Pings);
    }

    [Fact]
    public async Task Off_without_a_time_lasts_until_on_and_an_unclear_time_changes_nothing()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");

        Assert.StartsWith("You are still on duty. I cannot read “whenever” as a time.", (await world.Slice.RunAsync(TestPerson.Bo, "helper off", new { until = "whenever" })).Text, StringComparison.Ordinal);
        var off = await world.Slice.RunAsync(TestPerson.Bo, "helper off");
        Assert.StartsWith("🔕 You are off duty until `/helper on`.", off.Text, StringComparison.Ordinal);
        Assert.Contains("🔕 Off duty: I ask you nothing until `/helper on`", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Bo, "helper show")), StringComparison.Ordinal);
        Assert.Contains("🟢 On duty: I may ask you now", ReplyText.Of(await world.Slice.PressAsync(TestPerson.Bo, off, "On duty again")), StringComparison.Ordinal);
        Assert.Equal("🟢 You are on duty: when a question fits, I ask you.", (await world.Slice.RunAsync(TestPerson.Bo, "helper on")).Text);
    }

    [Fact]
    public async Task The_list_tells_topics_and_people_and_who_may_be_asked_now_and_counts_nothing()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery", "18-22");
        await world.HelpsAsync(TestPerson.Mentor, "celery, docker");
        await world.Slice.RunAsync(LadderWorld.Lea, "helper set", new { tracks = "frontend" });

        var list = await world.Slice.RunAsync(TestPerson.Ada, "helper list");

        Assert.True(list.IsPrivate);
        Assert.Equal(
            """
            ### Who helps with what
            - **Celery**: 🟢 <@201> (mentor), 🌙 <@102>
            - **Docker**: 🟢 <@201> (mentor)
            - **Anything about frontend**: 🟢 <@202> (lead)
            -# 🟢 may be asked now, 🌙 later. A question reaches them by itself: there is no need to write to them.
            """,
            ReplyText.Of(list));
        Assert.DoesNotContain("Docker", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Ada, "helper list", new { topic = "celery" })), StringComparison.Ordinal);
        Assert.StartsWith("Nobody has said that they know **Python**.", (await world.Slice.RunAsync(TestPerson.Ada, "helper list", new { topic = "python" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mentors_see_what_anybody_said_and_others_only_their_own()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");

        Assert.StartsWith("### <@102> helps with questions\n- Topics: **Celery**", ReplyText.Of(await world.Slice.RunAsync(TestPerson.Mentor, "helper show", new { person = TestPerson.Bo })), StringComparison.Ordinal);
        Assert.StartsWith("What somebody else said is for mentors to see.", (await world.Slice.RunAsync(TestPerson.Ada, "helper show", new { person = TestPerson.Bo })).Text, StringComparison.Ordinal);
        Assert.Equal("<@101> has not said what they help with.", (await world.Slice.RunAsync(TestPerson.Mentor, "helper show", new { person = TestPerson.Ada })).Text);
    }

    [Fact]
    public async Task Removing_asks_first()
    {
        await using var world = await LadderWorld.StartAsync();
        await world.HelpsAsync(TestPerson.Bo, "celery");

        var asked = await world.Slice.RunAsync(TestPerson.Bo, "helper remove");
        Assert.StartsWith("Forget that you help with **Celery**, and your hours?", asked.Text, StringComparison.Ordinal);
        Assert.Equal("Kept. Nothing was changed.", (await world.Slice.PressAsync(TestPerson.Bo, asked, "Keep it")).Text);
        Assert.StartsWith("Forgotten.", (await world.Slice.PressAsync(TestPerson.Bo, asked, "Forget it")).Text, StringComparison.Ordinal);
        Assert.Equal("There is nothing to forget any more.", (await world.Slice.PressAsync(TestPerson.Bo, asked, "Forget it")).Text);
        await world.AskAsync();
        Assert.Empty(world.Pings);
    }
}
