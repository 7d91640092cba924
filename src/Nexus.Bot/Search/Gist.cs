using System.Runtime.InteropServices;

namespace Nexus.Bot.Search;

/// <summary>What a question is about, to be compared with others: its words and senses, what goes wrong, codes of errors.</summary>
internal sealed class Gist
{
    private const int MostTitle = 200;
    private const int MostBody = 3000;

    // Of a long body the beginning says what is asked; the rest are logs.
    private const int MostLetters = 1200;

    // "not" turns around what comes within so many words.
    private const int NegationReach = 3;

    private static readonly string[] Clauses = [". ", "? ", "! ", ", ", "; ", ": ", " but ", " (", ") "];

    private readonly KnownProblems _known;

    private Gist(KnownProblems known, Threes letters)
    {
        _known = known;
        Letters = letters;
    }

    /// <summary>Words and senses of the title, with how often each is there.</summary>
    public Dictionary<string, float> Title { get; } = new(StringComparer.Ordinal);

    /// <summary>The same of title and body, those of the title counted twice.</summary>
    public Dictionary<string, float> All { get; } = new(StringComparer.Ordinal);

    /// <summary>What goes wrong or is wanted, by the title.</summary>
    public HashSet<string> TitleClaims { get; } = new(StringComparer.Ordinal);

    /// <summary>What goes wrong or is wanted, by everything.</summary>
    public HashSet<string> Claims { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of exceptions, status codes, ports.</summary>
    public HashSet<string> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Wordings by which problems are known; true for one in the title.</summary>
    public Dictionary<string, bool> Phrases { get; } = new(StringComparer.Ordinal);

    /// <summary>The known problems it may be about; mostly none or one.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The pages of the hub it belongs to, the surest first.</summary>
    public IReadOnlyList<string> Topics { get; private init; } = [];

    /// <summary>How near it is to every page of the hub.</summary>
    public Nearness Near { get; private init; } = Nearness.None;

    /// <summary>The letters of the title, counted twice, and of the body.</summary>
    public Threes Letters { get; }

    /// <param name="question">Its keywords are its topics.</param>
    /// <param name="known">Problems to recognise it by.</param>
    public static Gist Of(SearchDocument question, KnownProblems known)
    {
        var (title, body) = (Head(question.Title, MostTitle), Head(question.Body, MostBody));
        var gist = new Gist(known, new Threes($"{title} {title} {Head(body, MostLetters)}")) { Topics = question.Keywords, Near = question.Near };
        gist.Read(title, inTitle: true);
        gist.ReadBody(body);
        gist.Problems = known.Of(gist);
        return gist;
    }

    private static string Head(string text, int most) => text.Length <= most ? text : text[..most];

    private void ReadBody(string body)
    {
        var fenced = false;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            var line = body.AsSpan(range).Trim();
            if (line.StartsWith("```"))
            {
                fenced = !fenced;
            }
            else if (fenced || line.StartsWith("File \"") || line.StartsWith("at "))
            {
                Read(ErrorText.Essence(line.ToString()), inTitle: false);
            }
            else
            {
                Read(line.ToString(), inTitle: false);
            }
        }
    }

    // A "not" does not reach beyond its clause.
    private void Read(string text, bool inTitle)
    {
        foreach (var clause in text.Split(Clauses, StringSplitOptions.RemoveEmptyEntries))
        {
            ReadClause(SearchText.Words(clause), inTitle);
        }
    }

    private void ReadClause(List<SearchWord> words, bool inTitle)
    {
        var negated = 0;
        for (var at = 0; at < words.Count;)
        {
            var word = words[at];
            var (sense, length) = SenseAt(words, at, inTitle);
            at += length;
            if (sense is { Kind: SenseKind.Thing })
            {
                negated--;
                Add(sense.Name, isClaim: false, inTitle);
            }
            else if (sense is not null)
            {
                Add(negated > 0 ? Wordings.Not + sense.Name : sense.Name, sense.Kind == SenseKind.Symptom || negated > 0, inTitle);
                negated = 0;
            }
            else if (Wordings.IsNegation(word.Text))
            {
                negated = NegationReach;
            }
            else
            {
                negated--;
                AddWord(word, inTitle);
            }
        }
    }

    // The longest wording that says something; words that problems are known by are noted on the way.
    private (Sense? Sense, int Words) SenseAt(List<SearchWord> words, int at, bool inTitle)
    {
        Span<char> wording = stackalloc char[Wordings.Longest * 65];
        Span<int> ends = stackalloc int[Wordings.Longest];
        var count = 0;
        for (var length = 0; count < Wordings.Longest && at + count < words.Count; count++)
        {
            if (count > 0)
            {
                wording[length++] = Wordings.Space;
            }

            words[at + count].Text.CopyTo(wording[length..]);
            length += words[at + count].Text.Length;
            ends[count] = length;
            if (_known.IsPhrase(wording[..length], out var phrase))
            {
                Phrases[phrase] = inTitle || Phrases.GetValueOrDefault(phrase);
            }
        }

        for (; count > 0; count--)
        {
            if (Wordings.Of(wording[..ends[count - 1]]) is { } sense)
            {
                return (sense, count);
            }
        }

        return (null, 1);
    }

    private void AddWord(SearchWord word, bool inTitle)
    {
        if (word.Parts is not { } parts)
        {
            AddWord(word.Text, inTitle);
            return;
        }

        Add(word.Text, isClaim: false, inTitle);
        var name = word.Text[(word.Text.LastIndexOf('.') + 1)..];
        if (name.EndsWith("error", StringComparison.Ordinal) || name.EndsWith("exception", StringComparison.Ordinal) || name.EndsWith("doesnotexist", StringComparison.Ordinal))
        {
            Codes.Add(name);
        }

        foreach (var part in parts)
        {
            AddWord(part, inTitle);
        }
    }

    private void AddWord(string word, bool inTitle)
    {
        if (word.Length < 2 || CommonWords.IsStopWord(word))
        {
            return;
        }

        if (Wordings.Of(word) is { } sense)
        {
            Add(sense.Name, sense.Kind == SenseKind.Symptom, inTitle);
            return;
        }

        if (word.Length > 2 && (char.IsAsciiDigit(word[0]) || char.IsAsciiDigit(word[^1])))
        {
            Codes.Add(word);
        }

        if (ShortForms.Of(word) is { Count: > 0 } longer)
        {
            foreach (var one in longer)
            {
                Add(Wordings.Of(one)?.Name ?? Stems.Of(one), isClaim: false, inTitle);
            }
        }
        else
        {
            Add(Stems.Of(word), isClaim: false, inTitle);
        }
    }

    private void Add(string term, bool isClaim, bool inTitle)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(All, term, out _) += inTitle ? 2 : 1;
        if (inTitle)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(Title, term, out _) += 1;
        }

        if (isClaim)
        {
            Claims.Add(term);
            if (inTitle)
            {
                TitleClaims.Add(term);
            }
        }
    }
}
