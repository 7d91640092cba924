namespace Nexus.Bot.Search;

/// <summary>
/// English stemming: M. F. Porter, "An algorithm for suffix stripping" (1980). Words with digits, signs or letters
/// beyond a–z are left alone; a test compares every word of the hub with SQLite's porter tokenizer.
/// </summary>
internal static class Stemmer
{
    private static readonly (string Suffix, string With)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("logi", "log"),
        ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
        ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
        ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string With)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism",
        "ate", "iti", "ous", "ive", "ize",
    ];

    /// <summary>The word's stem, or the word itself when it is too short or not an English word.</summary>
    public static string Stem(string word)
    {
        if (word.Length is < 3 or > 64 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        Span<char> buffer = stackalloc char[68];
        word.CopyTo(buffer);
        var w = new Word(buffer, word.Length);
        w.Plurals();
        w.PastAndProgressive();
        if (w.EndsWith("y") && w.HasVowel(w.Length - 1))
        {
            w.Set(w.Length - 1, "i");
        }

        w.ReplaceFirst(Step2);
        w.ReplaceFirst(Step3);
        w.DropSuffix();
        w.Tidy();
        return w.Is(word) ? word : w.ToString();
    }

    private ref struct Word(Span<char> text, int length)
    {
        private readonly Span<char> text = text;

        public int Length { get; private set; } = length;

        public readonly bool Is(string other) => text[..Length].SequenceEqual(other);

        public readonly bool EndsWith(string suffix) => text[..Length].EndsWith(suffix);

        public override readonly string ToString() => new(text[..Length]);

        public void Set(int at, string suffix)
        {
            suffix.CopyTo(text[at..]);
            Length = at + suffix.Length;
        }

        public void Plurals()
        {
            if (EndsWith("sses") || EndsWith("ies"))
            {
                Length -= 2;
            }
            else if (EndsWith("s") && !EndsWith("ss"))
            {
                Length--;
            }
        }

        public void PastAndProgressive()
        {
            if (EndsWith("eed"))
            {
                if (Measure(Length - 3) > 0)
                {
                    Length--;
                }

                return;
            }

            var stem = EndsWith("ed") ? Length - 2 : EndsWith("ing") ? Length - 3 : -1;
            if (stem < 0 || !HasVowel(stem))
            {
                return;
            }

            Length = stem;
            if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
            {
                Set(Length, "e");
            }
            else if (EndsInDoubleConsonant() && text[Length - 1] is not ('l' or 's' or 'z'))
            {
                Length--;
            }
            else if (Measure(Length) == 1 && EndsShort(Length))
            {
                Set(Length, "e");
            }
        }

        public void ReplaceFirst((string Suffix, string With)[] rules)
        {
            foreach (var (suffix, with) in rules)
            {
                if (EndsWith(suffix))
                {
                    if (Measure(Length - suffix.Length) > 0)
                    {
                        Set(Length - suffix.Length, with);
                    }

                    return;
                }
            }
        }

        public void DropSuffix()
        {
            var longest = "";
            foreach (var suffix in Step4)
            {
                if (suffix.Length > longest.Length && EndsWith(suffix))
                {
                    longest = suffix;
                }
            }

            // "ion" goes only after s or t, which stay.
            var drop = longest is "sion" or "tion" ? 3 : longest.Length;
            if (drop > 0 && Measure(Length - drop) > 1)
            {
                Length -= drop;
            }
        }

        public void Tidy()
        {
            if (EndsWith("e"))
            {
                var m = Measure(Length - 1);
                if (m > 1 || (m == 1 && !EndsShort(Length - 1)))
                {
                    Length--;
                }
            }

            if (EndsWith("ll") && Measure(Length) > 1)
            {
                Length--;
            }
        }

        public readonly bool HasVowel(int end)
        {
            for (var i = 0; i < end; i++)
            {
                if (!IsConsonant(i))
                {
                    return true;
                }
            }

            return false;
        }

        // The number of vowel-consonant sequences before end.
        private readonly int Measure(int end)
        {
            int m = 0, i = 0;
            while (i < end && IsConsonant(i))
            {
                i++;
            }

            while (i < end)
            {
                while (i < end && !IsConsonant(i))
                {
                    i++;
                }

                if (i < end)
                {
                    m++;
                }

                while (i < end && IsConsonant(i))
                {
                    i++;
                }
            }

            return m;
        }

        private readonly bool EndsInDoubleConsonant() =>
            Length > 1 && text[Length - 1] == text[Length - 2] && IsConsonant(Length - 1);

        // Consonant, vowel, consonant other than w, x, y.
        private readonly bool EndsShort(int end) =>
            end > 2 && IsConsonant(end - 1) && !IsConsonant(end - 2) && IsConsonant(end - 3) &&
            text[end - 1] is not ('w' or 'x' or 'y');

        private readonly bool IsConsonant(int i) => text[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => i == 0 || !IsConsonant(i - 1),
            _ => true,
        };
    }
}
