using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Search;

public sealed class AskedBeforeTests
{
    private static readonly KnownProblems Known = KnownProblems.Parse(
    [
        "# a comment",
        "",
        "runs-twice: task|worker twice -beat",
        "never-runs: task|worker !run|pending",
        "beat-twice: beat twice",
        "no-role: role_does",
        "deadlock: +deadlock",
        "which-broker: redis|rabbitmq which",
    ]);

    [Theory]
    [InlineData("Celery task runs twice", "runs-twice")]
    [InlineData("my background jobs get executed two times", "runs-twice")]
    [InlineData("Celery task never runs", "never-runs")]
    [InlineData("The worker does not execute my task", "never-runs")]
    [InlineData("Why isn't my task started?", "never-runs")]
    [InlineData("beat starts a task more than once", "beat-twice")]
    [InlineData("FATAL: role does not exist", "no-role")]
    [InlineData("Which is better, redis?", "which-broker")]
    [InlineData("How do I start a celery worker?", "")]
    public void A_problem_is_known_by_what_is_said_however_it_is_said(string title, string problem) =>
        Assert.Equal(problem, string.Join(' ', Gist.Of(Question(title), Known).Problems));

    [Fact]
    public void A_problem_of_which_only_the_details_speak_is_not_what_is_asked() =>
        Assert.Empty(Gist.Of(Question("How do I write a good readme?", "Yesterday my task ran twice."), Known).Problems);

    [Fact]
    public void What_gives_a_problem_away_does_so_in_the_details_too() =>
        Assert.Equal(["deadlock"], Gist.Of(Question("Two tasks, one table", "postgres says deadlock detected"), Known).Problems);

    [Fact]
    public void A_not_turns_around_its_own_clause_only()
    {
        var gist = Gist.Of(Question("There is no error, my task runs"), Known);

        Assert.Contains("=run", gist.Title.Keys);
        Assert.DoesNotContain("!=run", gist.Title.Keys);
    }

    [Fact]
    public void The_same_problem_in_other_words_is_surer_than_another_in_the_same_words()
    {
        var index = LiveIndex.Of(new Dictionary<long, SearchDocument>
        {
            [1] = new("Celery task runs twice", [], [], "I call send.delay(user.id) once in my view."),
            [2] = new("Celery task never runs", [], [], "I call send.delay(user.id) once in my view."),
        });

        var hits = index.AskedBefore(Question("Why does the worker execute it two times", "my code calls delay a single time, task is in tasks.py"), Known, 3);

        Assert.Equal([1L, 2L], hits.Select(hit => hit.Key));
        Assert.True(hits[0].Likeness > 3 * hits[1].Likeness, $"{hits[0].Likeness} and {hits[1].Likeness}");
    }

    [Fact]
    public void The_same_text_is_offered_and_one_with_nothing_in_common_is_not()
    {
        var index = LiveIndex.Empty
            .With(1, new SearchDocument("Celery task runs twice", [], [], "I use redis."))
            .With(2, new SearchDocument("Center a div", [], [], "With flexbox."));

        Assert.True(index.AskedBefore(Question("Celery task runs twice", "I use redis."), Known, 3)[0].Likeness >= Sameness.Same);
        Assert.DoesNotContain(index.AskedBefore(Question("Celery task runs twice", "I use redis."), Known, 3), hit => hit.Key == 2 && hit.Likeness >= 0.1f);
        Assert.Empty(index.Without(1).Without(2).AskedBefore(Question("Celery task runs twice"), Known, 3));
        Assert.Empty(LiveIndex.Empty.AskedBefore(Question("Celery task runs twice"), Known, 3));
        Assert.Empty(index.AskedBefore(Question("🎉"), Known, 3));
    }

    [Fact]
    public void Two_errors_with_different_codes_are_less_the_same_than_with_one()
    {
        var corpus = new SearchIndex([]).Corpus;
        var asked = new Sameness(Gist.Of(Question("nginx answers 502 for my api"), KnownProblems.None), corpus);

        Assert.True(
            asked.To(Gist.Of(Question("my api gives 502 behind nginx"), KnownProblems.None)) > asked.To(Gist.Of(Question("my api gives 413 behind nginx"), KnownProblems.None)));
    }

    [Fact]
    public void One_of_the_same_topic_is_likelier_than_one_of_another()
    {
        var index = LiveIndex.Of(new Dictionary<long, SearchDocument>
        {
            [1] = Question("Build screens while there is no server", "", "python"),
            [2] = Question("Build screens while there is no server", "", "working-with-backend", "cors-errors"),
            [3] = Question("Build screens while there is no server", "", "cors-errors", "working-with-backend"),
        });

        var hits = index.AskedBefore(Question("Fake data in react", "", "working-with-backend"), Known, 3);

        Assert.Equal([2L, 3L], hits.Take(2).Select(hit => hit.Key));
        Assert.True(hits[0].Likeness > hits[1].Likeness);
    }

    [Fact]
    public void A_hostile_paste_costs_no_more_than_its_beginning()
    {
        var paste = string.Concat(Enumerable.Repeat("no not never \"a ( `", 50_000));

        Assert.InRange(Gist.Of(Question(paste, paste), Known).All.Count, 0, 50);
    }

    [Fact]
    public void What_is_shipped_can_be_read_and_a_line_that_says_nothing_cannot()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "src", "Nexus.Bot", "Content", "problems.txt"));

        Assert.True(KnownProblems.Parse(lines).Count >= 400);
        Assert.All(lines.Where(line => line.Length > 0 && line[0] != '#'), line => Assert.Matches("^[a-z0-9-]+:( [-+]?!?[a-z0-9_.+'-]+(\\|!?[a-z0-9_.+'-]+)*)+$", line));
        Assert.Throws<FormatException>(() => KnownProblems.Parse(["runs-twice"]));
        Assert.Throws<FormatException>(() => KnownProblems.Parse(["runs-twice: -beat"]));
        Assert.Throws<FormatException>(() => KnownProblems.Parse(["one: task", "one: worker"]));
    }

    private static SearchDocument Question(string title, string body = "", params string[] topics) => new(title, [], topics, body);
}
