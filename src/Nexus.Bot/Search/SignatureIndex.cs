using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>
/// Finds known error lines in a paste: first signatures whose fixed parts stand in a line in their order, then those whose
/// rare words do. Immutable. Only signatures that share their rarest word with a line are looked at.
/// </summary>
internal sealed class SignatureIndex
{
    // A wildcard stands for a name, a path, an address: not for half a log.
    private const int LongestGap = 160;

    // Less of a signature than this in a line is another error.
    private const float LeastShare = 0.6f;
    private const float LeastWeight = 4f;
    private const float WordsOnly = 0.8f;

    private readonly Entry[] _entries;
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly ILookup<string, Entry> _byRarest;

    public SignatureIndex(IReadOnlyList<(int Document, string Signature)> signatures)
    {
        _entries = new Entry[signatures.Count];
        var words = new HashSet<string>[signatures.Count];
        for (var i = 0; i < signatures.Count; i++)
        {
            words[i] = Words(ErrorText.Normalise(signatures[i].Signature.Replace("*", " # ", StringComparison.Ordinal)));
            foreach (var word in words[i])
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(_byWord, word, out _) ??= []).Add(i);
            }
        }

        for (var i = 0; i < signatures.Count; i++)
        {
            var (document, signature) = signatures[i];
            _entries[i] = new Entry(
                document,
                signature,
                Pieces(Plain(signature)),
                Pieces(ErrorText.Normalise(signature.Replace('*', ErrorText.Varies)).Replace(ErrorText.Varies, '*')),
                words[i].Sum(Weight));
        }

        var parts = _entries.Select(entry => Parts(string.Join(' ', entry.Plain)).Where(part => part.Length > 1).ToList()).ToList();
        var often = parts.SelectMany(list => list).CountBy(part => part).ToDictionary(StringComparer.Ordinal);
        _byRarest = Enumerable.Range(0, signatures.Count)
            .ToLookup(i => parts[i].OrderBy(part => often[part]).FirstOrDefault(""), i => _entries[i], StringComparer.Ordinal);
    }

    /// <summary>The known errors in a paste, surest first, one a document; none when nothing is known.</summary>
    public IReadOnlyList<SignatureHit> Find(string paste, int most)
    {
        var best = new Dictionary<int, (SignatureHit Hit, float Rank)>();
        foreach (var line in ErrorText.Lines(paste).Distinct(StringComparer.Ordinal))
        {
            var plain = Plain(line);
            var normal = ErrorText.Normalise(line);
            foreach (var word in Parts(plain).Append(""))
            {
                foreach (var entry in _byRarest[word])
                {
                    TakeWhole(best, line, plain, normal, entry);
                }
            }

            TakeByWords(best, line, normal);
        }

        return
        [
            .. best.Values.OrderByDescending(found => found.Rank).ThenBy(found => found.Hit.Document)
                .Take(most).Select(found => found.Hit),
        ];
    }

    private static void TakeWhole(Dictionary<int, (SignatureHit Hit, float Rank)> best, string line, string plain, string normal, Entry entry)
    {
        if (Matches(plain, entry.Plain))
        {
            Take(best, entry, line, 1);
        }
        else if (Matches(normal, entry.Normal))
        {
            Take(best, entry, line, 0.95f);
        }
    }

    private void TakeByWords(Dictionary<int, (SignatureHit Hit, float Rank)> best, string line, string normal)
    {
        var shared = new Dictionary<int, (float Weight, int Words)>();
        foreach (var word in Words(normal))
        {
            if (_byWord.TryGetValue(word, out var having))
            {
                foreach (var entry in having)
                {
                    ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, entry, out _);
                    sum = (sum.Weight + Weight(word), sum.Words + 1);
                }
            }
        }

        foreach (var (number, (weight, words)) in shared)
        {
            var entry = _entries[number];
            if (words > 1 && weight >= LeastWeight && weight >= LeastShare * entry.Weight)
            {
                Take(best, entry, line, WordsOnly * weight / entry.Weight);
            }
        }
    }

    // Of two signatures as sure, the one that says more.
    private static void Take(Dictionary<int, (SignatureHit Hit, float Rank)> best, Entry entry, string line, float score)
    {
        var rank = score * (8 + entry.Weight);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, entry.Document, out var exists);
        if (!exists || known.Rank < rank)
        {
            known = (new SignatureHit(entry.Document, entry.Signature, line, score), rank);
        }
    }

    // Whether the pieces stand in the line in this order, none further from the last than a wildcard reaches.
    private static bool Matches(string line, string[] pieces)
    {
        if (pieces.Length == 0)
        {
            return false;
        }

        // Every place the first piece ends, then every place the next one ends that is reached from one of those, …
        Span<int> ends = stackalloc int[64];
        Span<int> reached = stackalloc int[64];
        var count = 0;
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            var next = 0;
            var before = 0;
            var from = piece == 0 ? 0 : ends[0];
            while (next < reached.Length && line.IndexOf(pieces[piece], from, StringComparison.Ordinal) is >= 0 and var at)
            {
                while (before + 1 < count && ends[before + 1] <= at)
                {
                    before++;
                }

                if (piece == 0 || at - ends[before] <= LongestGap)
                {
                    reached[next++] = at + pieces[piece].Length;
                }

                from = at + 1;
            }

            if (next == 0)
            {
                return false;
            }

            reached.CopyTo(ends);
            count = next;
        }

        return true;
    }

    private static string[] Pieces(string signature) =>
        signature.Split('*', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is var pieces &&
        pieces.Sum(piece => piece.Length) >= 6
            ? pieces
            : [];

    private static string Plain(string line) => line.Replace('"', '\'').Replace('`', '\'').ToLowerInvariant();

    private float Weight(string word) => MathF.Log(1 + ((float)(_entries.Length + 8) / _byWord[word].Count));

    private static HashSet<string> Words(string normal) =>
        [.. SearchText.Words(normal).Select(Last).Where(word => word.Length > 1 && !CommonWords.IsStopWord(word))];

    // "django.db.utils.operationalerror" is printed as "operationalerror" as well.
    private static string Last(SearchWord word) => word.Parts is { } parts && word.Text.Contains('.', StringComparison.Ordinal) ? parts[^1] : word.Text;

    // The smallest pieces of a line: a wildcard may have cut a compound.
    private static IEnumerable<string> Parts(string plain) => SearchText.Words(plain).SelectMany(word => word.Parts ?? [word.Text]).Distinct();

    private sealed record Entry(int Document, string Signature, string[] Plain, string[] Normal, float Weight);
}
