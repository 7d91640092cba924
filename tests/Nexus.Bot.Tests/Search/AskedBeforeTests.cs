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
        var asked = Asked(Question("nginx answers 502 for my api"));

        Assert.True(Score(asked, Question("my api gives 502 behind nginx")) > Score(asked, Question("my api gives 413 behind nginx")));
    }

    [Fact]
    public void What_is_near_to_the_same_pages_is_likelier_than_what_has_the_same_words()
    {
        var (docker, css) = (Nearness.Of([("docker", 9), ("deployment", 5)]), Nearness.Of([("css", 8), ("static-files", 6)]));
        var asked = Asked(Question("My image is huge") with { Near = docker });

        Assert.True(Score(asked, Question("How do I make the container smaller?") with { Near = docker }) > Score(asked, Question("My image is huge on a phone") with { Near = css }));
    }

    [Fact]
    public void Nearness_knows_the_pages_by_name_in_any_order_and_says_nothing_without_pages()
    {
        var (one, same, other) = (Nearness.Of([("docker", 8), ("css", 4)]), Nearness.Of([("css", 2), ("docker", 4)]), Nearness.Of([("git", 3)]));

        Assert.Equal(1, one.To(same), 2);
        Assert.Equal(0, one.To(other));
        Assert.Equal(Nearness.None.To(one), one.To(Nearness.None));
        Assert.InRange(one.To(Nearness.None), 0.5f, 0.9f);
        Assert.Same(Nearness.None, Nearness.Of([]));
    }

    [Fact]
    public void One_that_leads_is_the_same_and_one_among_rivals_may_help()
    {
        var common = new Common(17, Problem: 1, OtherProblem: false, SameText: false);

        Assert.True(Sameness.Likeness(common, rival: 12) >= Sameness.Same);
        Assert.InRange(Sameness.Likeness(common, rival: 16.9f), Sameness.MayHelp, Sameness.Same);
        Assert.InRange(Sameness.Likeness(common with { Problem = 0 }, rival: 12), Sameness.MayHelp, Sameness.Same);
        Assert.True(Sameness.Likeness(common with { Problem = 0, SameText = true }, rival: 17) >= Sameness.Same);
        Assert.True(Sameness.Likeness(common with { Problem = 0, Score = 6 }, rival: 5) < Sameness.MayHelp);
    }

    [Fact]
    public void Who_posts_the_same_text_twice_is_told_also_of_a_problem_nobody_knows()
    {
        var text = Question("Leaflet map stays grey in my hostel app", "The tiles load only after I resize the window.");
        var index = LiveIndex.Of(new Dictionary<long, SearchDocument> { [1] = text, [2] = Question("Leaflet map shows the wrong city") });

        var hits = index.AskedBefore(text with { Title = "Leaflet map stays grey in my hostel app!!" }, Known, 3);

        Assert.Equal(1, hits[0].Key);
        Assert.True(hits[0].Likeness >= Sameness.Same, $"{hits[0].Likeness}");
        Assert.DoesNotContain(hits, hit => hit.Key == 2 && hit.Likeness >= Sameness.Same);
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

    private static Sameness Asked(SearchDocument question) => new(Gist.Of(question, KnownProblems.None), new SearchIndex([]).Corpus);

    private static float Score(Sameness asked, SearchDocument other) => asked.With(Gist.Of(other, KnownProblems.None)).Score;

    private static SearchDocument Question(string title, string body = "", params string[] topics) => new(title, [], topics, body);
}
