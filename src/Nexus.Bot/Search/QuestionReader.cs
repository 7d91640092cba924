namespace Nexus.Bot.Search;

/// <summary>Reads one question: leaves stop words out, joins and splits words, spells short forms out, corrects typing slips.</summary>
internal sealed class QuestionReader
{
    private const int MostWords = 64;
    private const int MostReadings = 3;

    // How sure a reading is that is not the word itself.
    private const float SlipShare = 0.85f;
    private const float LongFormShare = 0.8f;
    private const float PrefixShare = 0.5f;
    private const float UnfinishedShare = 0.9f;
    private const float ElsewhereShare = 0.3f;

    // An unknown everyday word says less about what is asked than an unknown technical one; a known one little
    // where it only happens to stand in a text.
    private const float EverydayWeight = 0.35f;
    private const float ElsewhereWeight = 1.2f;
    private const float EverydayInKeywords = 0.6f;
    private const float EverydayInTexts = 0.5f;
    private const float InTexts = 0.6f;

    private readonly Vocabulary _vocabulary;
    private readonly float[] _idf;
    private readonly float _unknownIdf;
    private readonly Func<string, bool>? _knownBeside;
    private readonly List<SearchWord> _words;
    private readonly Question _question = new();
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<Correction> _corrections = [];

    private QuestionReader(string text, Vocabulary vocabulary, float[] idf, float unknownIdf, Func<string, bool>? knownBeside)
    {
        _knownBeside = knownBeside;
        _vocabulary = vocabulary;
        _idf = idf;
        _unknownIdf = unknownIdf;
        _words = SearchText.Words(text, MostWords);
    }

    /// <param name="text">What was asked.</param>
    /// <param name="vocabulary">The words of the index that answers.</param>
    /// <param name="idf">By term.</param>
    /// <param name="unknownIdf">Of a word that no document has.</param>
    /// <param name="typing">The last word may be unfinished.</param>
    /// <param name="knownBeside">Words that an index beside this one has: no misspellings.</param>
    public static Question Read(
        string text, Vocabulary vocabulary, float[] idf, float unknownIdf, bool typing, Func<string, bool>? knownBeside = null)
    {
        // "n + 1" is one word.
        var reader = new QuestionReader(text.Replace(" + 1", "+1", StringComparison.Ordinal), vocabulary, idf, unknownIdf, knownBeside);
        for (var at = 0; at < reader._words.Count; at++)
        {
            if (reader.Join(at))
            {
                at++;
            }
            else if (reader._words[at].Parts is { } parts && !Elsewhere.Has(reader._words[at].Text))
            {
                reader.Compound(reader._words[at].Text, parts);
            }
            else
            {
                reader.Single(reader._words[at].Text, reader.IsElsewhere(at), unfinished: typing && at == reader._words.Count - 1);
            }
        }

        return reader._question;
    }

    private bool Join(int at)
    {
        if (at + 1 >= _words.Count || _words[at].Parts is not null || _words[at + 1].Parts is not null)
        {
            return false;
        }

        var (first, second) = (_words[at].Text, _words[at + 1].Text);
        if (_vocabulary.TryJoin(first, second, out var joined, out var term))
        {
            Ask(joined, term);
            return true;
        }

        // "rabit mq", "post gress": a slip in a word that was also torn.
        if (first.Length < 3 || second.Length < 2 || first.Length + second.Length < 7 ||
            (_vocabulary.Find(first) >= 0 && _vocabulary.Find(second) >= 0) ||
            CommonWords.IsEveryday(first) || CommonWords.IsEveryday(second))
        {
            return false;
        }

        _vocabulary.Correct(first + second, 1, _corrections);
        if (_corrections is not [{ Slips: 1 } whole] || !_vocabulary.IsNamed(whole.Term))
        {
            return false;
        }

        Ask(whole.Word, whole.Term, corrected: true);
        return true;
    }

    private void Compound(string text, IReadOnlyList<string> parts)
    {
        if (_vocabulary.Find(text) is >= 0 and var whole)
        {
            Ask(text, whole, follow: false);
            foreach (var part in parts)
            {
                Step(part, _vocabulary.Find(part));
            }

            return;
        }

        foreach (var part in parts)
        {
            if (IsNumber(part))
            {
                _question.Pass(_vocabulary.Find(part));
            }
            else
            {
                Single(part, Elsewhere.Has(part), unfinished: false);
            }
        }
    }

    private void Single(string word, bool elsewhere, bool unfinished)
    {
        var term = _vocabulary.Find(word);
        if (CommonWords.IsStopWord(word) || IsNoise(word, term))
        {
            _question.Pass(term);
        }
        else if (elsewhere && (term < 0 || !_vocabulary.IsNamed(term)))
        {
            _question.Follow(-1);
            if (_asked.Add(word))
            {
                IReadOnlyList<Reading> readings = term < 0 ? [] : [new Reading(term, ElsewhereShare)];
                _question.Words.Add(new AskedWord(word, readings, ElsewhereWeight * _unknownIdf) { IsElsewhere = true });
            }
        }
        else if (unfinished)
        {
            Guess(word, term, unfinished: true);
        }
        else if (term < 0 && _knownBeside?.Invoke(word) == true)
        {
            AskUnknown(word);
        }
        else if (ShortForms.Of(word) is { Count: > 0 } longer && (term < 0 || !_vocabulary.IsNamed(term)))
        {
            AskAll(term < 0 ? longer : [.. longer, word]);
        }
        else if (term >= 0)
        {
            Ask(word, term);
        }
        else if (!CommonWords.IsEveryday(word) && _vocabulary.TrySplit(word, out var first, out var second))
        {
            AskAll([first, second]);
        }
        else
        {
            Guess(word, -1, unfinished: false);
        }
    }

    private void AskAll(IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (_vocabulary.Find(word) is >= 0 and var term)
            {
                Ask(word, term);
            }
        }
    }

    private void Ask(string word, int term, bool corrected = false, bool follow = true)
    {
        if (follow)
        {
            _question.Follow(term);
        }

        if (!_asked.Add(word))
        {
            return;
        }

        var salience = Salience(word, term);
        var readings = new List<Reading> { new(term, corrected ? SlipShare * salience : salience) };
        if (ShortForms.Of(word) is [var longer] && _vocabulary.Find(longer) is >= 0 and var also && also != term)
        {
            readings.Add(new Reading(also, LongFormShare * salience));
        }

        _question.Words.Add(new AskedWord(word, readings, salience * _idf[term]) { IsCorrected = corrected });
    }

    // Misspelt, unfinished or unknown.
    private void Guess(string word, int term, bool unfinished)
    {
        if (!_asked.Add(word))
        {
            return;
        }

        var readings = new List<Reading>();
        if (term >= 0)
        {
            readings.Add(new Reading(term, 1));
        }

        if (unfinished || (word.Length >= 3 && !CommonWords.IsEveryday(word)))
        {
            var prefixed = new List<int>();
            _vocabulary.Prefixed(word, unfinished ? 8 : MostReadings, prefixed);
            foreach (var other in prefixed)
            {
                if (other != term && (unfinished || _vocabulary.IsNamed(other)))
                {
                    readings.Add(new Reading(other, unfinished ? UnfinishedShare : PrefixShare));
                }
            }
        }

        _corrections.Clear();
        if (term < 0)
        {
            _vocabulary.Correct(word, MostReadings, _corrections);
            foreach (var correction in _corrections)
            {
                if (correction.Slips == _corrections[0].Slips && !readings.Exists(reading => reading.Term == correction.Term))
                {
                    readings.Add(new Reading(correction.Term, MathF.Pow(SlipShare, correction.Slips)));
                }
            }
        }

        if (readings.Count == 0)
        {
            Unknown(word);
            return;
        }

        var (text, likeliest) = _corrections is [var best, ..] ? (best.Word, best.Term) : (word, readings[0].Term);
        readings.Sort((a, b) => b.Certainty.CompareTo(a.Certainty));
        _question.Follow(likeliest);
        _question.Words.Add(new AskedWord(text, readings, _idf[likeliest]) { IsCorrected = _corrections.Count > 0 });
    }

    private void AskUnknown(string word)
    {
        if (_asked.Add(word))
        {
            Unknown(word);
        }
    }

    private void Unknown(string word)
    {
        _question.Follow(-1);
        _question.Words.Add(new AskedWord(word, [], CommonWords.IsEveryday(word) ? EverydayWeight * _unknownIdf : _unknownIdf));
    }

    private void Step(string word, int term)
    {
        if (word.Length == 1 || CommonWords.IsStopWord(word))
        {
            _question.Pass(term);
        }
        else
        {
            _question.Follow(term);
        }
    }

    private float Salience(string word, int term) => (_vocabulary.Place(term), CommonWords.IsEveryday(word)) switch
    {
        (WordPlace.Name, _) or (WordPlace.Keyword, false) => 1,
        (WordPlace.Keyword, true) => EverydayInKeywords,
        (_, true) => EverydayInTexts,
        _ => InTexts,
    };

    private bool IsElsewhere(int at) =>
        Elsewhere.Has(_words[at].Text) ||
        (at + 1 < _words.Count && Elsewhere.Has(_words[at].Text, _words[at + 1].Text)) ||
        (at > 0 && Elsewhere.Has(_words[at - 1].Text, _words[at].Text));

    // Dates, times and line numbers ask for nothing, nor do most single letters; status codes and ports do when a document has them.
    private bool IsNoise(string word, int term) =>
        (word.Length == 1 && (term < 0 || _vocabulary.Place(term) < WordPlace.Body)) || (IsNumber(word) && (term < 0 || word.Length < 3));

    private static bool IsNumber(string word) => !word.AsSpan().ContainsAnyExceptInRange('0', '9');
}
