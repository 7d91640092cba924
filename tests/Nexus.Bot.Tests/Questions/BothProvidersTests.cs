using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Bot.Tests.Data;
using Nexus.Bot.Tests.Questions.Lists;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;

namespace Nexus.Bot.Tests.Questions;

/// <summary>What of questions a database might understand in its own way, asked of both.</summary>
public sealed class BothProvidersTests
{
    [Fact]
    public Task A_topic_finds_its_questions_and_not_those_of_a_longer_name_in_SQLite() => TopicAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task A_topic_finds_its_questions_and_not_those_of_a_longer_name_in_PostgreSQL() => TopicAsync(DatabaseOptions.Postgres);

    [Fact]
    public Task Of_two_who_take_a_question_at_once_one_has_it_in_SQLite() => ClaimAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Of_two_who_take_a_question_at_once_one_has_it_in_PostgreSQL() => ClaimAsync(DatabaseOptions.Postgres);

    [Fact]
    public Task Two_that_are_posted_at_once_get_two_numbers_in_SQLite() => NumbersAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Two_that_are_posted_at_once_get_two_numbers_in_PostgreSQL() => NumbersAsync(DatabaseOptions.Postgres);

    [Fact]
    public Task Reminders_are_offered_a_persons_own_questions_first_in_SQLite() => SubjectsAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task Reminders_are_offered_a_persons_own_questions_first_in_PostgreSQL() => SubjectsAsync(DatabaseOptions.Postgres);

    [Fact]
    public Task The_numbers_are_the_same_in_SQLite() => StatsAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task The_numbers_are_the_same_in_PostgreSQL() => StatsAsync(DatabaseOptions.Postgres);

    [Fact]
    public Task The_life_of_a_question_leaves_the_same_in_SQLite() => LifeAsync(DatabaseOptions.Sqlite);

    [PostgresFact]
    public Task The_life_of_a_question_leaves_the_same_in_PostgreSQL() => LifeAsync(DatabaseOptions.Postgres);

    private static async Task TopicAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var (first, second, other) = (Of(1, "celery"), Of(2, "docker", "celery"), Of(3, "celery-retries"));
        await Asked.AddAsync(world, first, second, other, Asked.Question(world, 4, "About nothing", 1));
        await Asked.FollowAsync(world, first, TestPerson.Bo, TestPerson.Mentor);

        var newest = await world.RunAsync(TestPerson.Bo, "questions list", new { topic = "celery", which = "all" });
        var wanted = await world.RunAsync(TestPerson.Bo, "questions list", new { sort = "samehere" });

        Assert.Equal("1 2", Numbers(newest));
        Assert.Equal("1 3 2 4", Numbers(wanted));

        Question Of(int number, params string[] topics)
        {
            var question = Asked.Question(world, number, $"Question {number}", number);
            question.Topics = topics;
            return question;
        }
    }

    private static async Task ClaimAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var id = await Archive.AddAsync(world, 12, "Celery runs my task twice", "Twice.");
        var life = world.Services.GetRequiredService<QuestionLife>();
        await using var first = world.Db();
        await using var second = world.Db();
        var (hers, his) = ((await QuestionLife.FindAsync(first, Interactions.Guild, id, default))!, (await QuestionLife.FindAsync(second, Interactions.Guild, id, default))!);
        var (mia, bo) = (new QuestionActor(TestPerson.Mentor.Id, IsMentor: true, IsHelping: false), new QuestionActor(TestPerson.Ada.Id, IsMentor: false, IsHelping: true));

        await life.TakeAsync(first, hers, QuestionAct.Claim, mia, default, default);
        var late = await Assert.ThrowsAnyAsync<DbUpdateException>(() => life.TakeAsync(second, his, QuestionAct.Claim, bo, default, default));

        Assert.Equal(DatabaseFailure.Clash, DatabaseFailures.Of(late));
        await using var anew = world.Db();
        var again = (await QuestionLife.FindAsync(anew, Interactions.Guild, id, default))!;
        Assert.Equal(new QuestionStep.Taken(TestPerson.Mentor.Id), await life.TakeAsync(anew, again, QuestionAct.Claim, bo, default, default));
    }

    private static async Task NumbersAsync(string provider)
    {
        var meanwhile = new Meanwhile();
        await using var world = new SliceWorld(configure: services => services.AddSingleton<IQuestionConsequence>(meanwhile), provider: provider);
        var life = world.Services.GetRequiredService<QuestionLife>();
        var (earlier, first, second) = (Asked.Question(world, 7, "An earlier one", 9), Asked.Question(world, 8, "Posted by one", 0), Asked.Question(world, 9, "Posted by another", 0));
        (first.Number, second.Number) = (null, null);
        await Asked.AddAsync(world, earlier, first, second);

        meanwhile.Happens = () => PostAsync(second.Id);
        await PostAsync(first.Id);

        await using var db = world.Db();
        Assert.Equal(
            ["7 An earlier one", "8 Posted by another", "9 Posted by one"],
            (await db.In<Question>(Interactions.Guild).OrderBy(question => question.Number).ToListAsync()).Select(question => $"{question.Number} {question.Title}"));

        async Task PostAsync(long id)
        {
            await using var work = world.Db();
            var draft = await work.In<Question>(Interactions.Guild).SingleAsync(question => question.Id == id);
            var thread = new Snowflake(50 + (ulong)id);
            await life.OpenAsync(work, draft, thread, thread, thread, default);
        }
    }

    private static async Task SubjectsAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var (asked, held, followed) = (Asked.Question(world, 1, "Asked", 5, by: TestPerson.Bo), Asked.Question(world, 2, "Held", 4, QuestionState.Claimed), Asked.Question(world, 3, "Followed", 3));
        held.HolderId = TestPerson.Bo.Id;
        await Asked.AddAsync(world, asked, held, followed, Asked.Question(world, 4, "Another's", 1), Asked.Question(world, 5, "Solved", 2, QuestionState.Accepted, TestPerson.Bo));
        await Asked.FollowAsync(world, followed, TestPerson.Bo);
        var subjects = world.Services.GetServices<IReminderSubject>().Single(it => it.Kind == "question");

        await using var db = world.Db();

        Assert.Equal(["#3 Followed", "#2 Held", "#1 Asked", "#4 Another's"], (await subjects.OpenAsync(db, Interactions.Guild, TestPerson.Bo.Id, default)).Select(subject => subject.Name));
    }

    private static async Task StatsAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var (quick, slow, spared) = (Asked.Question(world, 1, "Quick", 24 * 8, QuestionState.Accepted), Asked.Question(world, 2, "Slow", 24 * 8, QuestionState.Answered), Asked.Question(world, 3, "Spared", 24));
        (quick.Topics, quick.FirstAnsweredAt, quick.AcceptedAt) = (["celery"], quick.PostedAt + TimeSpan.FromMinutes(30), quick.PostedAt + TimeSpan.FromHours(2));
        slow.FirstAnsweredAt = slow.PostedAt + TimeSpan.FromHours(4);
        (spared.Number, spared.DeflectedAt, spared.PostedAt) = (null, spared.PostedAt, null);
        await Asked.AddAsync(world, quick, slow, spared, Asked.Question(world, 4, "Long ago", 24 * 40), Asked.Question(world, 5, "Waits", 1));

        var read = ReplyText.Of(await world.RunAsync(TestPerson.Mentor, "questions stats", new { weeks = 3 }));

        Assert.StartsWith(
            """
            ## Questions, last 3 weeks
            **3** asked · **2** answered (67 %) · **1** accepted (33 %) · **1** solved before posting · **1** waiting
            First answer: median **30 min**, p90 **4 h**
            """.ReplaceLineEndings("\n"),
            read,
            StringComparison.Ordinal);
        Assert.Contains("- **Celery**: 1 asked · 1 answered, 1 accepted", read, StringComparison.Ordinal);
    }

    private static async Task LifeAsync(string provider)
    {
        await using var world = await StartAsync(provider);
        var id = await Archive.AddAsync(world, 12, "Celery runs my task twice", "Twice.");
        await world.RunAsync(TestPerson.Mentor, "helper set", new { topics = "celery", capacity = 2 });

        await world.PressAsync(TestPerson.Ada, $"questions.same.v1:{id}");
        await world.PressAsync(TestPerson.Mentor, $"questions.claim.v1:{id}");
        var shown = ReplyText.Of(await world.RunAsync(TestPerson.Bo, "questions show", new { question = "12" }));
        var found = ReplyText.Of(await world.RunAsync(TestPerson.Ada, "questions search", new { query = "celery twice" }));
        var helpers = ReplyText.Of(await world.RunAsync(TestPerson.Ada, "helper list"));

        Assert.Contains("🙋 **Taken** by <@201>", shown, StringComparison.Ordinal);
        Assert.Contains("👥 One other has the same question.", shown, StringComparison.Ordinal);
        Assert.Contains("#12", found, StringComparison.Ordinal);
        Assert.Contains("<@201>", helpers, StringComparison.Ordinal);
        Assert.Contains("Celery", helpers, StringComparison.Ordinal);
    }

    private static string Numbers(Reply list) =>
        string.Join(' ', System.Text.RegularExpressions.Regex.Matches(ReplyText.Of(list), @"\*\*#(\d+)\*\*").Select(match => match.Groups[1].Value));

    private static async Task<SliceWorld> StartAsync(string provider)
    {
        var world = new SliceWorld(provider: provider);
        await world.ConfigureAsync();
        return world;
    }

    /// <summary>Lets something happen once, between the choice of a number and the save.</summary>
    private sealed class Meanwhile : IQuestionConsequence
    {
        public Func<Task>? Happens { get; set; }

        public QuestionEffects Of => QuestionEffects.StartLadder;

        public async Task AddAsync(NexusDb db, Question question, QuestionChange change, CancellationToken ct)
        {
            if (Happens is { } once)
            {
                Happens = null;
                await once();
            }
        }
    }
}
