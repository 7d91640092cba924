namespace Nexus.Bot.Times;

/// <summary>A word, number or sign of a phrase, as the grammar sees it.</summary>
/// <param name="At">Where it stands in the phrase.</param>
/// <param name="Length">How many characters were written; tells 09 from 9 and 0900 from 900.</param>
internal readonly record struct Word(WordKind Kind, int Value, int At, int Length, string? Zone = null)
{
    public bool Padded => Kind == WordKind.Number && Length > 1 && Value < 10;
}

/// <summary>The vocabulary. Beside each: what its value means, where it has one.</summary>
internal enum WordKind
{
    Unknown,
    Filler, // says nothing; never reaches the grammar
    Number,
    Ordinal, // 1 to 31; -1 is "last"
    Colon,
    Dot,
    Slash,
    Dash,
    Plus,
    A,
    Count, // one, two, twenty
    Few, // a couple: 2; a few: 3
    Half,
    Quarter,
    Unit, // a TimeUnit
    Weekday, // 1 is Monday
    Weekdays, // "Mondays": likewise
    WorkingDay,
    Weekend, // 1 when there are several
    Month, // 1 is January
    Part, // a PartOfDay
    Tonight,
    Noon,
    Midnight,
    Meridiem, // hours to add: 0 or 12
    OClock,
    Today, // days from today
    Which, // a Which
    In,
    At, // 1 is "around"
    To,
    After,
    From,
    Now,
    Ago,
    End,
    EndOf, // eod, eow, eom: a TimeUnit
    Every,
    Other,
    Often, // daily, weekly: a TimeUnit
    Fortnight,
    Fortnightly,
    Until,
    Times,
    Starting,
    Except,
    Utc,
    Zone,
}

internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

internal enum PartOfDay
{
    Morning,
    Afternoon,
    Evening,
    Night,
    End,
}

internal enum Which
{
    Any,
    This,
    Next,
    Coming,
}
