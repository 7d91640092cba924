using NodaTime;
using Pidgin;
using static Pidgin.Parser;
using static Pidgin.Parser<Nexus.Bot.Times.Word>;

namespace Nexus.Bot.Times;

/// <summary>The smallest parts of the grammar: single words, numbers, and how parts are made of them.</summary>
internal static class Terms
{
    public static readonly Parser<Word, int> Count = OneOf(
        The(WordKind.Number).Select(word => word.Value),
        The(WordKind.Count).Select(word => word.Value));

    /// <summary>"1st", "first"; -1 is "last".</summary>
    public static readonly Parser<Word, int> Ordinal =
        The(WordKind.Ordinal).Or(Token(IsSecond)).Select(word => word.Kind == WordKind.Unit ? 2 : word.Value);

    public static readonly Parser<Word, int> OfMonthNumber = Ordinal.Where(day => day > 0);

    public static readonly Parser<Word, int> TwoDigits =
        Token(word => word is { Kind: WordKind.Number, Length: 2, Value: < 60 }).Select(word => word.Value);

    public static readonly Parser<Word, Maybe<int>> Meridiem = The(WordKind.Meridiem).Select(word => word.Value).Optional();

    public static readonly Parser<Word, int> HourOfClock = Count.Where(hour => hour < 24);

    /// <summary>1 or -1: minutes after the hour, or before it.</summary>
    public static readonly Parser<Word, int> AfterOrTo = The(WordKind.After).ThenReturn(1).Or(The(WordKind.To).ThenReturn(-1));

    public static readonly Parser<Word, Word> This = Token(word => word is { Kind: WordKind.Which, Value: (int)Which.This });

    public static readonly Parser<Word, TimeUnit> CalendarUnit =
        Token(word => word is { Kind: WordKind.Unit, Value: >= (int)TimeUnit.Day }).Select(word => (TimeUnit)word.Value);

    /// <summary>"next week": 1, "this week": 0.</summary>
    public static readonly Parser<Word, int> WeeksOn =
        The(WordKind.Which).Before(UnitOf(TimeUnit.Week)).Select(word => word.Value == (int)Which.This ? 0 : 1);

    public static readonly Parser<Word, WordKind> DateSign = Token(word => word.Kind is WordKind.Slash or WordKind.Dash or WordKind.Dot).Select(word => word.Kind);

    /// <summary>"+02:00", "-0530".</summary>
    public static readonly Parser<Word, Offset> OffsetInFull =
        from sign in Sign
        from hours in The(WordKind.Number)
        from minutes in The(WordKind.Colon).Then(TwoDigits).Optional()
        let far = hours.Length == 4 ? (hours.Value / 100 * 60) + (hours.Value % 100) : (hours.Value * 60) + minutes.GetValueOrDefault()
        where hours.Length == 4 ? hours.Value % 100 < 60 && !minutes.HasValue : hours.Length <= 2 && minutes.HasValue
        where far <= 14 * 60
        select Offset.FromSeconds(sign * far * 60);

    /// <summary>"+2", "-05", after "UTC".</summary>
    public static readonly Parser<Word, Offset> OffsetInHours =
        from sign in Sign
        from hours in The(WordKind.Number)
        where hours.Value <= 14
        select Offset.FromHours(sign * hours.Value);

    private static Parser<Word, int> Sign => The(WordKind.Plus).ThenReturn(1).Or(The(WordKind.Dash).ThenReturn(-1));

    public static Parser<Word, Word> The(WordKind kind) => Token(word => word.Kind == kind);

    public static Parser<Word, Word> UnitOf(TimeUnit unit) => Token(word => IsUnit(word, unit));

    public static bool IsUnit(Word word, TimeUnit unit) => word.Kind == WordKind.Unit && word.Value == (int)unit;

    /// <summary>"second", which may be the ordinal.</summary>
    public static bool IsSecond(Word word) => IsUnit(word, TimeUnit.Second) && word.Length == "second".Length;

    /// <summary>"third", not "3rd".</summary>
    public static bool IsSpelled(Word ordinal) => ordinal.Length >= "third".Length;

    public static bool IsPlural(Word word) => word.Kind is WordKind.WorkingDay or WordKind.Weekdays || word is { Kind: WordKind.Weekend, Value: 1 };

    /// <summary>A time of day, if there is such a time; the minutes may be negative.</summary>
    public static Parser<Word, Said> Clock(int hour, int minutes, int second, Maybe<int> half, Written written)
    {
        if (half.HasValue ? hour is < 1 or > 12 : hour > 23)
        {
            return Fail<Said>();
        }

        var whole = half.HasValue ? (hour % 12) + half.Value : hour;
        var exact = half.HasValue || whole is 0 or > 12 || (whole == 12 && written == Written.Loosely);
        return minutes < 60
            ? Return<Said>(new Said.Clock(new LocalTime(whole, 0, second).PlusMinutes(minutes), exact ? Written.Exactly : written))
            : Fail<Said>();
    }

    /// <summary>"3/4", "24.11".</summary>
    public static Parser<Word, Said.Day> DayAndMonth(WordKind sign) =>
        from first in The(WordKind.Number)
        from between in The(sign)
        from second in The(WordKind.Number)
        where IsDate(first.Value, second.Value, 2024)
        select (Said.Day)new Said.Day.Numbers(first.Value, second.Value, null);

    public static bool IsDate(int first, int second, int year) =>
        Calendar.Date(year, second, first) is not null || Calendar.Date(year, first, second) is not null;

    /// <summary>"26" is 2026.</summary>
    public static int FullYear(Word year) => year.Length == 2 ? 2000 + year.Value : year.Value;

    public static Said Fixed(Offset offset) => new Said.Zone(DateTimeZone.ForOffset(offset));

    /// <summary>So many halves of a unit: a calendar unit stays one, its half is days or hours.</summary>
    public static Said.Wait Halves(long halves, TimeUnit unit)
    {
        var (whole, half) = (halves / 2, halves % 2);
        return unit switch
        {
            TimeUnit.Second => Wait(seconds: whole),
            TimeUnit.Minute => Wait(seconds: halves * 30),
            TimeUnit.Hour => Wait(seconds: halves * 1_800),
            TimeUnit.Day => Wait(days: whole, seconds: half * 43_200),
            TimeUnit.Week => Wait(days: (whole * 7) + (half * 3), seconds: half * 43_200),
            TimeUnit.Month => Wait(months: whole, days: half * 15),
            TimeUnit.Year => Wait(months: halves * 6),
        };
    }

    /// <summary>Parts in any order up to the end, each with the number of its first word.</summary>
    public static Parser<Word, IEnumerable<(int Offset, Said Said)>> PhraseOf(Parser<Word, Said> part) =>
        CurrentOffset.Then(part, (offset, said) => (offset, said)).AtLeastOnce().Before(End);

    private static Said.Wait Wait(long months = 0, long days = 0, long seconds = 0) => new(months, days, seconds, In: false, From: false);
}
