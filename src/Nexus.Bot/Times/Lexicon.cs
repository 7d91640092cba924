using System.Collections.Frozen;
using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>Which words there are, and which word a misspelled one was meant to be.</summary>
internal static class Lexicon
{
    /// <summary>A typo is looked for in words of this length; shorter ones are too like each other.</summary>
    private const int ShortestTypo = 4;

    /// <summary>From this length on, two slips may be in one word.</summary>
    private const int TwoSlips = 7;

    private const int LongestTypo = 12;

    // Words of their own, however near they are to ours; nor is "nice" a nine.
    private static readonly FrozenSet<string> NoTypos = FrozenSet.Create("match", "mouth", "form", "list", "lost", "tell", "text", "noun");

    private static readonly FrozenDictionary<string, (WordKind Kind, int Value)> Words;

    // Names first: they are what people misspell, and "wensday" is as near to "weekday" as to "Wednesday".
    private static readonly string[] Guesses;

    static Lexicon()
    {
        var beginnings = new HashSet<string>(StringComparer.Ordinal);
        Words = Build(beginnings).ToFrozenDictionary();
        Guesses =
        [
            .. Words.Where(word => word.Key.Length >= ShortestTypo && word.Value.Kind is not (WordKind.Filler or WordKind.Count) && !beginnings.Contains(word.Key))
                .OrderBy(word => IsName(word.Value.Kind) ? 0 : 1).ThenBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Key),
        ];
    }

    /// <summary>Whether a word in lower case is one, as it is written.</summary>
    public static bool Has(string word) => Words.ContainsKey(word);

    /// <summary>What a word in lower case means.</summary>
    public static (WordKind Kind, int Value) Of(string word) =>
        Words.TryGetValue(word, out var known) ? known : Guess(word) ?? (WordKind.Unknown, 0);

    private static bool IsName(WordKind kind) => kind is WordKind.Weekday or WordKind.Month or WordKind.Today;

    // The nearest word that begins alike; none when two with different meanings are equally near.
    private static (WordKind, int)? Guess(string word)
    {
        if (word.Length is < ShortestTypo or > LongestTypo || NoTypos.Contains(word))
        {
            return null;
        }

        var nearest = word.Length < TwoSlips ? 2 : 3;
        (WordKind, int)? found = null;
        foreach (var guess in Guesses)
        {
            if (guess[0] != word[0] || Math.Abs(guess.Length - word.Length) > nearest || Slips(guess, word) is var slips && slips > nearest)
            {
                continue;
            }

            if (slips < nearest)
            {
                (nearest, found) = (slips, Words[guess]);
            }
            else if (found is { } other && other != Words[guess] && (IsName(Words[guess].Kind) || !IsName(other.Item1)))
            {
                found = null;
            }
        }

        return found;
    }

    // Letters left out, put in, exchanged or swapped with their neighbour.
    private static int Slips(string meant, string written)
    {
        Span<int> swapped = stackalloc int[written.Length + 1], above = stackalloc int[written.Length + 1], row = stackalloc int[written.Length + 1];
        for (var j = 0; j <= written.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= meant.Length; i++)
        {
            above.CopyTo(swapped);
            row.CopyTo(above);
            row[0] = i;
            for (var j = 1; j <= written.Length; j++)
            {
                var exchanged = above[j - 1] + (meant[i - 1] == written[j - 1] ? 0 : 1);
                row[j] = Math.Min(exchanged, 1 + Math.Min(above[j], row[j - 1]));
                if (i > 1 && j > 1 && meant[i - 1] == written[j - 2] && meant[i - 2] == written[j - 1])
                {
                    row[j] = Math.Min(row[j], swapped[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }

    private static Dictionary<string, (WordKind, int)> Build(HashSet<string> beginnings)
    {
        var words = new Dictionary<string, (WordKind, int)>(StringComparer.Ordinal);
        foreach (var day in Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None))
        {
            Beginnings(WordKind.Weekday, (int)day, day.ToString());
            Say(WordKind.Weekdays, (int)day, $"{day}s");
        }

        foreach (var (name, at) in Calendar.Months.Select((name, at) => (name, at)))
        {
            Beginnings(WordKind.Month, at + 1, name);
        }

        Beginnings(WordKind.Today, 0, "today");
        Beginnings(WordKind.Today, 1, "tomorrow");
        Beginnings(WordKind.Tonight, 0, "tonight");
        beginnings.Remove("sept");
        Say(WordKind.Filler, 0, "the on of please pls remind me us and for sharp exactly later time t like just");
        Say(WordKind.Weekday, 2, "tues");
        Say(WordKind.Weekday, 3, "weds");
        Say(WordKind.Weekday, 4, "thurs");
        Say(WordKind.Today, -1, "yesterday");
        Say(WordKind.Today, 1, "tmr tmrw tmw");
        Say(WordKind.Tonight, 0, "tonite");
        Say(WordKind.WorkingDay, 0, "weekday weekdays workday workdays");
        Say(WordKind.Weekend, 0, "weekend");
        Say(WordKind.Weekend, 1, "weekends");
        Say(WordKind.Unit, (int)TimeUnit.Second, "s sec secs second seconds");
        Say(WordKind.Unit, (int)TimeUnit.Minute, "m min mins minute minutes");
        Say(WordKind.Unit, (int)TimeUnit.Hour, "h hr hrs hour hours");
        Say(WordKind.Unit, (int)TimeUnit.Day, "d day days");
        Say(WordKind.Unit, (int)TimeUnit.Week, "w wk wks week weeks");
        Say(WordKind.Unit, (int)TimeUnit.Month, "mo mos month months");
        Say(WordKind.Unit, (int)TimeUnit.Year, "y yr yrs year years");
        Say(WordKind.Often, (int)TimeUnit.Day, "daily");
        Say(WordKind.Often, (int)TimeUnit.Week, "weekly");
        Say(WordKind.Often, (int)TimeUnit.Month, "monthly");
        Say(WordKind.Often, (int)TimeUnit.Year, "yearly annually");
        Say(WordKind.Fortnightly, 0, "fortnightly biweekly");
        Say(WordKind.Fortnight, 0, "fortnight fortnights");
        Say(WordKind.Part, (int)PartOfDay.Morning, "morning mornings");
        Say(WordKind.Part, (int)PartOfDay.Afternoon, "afternoon afternoons");
        Say(WordKind.Part, (int)PartOfDay.Evening, "evening evenings");
        Say(WordKind.Part, (int)PartOfDay.Night, "night nights");
        Say(WordKind.Noon, 0, "noon midday lunch lunchtime");
        Say(WordKind.Midnight, 0, "midnight");
        Say(WordKind.Meridiem, 0, "am");
        Say(WordKind.Meridiem, 12, "pm");
        Say(WordKind.OClock, 0, "o'clock oclock");
        Say(WordKind.A, 0, "a an");
        InOrder(WordKind.Count, 1, "one two three four five six seven eight nine ten eleven twelve");
        Say(WordKind.Count, 15, "fifteen");
        Say(WordKind.Count, 20, "twenty");
        Say(WordKind.Count, 30, "thirty");
        Say(WordKind.Count, 40, "forty");
        Say(WordKind.Count, 45, "forty-five");
        Say(WordKind.Count, 25, "twenty-five");
        Say(WordKind.Count, 50, "fifty");
        Say(WordKind.Ordinal, 1, "first"); // "second" is a unit too: the grammar knows
        InOrder(WordKind.Ordinal, 3, "third fourth fifth");
        Say(WordKind.Ordinal, -1, "last");
        Say(WordKind.Few, 2, "couple");
        Say(WordKind.Few, 3, "few");
        Say(WordKind.Half, 0, "half");
        Say(WordKind.Quarter, 0, "quarter quarters");
        Say(WordKind.Which, (int)Which.This, "this");
        Say(WordKind.Which, (int)Which.Next, "next");
        Say(WordKind.Which, (int)Which.Coming, "coming");
        Say(WordKind.In, 0, "in within");
        Say(WordKind.At, 0, "at by");
        Say(WordKind.At, 1, "around about approx approximately");
        Say(WordKind.To, 0, "to through");
        Say(WordKind.After, 0, "past after");
        Say(WordKind.From, 0, "from");
        Say(WordKind.Now, 0, "now");
        Say(WordKind.Ago, 0, "ago");
        Say(WordKind.End, 0, "end");
        Say(WordKind.EndOf, (int)TimeUnit.Day, "eod");
        Say(WordKind.EndOf, (int)TimeUnit.Week, "eow");
        Say(WordKind.EndOf, (int)TimeUnit.Month, "eom");
        Say(WordKind.Every, 0, "every each");
        Say(WordKind.Other, 0, "other");
        Say(WordKind.Until, 0, "until till til");
        Say(WordKind.Times, 0, "times");
        Say(WordKind.Starting, 0, "starting beginning since");
        Say(WordKind.Except, 0, "except");
        Say(WordKind.Utc, 0, "utc gmt z");
        return words;

        void Say(WordKind kind, int value, string spellings)
        {
            foreach (var word in spellings.ToLowerInvariant().Split(' '))
            {
                words[word] = (kind, value);
            }
        }

        void InOrder(WordKind kind, int first, string spellings)
        {
            foreach (var word in spellings.Split(' '))
            {
                Say(kind, first++, word);
            }
        }

        // "tomo", "wedn" and "novem" are read while they are typed.
        void Beginnings(WordKind kind, int value, string name)
        {
            Say(kind, value, name);
            for (var length = 3; length < name.Length; length++)
            {
                Say(kind, value, name[..length]);
                beginnings.Add(name[..length].ToLowerInvariant());
            }
        }
    }
}
