using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Questions.Stats;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Tests.Questions.Stats;

public sealed class QuestionStatsTests
{
    // The world's clock stands at Monday 23 November 2026, 09:00 UTC.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private ulong _press = 1000;

    [Fact]
    public async Task Mentors_read_what_was_asked_and_how_long_people_waited()
    {
        await using var world = new SliceWorld();
        await world.ConfigureAsync();
        await using (var db = world.Db())
        {
            db.AddRange(
                Asked(daysAgo: 8, answeredAfter: TimeSpan.FromMinutes(30), acceptedAfter: TimeSpan.FromHours(2), topic: "celery"),
                Asked(daysAgo: 8, answeredAfter: TimeSpan.FromHours(4), topic: "celery"),
                Asked(daysAgo: 9, answeredAfter: TimeSpan.FromHours(1), acceptedAfter: TimeSpan.FromHours(1), topic: "docker"),
                Asked(daysAgo: 0, topic: "docker"),
                Asked(daysAgo: 0, state: QuestionState.Withdrawn),
                Asked(daysAgo: 40, answeredAfter: TimeSpan.FromHours(1)),
                Deflected(daysAgo: 1, topic: "celery"),
                Elsewhere());
            await db.SaveChangesAsync();
        }

        var reply = await world.RunAsync(TestPerson.Mentor, "questions stats", new { weeks = 3 });

        Assert.True(reply.IsPrivate);
        Assert.StartsWith(
            """
            ## Questions, last 3 weeks
            **5** asked · **3** answered (60 %) · **2** accepted (40 %) · **1** solved before posting · **1** waiting
            First answer: median **1 h**, p90 **4 h**
            Acceptance: median **1 h**, p90 **2 h**
            ### By week
            - **23 Nov**: 2 asked · 1 waiting
            - **16 Nov**: 1 solved before posting
            - **9 Nov**: 3 asked · 3 answered, 2 accepted · first answer 1 h (p90 4 h) · acceptance 1 h (p90 2 h)
            ### By topic
            - **Celery**: 2 asked · 2 answered, 1 accepted · first answer 30 min (p90 4 h) · acceptance 2 h (p90 2 h) · 1 solved before posting
            - **Docker**: 2 asked · 1 answered, 1 accepted · first answer 1 h (p90 1 h) · acceptance 1 h (p90 1 h) · 1 waiting
            """.ReplaceLineEndings("\n"),
            ReplyText.Of(reply),
            StringComparison.Ordinal);
        Assert.Contains("**Median**: half took at most so long. **p90**: nine of ten did.", ReplyText.Of(reply), StringComparison.Ordinal);
        var picture = Assert.Single(reply.Files!);
        Assert.StartsWith("Bar chart. Asked, by week: 9 Nov 3, 16 Nov 0, 23 Nov 2. Answered, of those: 9 Nov 3", picture.Description, StringComparison.Ordinal);
        Assert.Contains("Time to the first answer, median: 9 Nov 1 h, 16 Nov –, 23 Nov –.", picture.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_topic_counts_whatever_else_a_question_is_about()
    {
        await using var world = new SliceWorld();
        await world.ConfigureAsync();
        await using (var db = world.Db())
        {
            db.AddRange(Asked(daysAgo: 0, topic: "celery"), Asked(daysAgo: 0, topic: "docker"));
            await db.SaveChangesAsync();
        }

        var one = ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "questions stats", new { topic = "docker", weeks = 1 }));
        var other = await world.RunAsync(TestPerson.Mentor, "questions stats", new { topic = "pottery" });

        Assert.Contains("this week\n**1** asked · **0** answered (0 %)", one, StringComparison.Ordinal);
        Assert.Equal("I know no topic called “pottery”. Pick one of those that are offered while you type, or leave it out for all.", ReplyText.Of(other));
    }

    [Fact]
    public async Task Where_nobody_asked_it_says_so_without_a_picture()
    {
        await using var world = new SliceWorld();
        await world.ConfigureAsync();

        var reply = await world.RunAsync(TestPerson.Mentor, "questions stats");

        Assert.Equal("Nobody asked a question in the last 8 weeks. More `weeks` show more; `/ask` asks one.", ReplyText.Of(reply));
        Assert.Null(reply.Files);
    }

    [Theory]
    [InlineData(new[] { 10 }, 10, 10)]
    [InlineData(new[] { 10, 20 }, 10, 20)]
    [InlineData(new[] { 30, 10, 20 }, 20, 30)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, 5, 9)]
    public void Waits_are_ranked(int[] minutes, int median, int p90) =>
        Assert.Equal(new Waits(TimeSpan.FromMinutes(median), TimeSpan.FromMinutes(p90)), Waits.Of(minutes.Select(it => (TimeSpan?)TimeSpan.FromMinutes(it))));

    private Question Asked(int daysAgo, TimeSpan? answeredAfter = null, TimeSpan? acceptedAfter = null, string? topic = null, QuestionState? state = null)
    {
        var at = Now.AddDays(-daysAgo);
        var question = New(Interactions.Guild, at, topic);
        question.Number = (int)_press;
        question.PostedAt = at;
        question.FirstAnsweredAt = at + answeredAfter;
        question.AcceptedAt = at + acceptedAfter;
        question.State = state ?? (acceptedAfter is not null ? QuestionState.Accepted : answeredAfter is not null ? QuestionState.Answered : QuestionState.Open);
        return question;
    }

    private Question Deflected(int daysAgo, string topic)
    {
        var question = New(Interactions.Guild, Now.AddDays(-daysAgo), topic);
        question.DeflectedAt = Now.AddDays(-daysAgo);
        return question;
    }

    private Question Elsewhere()
    {
        var question = New(new Snowflake(2), Now, null);
        question.PostedAt = Now;
        return question;
    }

    private Question New(Snowflake guild, DateTimeOffset at, string? topic) => new()
    {
        GuildId = guild,
        AskerId = TestPerson.Ada.Id,
        PressId = new Snowflake(++_press),
        Title = "Why?",
        Text = "It does.",
        Tried = "",
        Topics = topic is null ? [] : [topic],
        CreatedAt = at,
        ActiveAt = at,
    };
}
