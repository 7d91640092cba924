namespace Nexus.Bot.Search;

/// <summary>
/// Problems that people have again and again, and by which words a question is recognised as one of them. Two questions about
/// different ones differ, however alike their words are.
/// </summary>
internal sealed class KnownProblems
{
    /// <summary>Of one that all is said by a single word, such as the name of an exception.</summary>
    private const float OneWord = 1;

    private const float PerGroup = 0.2f;

    public static readonly KnownProblems None = new([]);

    private readonly IReadOnlyList<Problem> _problems;
    private readonly ILookup<string, int> _byTerm;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _phrases;

    private KnownProblems(IReadOnlyList<Problem> problems)
    {
        _problems = problems;
        _byTerm = problems.SelectMany((problem, number) => problem.Groups[0].Terms.Select(term => (term, number))).ToLookup(pair => pair.term, pair => pair.number, StringComparer.Ordinal);
        _phrases = problems.SelectMany(problem => problem.Groups.SelectMany(group => group.Terms).Concat(problem.Without))
            .Where(term => term.Contains(Wordings.Space) || CommonWords.IsStopWord(term))
            .ToHashSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _problems.Count;

    /// <summary>A line is <c>name: group group …</c>; see the file that is shipped.</summary>
    /// <exception cref="FormatException">A line is none, or two problems have one name.</exception>
    public static KnownProblems Parse(IEnumerable<string> lines)
    {
        var problems = lines.Where(line => line.Length > 0 && line[0] != '#').Select(Read).ToList();
        return problems.CountBy(problem => problem.Name).FirstOrDefault(named => named.Value > 1) is { Key: { } twice }
            ? throw new FormatException($"The problem {twice} is there twice.")
            : new KnownProblems(problems);
    }

    /// <summary>Whether some words together, or a word that else says nothing, are a wording by which a problem is known.</summary>
    public bool IsPhrase(ReadOnlySpan<char> wording, out string phrase) => _phrases.TryGetValue(wording, out phrase!);

    /// <summary>The problems that a question may be about: those it speaks of most, and equally.</summary>
    public IReadOnlyList<string> Of(Gist gist)
    {
        var best = 0f;
        var found = new List<string>();
        foreach (var number in gist.All.Keys.Concat(gist.Phrases.Keys).SelectMany(term => _byTerm[term]).Distinct().Order())
        {
            var fit = _problems[number].Fit(gist);
            if (fit > best)
            {
                found.Clear();
                best = fit;
            }

            if (fit > 0 && fit == best)
            {
                found.Add(_problems[number].Name);
            }
        }

        return found;
    }

    private static Problem Read(string line)
    {
        if (line.Split(": ", 2) is not [var name, var text])
        {
            throw new FormatException($"This is no problem with its words: {line}");
        }

        var groups = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var with = groups.Where(group => group[0] != '-').Select(group => new Group([.. group.TrimStart('+').Split('|').Select(Term)], group[0] == '+')).ToList();
        return with.Count == 0
            ? throw new FormatException($"This problem has no words: {line}")
            : new Problem(name, with, [.. groups.Where(group => group[0] == '-').Select(group => Term(group[1..]))]);
    }

    private static string Term(string wording) =>
        wording[0] == Wordings.Not ? Wordings.Not + Term(wording[1..])
        : Wordings.Of(wording)?.Name ?? (wording.Contains(Wordings.Space) || CommonWords.IsStopWord(wording) ? wording : Stems.Of(wording));

    /// <param name="GivesAway">It counts as in the title wherever it stands.</param>
    private sealed record Group(IReadOnlyList<string> Terms, bool GivesAway);

    private sealed record Problem(string Name, IReadOnlyList<Group> Groups, IReadOnlyList<string> Without)
    {
        // 0 when a group is missing or none is in the title. In the title counts twice; of two, the one that asks for more says more.
        public float Fit(Gist gist)
        {
            if (Without.Any(term => gist.Title.ContainsKey(term) || gist.Phrases.ContainsKey(term)))
            {
                return 0;
            }

            var inTitle = 0;
            foreach (var group in Groups)
            {
                if (group.Terms.Any(term => gist.Title.ContainsKey(term) || gist.Phrases.GetValueOrDefault(term)))
                {
                    inTitle++;
                }
                else if (group.Terms.Any(term => gist.All.ContainsKey(term) || gist.Phrases.ContainsKey(term)))
                {
                    inTitle += group.GivesAway ? 1 : 0;
                }
                else
                {
                    return 0;
                }
            }

            return inTitle == 0 ? 0 : 1 + ((float)inTitle / Groups.Count) + (Groups.Count == 1 ? OneWord : PerGroup * Groups.Count);
        }
    }
}
