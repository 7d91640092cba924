using Nexus.Bot.Search;

namespace Nexus.Benchmarks;

/// <summary>Documents and questions that nobody wrote: words with the frequencies of a language (Zipf), always the same for one seed.</summary>
internal sealed class MadeDocuments
{
    private const int Words = 60_000;
    private const double Steepness = 1.05;

    private static readonly string[] Syllables =
    [
        "ba", "be", "bor", "ca", "cel", "co", "da", "den", "do", "er", "fa", "fin", "ga", "gor", "ha", "in", "ja", "ka", "lan", "le",
        "ma", "mi", "mon", "na", "nor", "o", "pa", "per", "pol", "que", "ra", "ren", "sa", "ser", "sto", "ta", "ten", "tro", "u", "va", "ver", "wa", "za",
    ];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _cumulated;

    public MadeDocuments(int seed)
    {
        _random = new Random(seed);
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (made.Count < Words)
        {
            made.Add(string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Syllables[_random.Next(Syllables.Length)])));
        }

        _words = [.. made];
        _cumulated = new double[Words];
        var sum = 0.0;
        for (var i = 0; i < Words; i++)
        {
            _cumulated[i] = sum += 1 / Math.Pow(i + 1, Steepness);
        }
    }

    /// <summary>Title of 2–4 words, two other names, three keywords, a body of 40 words: a question or an idea somebody posted.</summary>
    public SearchDocument Next(int number) => new(
        Text(2, 4),
        [$"made-{number}", Text(2, 3)],
        [Text(1, 2), Text(1, 2), Text(1, 2)],
        Text(30, 50));

    /// <summary>What somebody types who looks for the document: some of its words, its title, one of them misspelt, or a long story.</summary>
    public string Question(SearchDocument document)
    {
        var words = $"{document.Title} {document.Body}".Split(' ');
        var some = string.Join(' ', Enumerable.Range(0, _random.Next(3, 7)).Select(_ => words[_random.Next(words.Length)]));
        return _random.Next(10) switch
        {
            < 4 => some,
            < 6 => document.Title,
            < 8 => Misspelt(some),
            < 9 => Misspelt(document.Title),
            _ => $"{some} {Text(40, 60)}",
        };
    }

    /// <summary>The beginning of a name, as a completion is asked for with every key.</summary>
    public string Beginning(SearchDocument document) =>
        document.Title[.._random.Next(1, document.Title.Length + 1)];

    private string Text(int least, int most) =>
        string.Join(' ', Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => Word()));

    private string Word()
    {
        var at = Array.BinarySearch(_cumulated, _random.NextDouble() * _cumulated[^1]);
        return _words[at < 0 ? Math.Min(~at, Words - 1) : at];
    }

    private string Misspelt(string text)
    {
        var at = _random.Next(text.Length - 1);
        return _random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "e"),
            _ => string.Concat(text.AsSpan(0, at), text.AsSpan(at + 1, 1), text.AsSpan(at, 1), text.AsSpan(at + 2)),
        };
    }
}
