using CsCheck;
using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Search;

/// <summary>What the engine makes of a question, on a few documents whose every word is seen here.</summary>
public sealed class SearchIndexTests
{
    private static readonly SearchDocument[] Documents =
    [
        new("Celery", ["celery", "celery worker"], ["retry a task", "background jobs"], "Runs tasks in a worker (prefork), outside the request. Passing ids is better than passing objects."),
        new("Periodic tasks", ["periodic-tasks", "celery beat", "cron"], ["every night", "schedule"], "A clock puts tasks into the queue."),
        new("RabbitMQ", ["rabbitmq", "amqp"], ["broker", "dead letter"], "A broker keeps messages until a worker takes them."),
        new("Relationships", ["relationship-modeling", "one-to-one", "many-to-many", "m2m", "foreign key"], ["link two models"], "A row points to another row."),
        new("Permissions", ["role-based-access-control", "rbac"], ["who can do what", "only admin"], "Groups and permissions decide."),
        new("Docker errors", ["docker-configuration-errors"], ["port in use"], "Containers that do not start.")
        {
            Signatures = ["Bind for *:* failed: port is already allocated"],
            SolvesProblem = true,
        },
        new("GitHub Actions", ["github-actions", "ci"], ["workflow", "run tests on every push"], "Automation on the platform: kubernetes is not needed."),
        new("Normalization", ["database-normalization", "3nf"], ["duplicate data"], "Each fact once."),
    ];

    private readonly SearchIndex _index = new(Documents);

    [Theory]
    [InlineData("celery", "Celery")]
    [InlineData("CELERY WORKER", "Celery")]
    [InlineData("celeryworker", "Celery")]
    [InlineData("what is celery?", "Celery")]
    [InlineData("rabbit mq", "RabbitMQ")]
    [InlineData("rabit mq", "RabbitMQ")]
    [InlineData("githubactions", "GitHub Actions")]
    [InlineData("git hub actions", "GitHub Actions")]
    [InlineData("one to one", "Relationships")]
    [InlineData("who can do what", "Permissions")]
    [InlineData("normalisation", "Normalization")]
    [InlineData("db normalization", "Normalization")]
    [InlineData("cleery", "Celery")]
    [InlineData("perodic taks", "Periodic tasks")]
    [InlineData("how do I set up the celery beat thing", "Periodic tasks")]
    [InlineData("prefork", "Celery")]
    [InlineData("the task should retry when the worker dies", "Celery")]
    [InlineData("docker: Error response from daemon: Bind for 0.0.0.0:5432 failed: port is already allocated.", "Docker errors")]
    public void A_question_finds(string question, string title) =>
        Assert.Equal(title, Documents[Found(question).Hits[0].Document].Title);

    [Theory]
    [InlineData("kubernetes")]
    [InlineData("celery soup recipe")]
    [InlineData("how to bake bread")]
    [InlineData("the of and")]
    [InlineData("qwzx")]
    [InlineData("🎉")]
    [InlineData("")]
    public void What_is_not_there_is_said_so(string question) =>
        Assert.Equal(SearchVerdict.None, _index.Find(question, 5).Verdict);

    [Fact]
    public void What_shares_a_word_by_chance_is_not_offered_as_near()
    {
        Assert.Empty(_index.Find("florps zonks and blurps in the request", 5).Hits);
        Assert.Equal("RabbitMQ", Documents[_index.Find("broker of florps", 5).Hits[0].Document].Title);
    }

    [Fact]
    public void A_name_is_an_answer_without_others()
    {
        var result = _index.Find("celery", 5);

        Assert.Equal(SearchVerdict.Exact, result.Verdict);
        Assert.Single(result.Hits);
    }

    [Fact]
    public void Pages_that_fit_nearly_as_well_are_offered_too()
    {
        var result = _index.Find("tasks of a worker in a queue", 5);

        Assert.Equal(SearchVerdict.Unsure, result.Verdict);
        Assert.True(result.Hits.Count > 1);
        Assert.True(result.Hits[0].Score >= result.Hits[1].Score);
    }

    [Theory]
    [InlineData("celry", "celery")]
    [InlineData("celery", null)]
    [InlineData("schedyle every nigth", "schedule night")]
    public void What_was_corrected_is_said(string question, string? corrected) =>
        Assert.Equal(corrected, Found(question).Corrected);

    [Theory]
    [InlineData("ce", "Celery", "Periodic tasks")]
    [InlineData("ra", "RabbitMQ")]
    [InlineData("beat", "Periodic tasks")]
    [InlineData("dead let", "RabbitMQ")]
    [InlineData("rabitm", "RabbitMQ")]
    public void While_typing_names_that_begin_so_come_first(string typed, params string[] titles) =>
        Assert.Equal(titles, _index.Complete(typed, 25).Take(titles.Length).Select(document => Documents[document].Title));

    [Fact]
    public void An_index_of_nothing_finds_nothing()
    {
        var index = new SearchIndex([]);

        Assert.Equal(SearchVerdict.None, index.Find("celery", 5).Verdict);
        Assert.Empty(index.Complete("cel", 25));
    }

    [Theory]
    [InlineData("\" OR * NEAR(")]
    [InlineData("'; DROP TABLE topics; --")]
    [InlineData("c#")]
    [InlineData("what's up?")]
    [InlineData("-docker")]
    [InlineData("```python\nprint(1)\n```")]
    [InlineData("\0\0\0")]
    [InlineData("\uD83D")]
    [InlineData("\u202Eyrelec\u202C")]
    [InlineData("שלום עולם")]
    [InlineData("+++###")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("://")]
    [InlineData("1 2 3 4 5 6 7 8 9")]
    public void Strange_questions_are_questions(string question)
    {
        Assert.NotNull(_index.Find(question, 5));
        Assert.NotNull(_index.Complete(question, 25));
    }

    [Fact]
    public void No_question_throws_and_hits_are_documents_in_order() =>
        Gen.OneOf(
                Gen.String[0, 300],
                Gen.Int[0, Fragments.Length - 1].Array[0, 60].Select(picked => string.Concat(picked.Select(i => Fragments[i]))))
            .Sample(question =>
            {
                var hits = _index.Find(question, 5).Hits;
                Assert.InRange(hits.Count, 0, 5);
                Assert.Distinct(hits.Select(hit => hit.Document));
                Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), hits.Select(hit => hit.Score));
                Assert.Distinct(_index.Complete(question, 25));
            });

    /// <summary>Counted in bytes the work allocates, which no busy machine changes.</summary>
    [Fact]
    public void The_work_grows_no_faster_than_the_question() =>
        Gen.Int[0, Fragments.Length - 1].Array[1, 6].Sample(
            picked =>
            {
                var once = string.Concat(picked.Select(i => Fragments[i]));
                foreach (var length in (int[])[1_500, 6_000, 60_000])
                {
                    Assert.InRange(Work(Repeat(once, length)), 0, 200_000 + (250L * length));
                }
            },
            iter: 300);

    private static readonly string[] Fragments =
    [
        "celery ", "celry", "rabbit ", "mq ", "one to ", "n+1 ", "select_related ", "CamelCase", " ", "\n", "'", "\"", "`", "*", "://", "http://a.b/c ", "\u001b[31m",
        "0x7f", "127.0.0.1:80 ", "Traceback (most recent call last):\n", "KeyError: 'x'\n", "port is already allocated ", "Bind for ", "é", "ש", "🎉", "\uD83D", "\0", "-", "_", ".", "#", "+", "aaaaaaaaaaaaaaaaaaaa", "soup ",
    ];

    private static string Repeat(string text, int length) =>
        string.Concat(Enumerable.Repeat(text, 1 + (length / text.Length)))[..length];

    private long Work(string question)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _index.Find(question, 5);
        _index.Complete(question, 25);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private SearchResult Found(string question)
    {
        var result = _index.Find(question, 5);
        Assert.NotEqual(SearchVerdict.None, result.Verdict);
        return result;
    }
}
