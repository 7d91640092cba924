using Nexus.Bot.Hub;
using Nexus.Bot.Search;

namespace Nexus.Benchmarks;

/// <summary>As many questions as wanted from the titles and sentences of those that learners would ask, always the same for one seed.</summary>
internal sealed class MadeQuestions
{
    private static readonly string[] Files = ["tuned.txt", "held-out.txt", "lot1.txt", "lot2.txt", "lot3.txt", "background.txt"];

    private readonly Random _random;
    private readonly List<string[]> _titles;
    private readonly List<string> _sentences;
    private readonly string[] _topics;
    private readonly HubIndex _hub;

    public MadeQuestions(int seed, HubIndex hub)
    {
        _random = new Random(seed);
        _hub = hub;
        var lines = Files.SelectMany(file => File.ReadLines(Path.Combine(Checkout.Root, "tests", "Nexus.Bot.Tests", "Questions", "Duplicates", file)))
            .Where(line => line.Length > 0 && line[0] != '#' && !line.StartsWith("//", StringComparison.Ordinal) && !line.StartsWith("```", StringComparison.Ordinal))
            .ToLookup(line => line.StartsWith("== ", StringComparison.Ordinal) || line.StartsWith("!= ", StringComparison.Ordinal));
        _topics = [.. hub.Pages.Select(page => page.Slug).Order(StringComparer.Ordinal)];
        _titles = [.. lines[true].Select(title => title[3..].Split(' '))];
        _sentences = [.. lines[false].SelectMany(line => line.Split(". ", StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>Half of one title and half of another, two to five sentences, one to three topics, and a name as everybody's own code has.</summary>
    public SearchDocument Next(int number)
    {
        var made = Words(number);
        return made with { Near = _hub.Near($"{made.Title}\n{made.Body}") };
    }

    private SearchDocument Words(int number) => new(
        $"{string.Join(' ', Half(first: true))} {string.Join(' ', Half(first: false))}",
        [],
        [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _topics[_random.Next(_topics.Length)]).Distinct()],
        $"In my project_{number % 20_000} {string.Join(". ", Enumerable.Range(0, _random.Next(2, 6)).Select(_ => _sentences[_random.Next(_sentences.Count)]))}");

    private string[] Half(bool first)
    {
        var title = _titles[_random.Next(_titles.Count)];
        return first ? title[..((title.Length + 1) / 2)] : title[(title.Length / 2)..];
    }
}
