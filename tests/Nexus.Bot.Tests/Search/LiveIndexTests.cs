using CsCheck;
using Nexus.Bot.Search;

namespace Nexus.Bot.Tests.Search;

public sealed class LiveIndexTests
{
    private static readonly string[] Subjects = ["celery", "docker", "caching", "login", "migration", "webhook", "pagination", "throttling"];

    private static readonly string[] Objects = ["worker", "container", "timeout", "cookie", "conflict", "signature", "cursor", "limit"];

    [Fact]
    public void A_document_is_found_as_soon_as_it_is_added_and_no_longer_when_it_is_gone()
    {
        var before = LiveIndex.Empty;
        var with = before.With(7, Document("Celery worker dies", "The worker stops after an hour."));
        var changed = with.With(7, Document("Docker volume is empty", "Files are missing."));

        Assert.Equal(SearchVerdict.None, before.Find("celery worker dies", 5).Verdict);
        Assert.Equal([7L], with.Find("celery worker dies", 5).Keys);
        Assert.Equal([7L], changed.Find("docker volume is empty", 5).Keys);
        Assert.Empty(changed.Find("celery worker dies", 5).Keys);
        Assert.Empty(changed.Without(7).Find("docker volume is empty", 5).Keys);
        Assert.Equal((0, 1, 1, 0), (before.Count, with.Count, changed.Count, changed.Without(7).Count));
    }

    [Fact]
    public void Whatever_comes_and_goes_the_newest_text_of_each_key_is_found_and_nothing_else()
    {
        var change = Gen.Select(Gen.Int[0, 150], Gen.Int[0, Subjects.Length - 1], Gen.Int[0, Objects.Length - 1], Gen.Int[0, 9]);
        change.Array[1, 400].Sample(
            changes =>
            {
                var index = LiveIndex.Empty;
                var there = new Dictionary<long, string>();
                foreach (var (key, subject, thing, dice) in changes)
                {
                    if (dice < 3)
                    {
                        index = index.Without(key);
                        there.Remove(key);
                    }
                    else
                    {
                        there[key] = $"{Subjects[subject]} {Objects[thing]} {Name(key)}";
                        index = index.With(key, Document(there[key], "Asked by a learner."));
                    }
                }

                Assert.Equal(there.Count, index.Count);
                foreach (var (key, title) in there.Take(20))
                {
                    Assert.Equal(key, index.Find(title, 3).Keys[0]);
                    Assert.Equal(key, index.Similar(title, 3)[0].Key);
                }

                foreach (var gone in changes.Select(c => (long)c.Item1).Distinct().Where(key => !there.ContainsKey(key)).Take(20))
                {
                    Assert.DoesNotContain(gone, index.Find($"celery worker {Name(gone)}", 50).Keys);
                    Assert.DoesNotContain(gone, index.Complete(Name(gone), 50));
                }
            },
            iter: 25);
    }

    [Fact]
    public void A_change_among_many_reads_only_a_few_documents_again()
    {
        var index = LiveIndex.Of(Enumerable.Range(0, 5000).Select(key => KeyValuePair.Create((long)key, Document($"{Subjects[key % 8]} {Name(key)}", "Something."))));
        index = index.With(5000, Document("warm up", "Nothing."));

        var before = GC.GetAllocatedBytesForCurrentThread();
        index = index.With(42, Document("Zebra crossing", "Now it says something else."));
        var one = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal([42L], index.Find("zebra crossing", 5).Keys);
        Assert.True(one < 200_000, $"{one} bytes were allocated to change one document");
    }

    [Fact]
    public void A_word_of_the_many_is_no_misspelling_among_the_few()
    {
        var index = LiveIndex.Of([.. Enumerable.Range(0, 100).Select(key => KeyValuePair.Create((long)key, Document("celery question", "About celery.")))])
            .With(500, Document("celebs at the party", "Not about tasks."));

        Assert.DoesNotContain(500L, index.Find("celery", 200).Keys);
        Assert.Null(index.Find("celery question", 5).Corrected);
    }

    [Theory]
    [InlineData("My celery task is never executed", 1)]
    [InlineData("celery tasks dont run in my worker, why", 1)]
    [InlineData("docker container cant connect database", 2)]
    [InlineData("how can I cache a view of Django", 3)]
    public void A_question_that_was_asked_before_in_other_words_is_the_most_similar(string text, int key)
    {
        var index = LiveIndex.Of(new Dictionary<long, SearchDocument>
        {
            [1] = Document("Celery task does not execute", "I call delay but the worker never runs it."),
            [2] = Document("Container cannot connect to the database", "Docker compose up, then connection refused."),
            [3] = Document("Caching one Django view", "The list changes once an hour."),
            [4] = Document("Which index for a text search?", "The table is large."),
        });

        var similar = index.Similar(text, 3);

        Assert.Equal(key, similar[0].Key);
        Assert.All(similar, hit => Assert.InRange(hit.Likeness, 0, 1));
        Assert.Equal(similar.OrderByDescending(hit => hit.Likeness), similar);
    }

    [Fact]
    public void The_same_text_is_wholly_alike_and_another_is_not()
    {
        var index = LiveIndex.Empty.With(1, new SearchDocument("celery task never runs", [], [], "")).With(2, new SearchDocument("celery beat twice", [], [], ""));

        var similar = index.Similar("celery task never runs", 2);

        Assert.Equal(1, similar[0].Likeness, 0.001);
        Assert.True(similar[1].Likeness < 0.6);
        Assert.Empty(index.Similar("🎉", 5));
        Assert.Empty(LiveIndex.Empty.Similar("celery", 5));
    }

    private static SearchDocument Document(string title, string body) => new(title, [], [], body);

    // A word of its own for each, unlike any other's.
    private static string Name(long key) => string.Concat($"q{key:000}x".Select(c => char.IsDigit(c) ? "bdfgklmnpr"[c - '0'].ToString() + "aeiouaeiou"[c - '0'] : c.ToString()));
}
