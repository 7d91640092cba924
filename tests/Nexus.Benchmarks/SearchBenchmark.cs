using System.Diagnostics;
using System.Globalization;
using Nexus.Bot.Hub;
using Nexus.Bot.Search;

namespace Nexus.Benchmarks;

/// <summary>Lookup and completion on the shipped hub, with the labelled queries, and on many made documents.</summary>
internal sealed class SearchBenchmark(IReadOnlyList<int> sizes)
{
    private const int Most = 5;
    private const int MostOffered = 25;
    private const int Asked = 2000;
    private const int Changed = 500;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private const int Seed = 1;

    private readonly HubIndex _hub = new(Directory.GetFiles(HubFolder.Shipped.Path, "*.md").Select(path => HubFile.Parse(Path.GetFileName(path), File.ReadAllText(path))));

    private readonly List<SearchLine> _lines = [];
    private readonly List<IndexCost> _costs = [];

    public SearchReport Run()
    {
        MeasureHub();
        foreach (var size in sizes)
        {
            MeasureMade(size);
        }

        return new SearchReport(Environment.ProcessorCount, ThreadTime.IsProcessorTime, _lines, _costs);
    }

    private void MeasureHub()
    {
        var files = Directory.GetFiles(HubFolder.Shipped.Path, "*.md")
            .Select(path => HubFile.Parse(Path.GetFileName(path), File.ReadAllText(path)))
            .ToList();
        var queries = File.ReadLines(Path.Combine(Checkout.Root, "tests", "Nexus.Bot.Tests", "Search", "queries.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[0].Replace("\\n", "\n", StringComparison.Ordinal))
            .ToList();
        var beginnings = queries.SelectMany(query => Enumerable.Range(1, Math.Min(query.Length, 12)).Select(length => query[..length])).Distinct().ToList();
        _ = new HubIndex(files);
        var hub = Build("the hub", () => new HubIndex(files));
        Measure("the hub", "lookup", queries, query => hub.Find(query));
        Measure("the hub", "completion", beginnings, typed => hub.Complete(typed, MostOffered).Count());
    }

    private void MeasureMade(int size)
    {
        var made = new MadeDocuments(Seed);
        var documents = Enumerable.Range(0, size).Select(made.Next).ToList();
        var step = Math.Max(1, size / Asked);
        var looked = Enumerable.Range(0, Asked).Select(i => documents[i * step % size]).ToList();
        var questions = looked.Select(made.Question).ToList();
        var beginnings = looked.Select(made.Beginning).ToList();
        var name = size.ToString("N0", CultureInfo.InvariantCulture);
        var index = Build(name, () => new SearchIndex(documents));
        Measure(name, "lookup", questions, question => index.Find(question, Most));
        Measure(name, "completion", beginnings, typed => index.Complete(typed, MostOffered));
        MeasureLive(name, made, documents, questions);
        MeasureAskedBefore(name, size);
    }

    // Ideas and questions come and go, and are asked for their like before they are posted.
    private void MeasureLive(string name, MadeDocuments made, List<SearchDocument> documents, List<string> questions)
    {
        var live = LiveIndex.Of(documents.Select((document, key) => KeyValuePair.Create((long)key, document)));
        var changed = Enumerable.Range(0, Changed).Select(i => (Key: (long)(i * 7 % (documents.Count + Changed)), Document: made.Next(i))).ToList();
        Measure(name, "change", changed, change => live = live.With(change.Key, change.Document));
        Measure(name, "live lookup", questions, question => live.Find(question, Most));
        Measure(name, "similar", questions, question => live.Similar(question, Most));
    }

    // In the words of learners, because what costs is how many questions share them.
    private void MeasureAskedBefore(string name, int size)
    {
        var known = KnownProblems.Parse(File.ReadLines(Path.Combine(Checkout.Root, "src", "Nexus.Bot", "Content", "problems.txt")));
        var made = new MadeQuestions(Seed, _hub);
        var live = Build($"{name} asked", () => LiveIndex.Of(Enumerable.Range(0, size).Select(key => KeyValuePair.Create((long)key, made.Next(key)))));
        var asked = Enumerable.Range(0, Asked).Select(_ => made.Next(size)).ToList();
        Measure(name, "asked before", asked, question => live.AskedBefore(question, known, Most));
    }

    private T Build<T>(string name, Func<T> build)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        var built = build();
        var took = Stopwatch.GetElapsedTime(started);
        _costs.Add(new IndexCost(name, took.TotalMilliseconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0));
        return built;
    }

    private void Measure<TAsked, T>(string documents, string work, IReadOnlyList<TAsked> asked, Func<TAsked, T> answer)
    {
        // The compiler makes the fast code in the background, after a while.
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Math.Max(Asked, asked.Count) || Stopwatch.GetElapsedTime(began) < WarmUp; i++)
        {
            answer(asked[i % asked.Count]);
        }

        // A collection that the questions before have left is not this work's.
        GC.Collect();
        var took = new List<double>(asked.Count);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in asked)
        {
            var started = ThreadTime.Milliseconds;
            answer(text);
            took.Add(ThreadTime.Milliseconds - started);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        _lines.Add(new SearchLine(documents, work, Latencies.Of(took), allocated / 1024.0 / asked.Count));
    }
}
