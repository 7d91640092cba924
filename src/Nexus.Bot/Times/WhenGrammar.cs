using NodaTime;
using Pidgin;
using static Nexus.Bot.Times.Terms;
using static Pidgin.Parser;
using static Pidgin.Parser<Nexus.Bot.Times.Word>;

namespace Nexus.Bot.Times;

/// <summary>
/// The grammar of times, from the smallest parts to the phrase at the end. A phrase is parts in any order, each said once (days that are skipped: as often as needed);
/// of the alternatives of a part the first that fits is taken. Fillers and typos are gone before: <see cref="Words"/>.
/// </summary>
internal static class WhenGrammar
{
    // ---- Times of day ----

    // "9:30", "09:30:15", "9.30pm", "2026-11-24T09:00:00.000": the fraction is dropped
    private static readonly Parser<Word, Said> HourAndMinute =
        from hour in The(WordKind.Number)
        from sign in The(WordKind.Colon).Or(The(WordKind.Dot))
        from minute in TwoDigits
        from second in Try(The(WordKind.Colon).Then(TwoDigits).Before(The(WordKind.Dot).Then(The(WordKind.Number)).Optional())).Optional()
        from half in Meridiem
        from clock in Clock(hour.Value, minute, second.GetValueOrDefault(), half, hour.Padded || second.HasValue ? Written.Exactly : Written.Loosely)
        select clock;

    // "9h30"; "2h30m", "2h 30" and "2hr30" are waits
    private static readonly Parser<Word, Said> FrenchHour =
        from hour in The(WordKind.Number)
        from h in UnitOf(TimeUnit.Hour).Where(h => h.Length == 1)
        from minute in Token(word => word is { Kind: WordKind.Number, Length: 2, Value: < 60 } && word.At == h.At + 1)
        from end in Not(The(WordKind.Unit))
        from clock in Clock(hour.Value, minute.Value, 0, default, hour.Padded ? Written.Exactly : Written.Loosely)
        select clock;

    // "0900", "at 2130", "0900 hours", "930pm"
    private static readonly Parser<Word, Said> Digits =
        from number in Token(word => word is { Kind: WordKind.Number, Length: 4 or 3 })
        from half in Meridiem
        from hours in UnitOf(TimeUnit.Hour).Optional()
        where number.Length == 4 || half.HasValue
        from clock in Clock(number.Value / 100, number.Value % 100, 0, half, Written.Exactly)
        select clock;

    // "9am", "9 p.m.", "nine pm"
    private static readonly Parser<Word, Said> HourWithMeridiem =
        from hour in Count
        from half in The(WordKind.Meridiem)
        from clock in Clock(hour, 0, 0, new Maybe<int>(half.Value), Written.Exactly)
        select clock;

    // "half past 8", "half 8", "quarter past nine", "a quarter to 6 pm", "ten past 9", "5 minutes to 9"
    private static readonly Parser<Word, int> MinutesAround = OneOf(
        Try(The(WordKind.Half).Then(The(WordKind.After).Optional()).ThenReturn(30)),
        Try(The(WordKind.A).Optional().Then(The(WordKind.Quarter)).Then(AfterOrTo).Select(sign => 15 * sign)),
        from minutes in Count.Where(minutes => minutes < 30)
        from unit in UnitOf(TimeUnit.Minute).Optional()
        from sign in AfterOrTo
        where unit.HasValue || minutes % 5 == 0
        select minutes * sign);

    private static readonly Parser<Word, Said> Spoken =
        from minutes in MinutesAround
        from hour in HourOfClock
        from half in Meridiem
        from clock in Clock(hour, minutes, 0, half, Written.AsHour)
        select clock;

    private static readonly Parser<Word, Said> NoonOrMidnight =
        Token(word => word is { Kind: WordKind.Number or WordKind.Count, Value: 12 }).Optional().Then(OneOf(
            The(WordKind.Noon).ThenReturn<Said>(new Said.Clock(LocalTime.Noon, Written.Exactly)),
            The(WordKind.Midnight).ThenReturn<Said>(new Said.Clock(LocalTime.Midnight, Written.AsMidnight))));

    private static readonly Parser<Word, Said> ClockTime = The(WordKind.At).Optional().Then(OneOf(
        Try(HourAndMinute), Try(FrenchHour), Try(Digits), Try(HourWithMeridiem), Try(Spoken), NoonOrMidnight));

    // "at 9h"; "about 9h" and "9h" are waits
    private static readonly Parser<Word, Said> AtHours =
        from at in Token(word => word is { Kind: WordKind.At, Value: 0 })
        from hour in HourOfClock
        from h in UnitOf(TimeUnit.Hour).Before(Not(The(WordKind.Unit).Or(The(WordKind.Number))))
        from clock in Clock(hour, 0, 0, default, Written.AsHour)
        select clock;

    // "9", "at nine", "9 o'clock"
    private static readonly Parser<Word, Said> BareHour =
        from at in The(WordKind.At).Optional()
        from padded in Lookahead(Any).Select(word => word.Padded)
        from hour in HourOfClock
        from sure in The(WordKind.OClock).Optional()
        from clock in Clock(hour, 0, 0, default, padded ? Written.Exactly : at.HasValue || sure.HasValue ? Written.AsHour : Written.AsNumber)
        select clock;

    // "in the morning", "this evening", "at night", "tonight", "end of day", "end of Friday", "eod"
    private static readonly Parser<Word, Said> Part = OneOf(
        Token(word => word is { Kind: WordKind.EndOf, Value: (int)TimeUnit.Day }).ThenReturn<Said>(new Said.Part(PartOfDay.End, Today: true)),
        Try(The(WordKind.End).Then(UnitOf(TimeUnit.Day).Or(Lookahead(The(WordKind.Today).Or(The(WordKind.Weekday)))))).ThenReturn<Said>(new Said.Part(PartOfDay.End, Today: true)),
        The(WordKind.Tonight).ThenReturn<Said>(new Said.Part(PartOfDay.Night, Today: true)),
        from lead in OneOf(The(WordKind.In), The(WordKind.At), This).Optional()
        from part in The(WordKind.Part)
        select (Said)new Said.Part((PartOfDay)part.Value, lead.HasValue && lead.Value.Kind == WordKind.Which));

    // "UTC", "GMT+1", "UTC-05:30", "Europe/London", "in Lagos", "+02:00"
    private static readonly Parser<Word, Said> Zone = OneOf(
        Try(The(WordKind.In).Optional().Then(The(WordKind.Zone))).Select<Said>(word => new Said.Zone(Zones.Named(word.Zone))),
        The(WordKind.Utc).Then(OneOf(Try(OffsetInFull), OffsetInHours).Optional()).Select(offset => Fixed(offset.GetValueOrDefault())),
        OffsetInFull.Select(Fixed));

    // ---- Waits ----

    // "20 min", "an hour and a half", "two and a half days", "1.5 h", "half an hour", "a couple of days", "three quarters of an hour"
    private static readonly Parser<Word, Said.Wait> Amount = OneOf(
        Try(from quarters in Count.Or(The(WordKind.A).ThenReturn(1)).Optional()
            from quarter in The(WordKind.Quarter)
            from a in The(WordKind.A).Optional()
            from hour in UnitOf(TimeUnit.Hour)
            select new Said.Wait(0, 0, (quarters.HasValue ? quarters.Value : 1) * 900L, false, false)),
        Try(from a in The(WordKind.A).Optional()
            from half in The(WordKind.Half)
            from an in The(WordKind.A).Optional()
            from unit in The(WordKind.Unit)
            select Halves(1, (TimeUnit)unit.Value)),
        Try(from a in The(WordKind.A).Optional()
            from few in The(WordKind.Few)
            from unit in The(WordKind.Unit)
            select Halves(2 * few.Value, (TimeUnit)unit.Value)),
        Try(from whole in The(WordKind.Number)
            from half in The(WordKind.Dot).Then(Token(word => word is { Kind: WordKind.Number, Length: 1, Value: 5 }))
            from unit in The(WordKind.Unit)
            select Halves((2L * whole.Value) + 1, (TimeUnit)unit.Value)),
        Try(from many in Count.Or(The(WordKind.A).ThenReturn(1))
            from fortnight in The(WordKind.Fortnight)
            select Halves(4L * many, TimeUnit.Week)),
        from many in Count.Or(The(WordKind.A).ThenReturn(1))
        from more in Try(The(WordKind.A).Optional().Then(The(WordKind.Half))).Optional()
        from unit in The(WordKind.Unit)
        from end in Try(The(WordKind.A).Optional().Then(The(WordKind.Half)).Before(Not(The(WordKind.After).Or(The(WordKind.Number))))).Optional()
        select Halves((2L * many) + (more.HasValue || end.HasValue ? 1 : 0), (TimeUnit)unit.Value));

    // "in 2h30", "2h 30": the minutes' unit is left out
    private static readonly Parser<Word, Said.Wait> HoursThenMinutes =
        from hours in The(WordKind.Number)
        from h in UnitOf(TimeUnit.Hour)
        from minutes in TwoDigits.Before(Not(The(WordKind.Unit)))
        select new Said.Wait(0, 0, (hours.Value * 3_600L) + (minutes * 60), false, false);

    private static readonly Parser<Word, Said> Wait =
        from lead in The(WordKind.In).Or(The(WordKind.After)).Optional()
        from around in The(WordKind.At).Optional()
        from wait in OneOf(
            Try(HoursThenMinutes),
            Try(Amount).AtLeastOnce().Select(amounts => amounts.Aggregate((sum, amount) => sum.Plus(amount))))
        from ago in OneOf(The(WordKind.Ago).ThenReturn(-1), Try(The(WordKind.From).Then(The(WordKind.Now))).ThenReturn(0), The(WordKind.From).ThenReturn(1)).Optional()
        let far = wait with { In = lead.HasValue, From = ago is { HasValue: true, Value: 1 } }
        select (Said)(ago is { HasValue: true, Value: -1 } ? far.Backwards() : far);

    // ---- Days ----

    private static readonly Parser<Word, IsoDayOfWeek> Weekday = The(WordKind.Weekday).Select(word => (IsoDayOfWeek)word.Value);

    private static readonly Parser<Word, Which> NextOrThis = The(WordKind.Which).Select(word => (Which)word.Value);

    private static readonly Parser<Word, int> Year = Token(word => word is { Kind: WordKind.Number, Length: 4, Value: (>= 1900 and < 2100) or >= 2400 }).Select(word => word.Value);

    private static readonly Parser<Word, int> DayOfMonth = Ordinal.Or(The(WordKind.Number).Select(word => word.Value)).Where(day => day is >= 1 and <= 31);

    private static readonly Parser<Word, int> Month = The(WordKind.Month).Select(word => word.Value);

    // "24 Nov", "Nov 24th 2026"
    private static readonly Parser<Word, Said.Day> NamedDate =
        from date in OneOf(
            Try(from day in DayOfMonth from month in Month select (month, day)),
            from month in Month from day in DayOfMonth select (month, day))
        from year in Year.Optional()
        where Calendar.Date(year.HasValue ? year.Value : 2024, date.month, date.day) is not null
        select (Said.Day)new Said.Day.Date(year.HasValue ? year.Value : null, date.month, date.day);

    // "2026-11-24", "2026/11/24", "20261124"
    private static readonly Parser<Word, Said.Day> IsoDate = OneOf(
        Try(from year in Token(word => word is { Kind: WordKind.Number, Length: 4 })
            from sign in DateSign
            from month in The(WordKind.Number)
            from again in The(sign)
            from day in The(WordKind.Number)
            where Calendar.Date(year.Value, month.Value, day.Value) is not null
            select (Said.Day)new Said.Day.Date(year.Value, month.Value, day.Value, Iso: true)),
        Token(word => word is { Kind: WordKind.Number, Length: 8 } && Calendar.Date(word.Value / 10_000, word.Value / 100 % 100, word.Value % 100) is not null)
            .Select<Said.Day>(word => new Said.Day.Date(word.Value / 10_000, word.Value / 100 % 100, word.Value % 100, Iso: true)));

    // "24/11/2026", "24.11.26", "3/4"
    private static readonly Parser<Word, Said.Day> NumericDate = OneOf(
        Try(from first in The(WordKind.Number)
            from sign in DateSign
            from second in The(WordKind.Number)
            from again in The(sign)
            from year in Token(word => word is { Kind: WordKind.Number, Length: 2 or 4 })
            where IsDate(first.Value, second.Value, FullYear(year))
            select (Said.Day)new Said.Day.Numbers(first.Value, second.Value, FullYear(year))),
        DayAndMonth(WordKind.Slash));

    private static readonly Parser<Word, Said.Day> DateOfWeekday = OneOf(Try(IsoDate), Try(NumericDate), Try(NamedDate));

    // "the 24th", "the 1st of next month"
    private static readonly Parser<Word, Said.Day> OfMonth =
        from day in Ordinal.Where(day => day > 0)
        from which in Try(NextOrThis.Optional().Before(UnitOf(TimeUnit.Month))).Optional()
        select (Said.Day)new Said.Day.OfMonth(day, !which.HasValue || !which.Value.HasValue ? null : which.Value.Value == Which.Next ? 1 : 0);

    // "Friday", "next Friday", "Friday next week", "next week on Friday", "Tue 24 Nov", "Tuesday the 24th"
    private static readonly Parser<Word, Said.Day> OfWeek = OneOf(
        Try(from weekday in Weekday
            from date in DateOfWeekday.Or(OfMonth)
            select (Said.Day)new Said.Day.Named(weekday, date)),
        Try(from weekday in Weekday
            from weeks in WeeksOn
            select (Said.Day)new Said.Day.OfWeek(weekday, Which.Any, weeks)),
        Try(from weeks in WeeksOn
            from weekday in Weekday
            select (Said.Day)new Said.Day.OfWeek(weekday, Which.Any, weeks)),
        Try(from which in NextOrThis.Optional()
            from weekday in Weekday
            select (Said.Day)new Said.Day.OfWeek(weekday, which.GetValueOrDefault())),
        from which in NextOrThis.Optional()
        from weekend in Token(word => word is { Kind: WordKind.Weekend, Value: 0 })
        select (Said.Day)new Said.Day.Weekend(which.GetValueOrDefault()));

    // "end of month", "end of next week", "eow", "next week", "next month"
    private static readonly Parser<Word, Said.Day> OfPeriod = OneOf(
        Token(word => word is { Kind: WordKind.EndOf, Value: > (int)TimeUnit.Day }).Select<Said.Day>(word => new Said.Day.EndOf((TimeUnit)word.Value, 0)),
        from end in The(WordKind.End)
        from which in NextOrThis.Optional()
        from unit in CalendarUnit.Where(unit => unit != TimeUnit.Day)
        select (Said.Day)new Said.Day.EndOf(unit, which is { HasValue: true, Value: Which.Next } ? 1 : 0),
        Try(from which in NextOrThis.Where(which => which != Which.This)
            from unit in CalendarUnit.Where(unit => unit != TimeUnit.Day)
            select (Said.Day)new Said.Day.NextOf(unit)));

    private static readonly Parser<Word, Said.Day> Day = OneOf(
        The(WordKind.Today).Select<Said.Day>(word => new Said.Day.On(word.Value)),
        Try(UnitOf(TimeUnit.Day).Then(The(WordKind.After)).Then(Token(word => word is { Kind: WordKind.Today, Value: 1 }))).ThenReturn<Said.Day>(new Said.Day.On(2)),
        DateOfWeekday,
        Try(OfWeek),
        Try(OfPeriod),
        Try(OfMonth));

    // ---- Repetitions ----

    private static readonly Parser<Word, int> Interval = OneOf(
        The(WordKind.Other).ThenReturn(2),
        Try(Token(IsSecond).ThenReturn(2).Before(Lookahead(The(WordKind.Unit)))),
        Try(from ordinal in The(WordKind.Ordinal)
            from unit in Lookahead(The(WordKind.Unit))
            where ordinal.Value > 1 && (!IsUnit(unit, TimeUnit.Month) || IsSpelled(ordinal)) // "every 15th of the month" is a date
            select ordinal.Value),
        Count.Where(every => every is > 0 and <= 1000));

    private static readonly Parser<Word, Word> AnyWeekday = The(WordKind.Weekday).Or(The(WordKind.Weekdays));

    // "Mon, Wed and Fri", "Mon-Fri", "weekdays"
    private static readonly Parser<Word, IReadOnlyList<IsoDayOfWeek>> WeekdayList = OneOf(
        The(WordKind.WorkingDay).ThenReturn(Weekly.WorkingDays),
        The(WordKind.Weekend).ThenReturn(Weekly.Weekend),
        (from first in AnyWeekday
         from last in Try(The(WordKind.To).Then(AnyWeekday)).Optional()
         select Weekly.Range((IsoDayOfWeek)first.Value, (IsoDayOfWeek)(last.HasValue ? last.Value : first).Value))
        .AtLeastOnce().Select(Weekly.Union));

    // "first Monday", "second Friday", "last day", "last weekday"
    private static readonly Parser<Word, Said.Nth> Nth =
        from at in Ordinal.Where(at => at <= 5)
        from days in OneOf(
            AnyWeekday.Select<IReadOnlyList<IsoDayOfWeek>>(word => [(IsoDayOfWeek)word.Value]),
            The(WordKind.WorkingDay).ThenReturn(Weekly.WorkingDays),
            UnitOf(TimeUnit.Day).ThenReturn<IReadOnlyList<IsoDayOfWeek>>([]))
        from month in Try(This.Optional().Then(UnitOf(TimeUnit.Month))).Optional()
        select new Said.Nth(at, days, month.HasValue);

    // "every first Monday", "every 2 weeks on Fri", "every other Friday", "every Mon-Fri", "every morning", "every 1st", "every 24 Dec"
    private static readonly Parser<Word, Said> Every = The(WordKind.Every).Then(OneOf<Word, Said>(
        Try(Nth.Where(nth => nth.On.Count > 0 || nth.OfMonth)).Select<Said>(nth => nth is { At: 2, OfMonth: false, On.Count: 1 }
            ? new Said.Repeat(TimeUnit.Week, 2, nth.On) { Or = nth with { OfMonth = true } }
            : nth with { OfMonth = true }),
        Try(Lookahead(NamedDate)).ThenReturn<Said>(new Said.Repeat(TimeUnit.Year, 1)),
        Try(from every in Interval.Optional()
            from unit in CalendarUnit
            from days in Try(WeekdayList).Optional()
            where unit == TimeUnit.Week || !days.HasValue
            select (Said)new Said.Repeat(unit, every.HasValue ? every.Value : 1, days.GetValueOrDefault())),
        Try(Lookahead(OfMonth)).ThenReturn<Said>(new Said.Repeat(TimeUnit.Month, 1)),
        Try(from fortnight in The(WordKind.Fortnight)
            from days in Try(WeekdayList).Optional()
            select (Said)new Said.Repeat(TimeUnit.Week, 2, days.GetValueOrDefault())),
        Try(from other in The(WordKind.Other).Optional()
            from days in WeekdayList
            select (Said)new Said.Repeat(TimeUnit.Week, other.HasValue ? 2 : 1, days)),
        Lookahead(The(WordKind.Part)).ThenReturn<Said>(new Said.Repeat(TimeUnit.Day, 1))));

    // "every …", "end of every month", "daily", "weekdays", "Mondays and Thursdays", "Mon-Fri"
    private static readonly Parser<Word, Said> Repeat = OneOf(
        Every,
        Try(The(WordKind.End).Then(The(WordKind.Every)).Then(UnitOf(TimeUnit.Month))).ThenReturn<Said>(new Said.Nth(-1, [], OfMonth: true)),
        The(WordKind.Often).Select<Said>(word => new Said.Repeat((TimeUnit)word.Value, 1)),
        The(WordKind.Fortnightly).ThenReturn<Said>(new Said.Repeat(TimeUnit.Week, 2)),
        Try(Lookahead(Token(IsPlural).Or(The(WordKind.Weekday).Then(The(WordKind.To).Or(The(WordKind.Weekdays)))))
            .Then(WeekdayList).Select<Said>(days => new Said.Repeat(TimeUnit.Week, 1, days))));

    // What goes with a repetition: "first Monday of the month", "Mon, Wed and Fri", "the 1st and 15th", "until 20 Dec", "from 1 Dec", "except 25 Dec", "6 times"
    private static readonly Parser<Word, Said> Condition = OneOf(
        Try(Nth).Cast<Said>(),
        Try(Lookahead(The(WordKind.Weekday).Then(The(WordKind.Weekday))).Then(WeekdayList).Select<Said>(days => new Said.Weekdays(days))),
        Try(from first in OfMonthNumber from more in OfMonthNumber.AtLeastOnce() select (Said)new Said.MonthDays([first, .. more])),
        The(WordKind.Until).Then(Day).Select<Said>(day => new Said.Until(day)),
        The(WordKind.Starting).Or(The(WordKind.From)).Then(Day).Select<Said>(day => new Said.Starting(day)),
        The(WordKind.Except).Then(Day).Select<Said>(day => new Said.Except(day)),
        Try(Count.Before(The(WordKind.Times))).Where(times => times is > 0 and <= 1000).Select<Said>(times => new Said.Times(times)));

    // ---- The phrase ----

    private static readonly Parser<Word, Said>[] Parts =
    [
        Repeat, Condition, Day.Cast<Said>(), Try(The(WordKind.At).Then(Day)).Cast<Said>(),
        Try(ClockTime), Try(AtHours), Try(Part), Try(Wait), Try(Zone), Try(BareHour),
    ];

    /// <summary>"9.10" is ten past nine.</summary>
    public static readonly Parser<Word, IEnumerable<(int Offset, Said Said)>> Phrase = PhraseOf(OneOf(Parts));

    /// <summary>"9.10 at 8" is the 9th of October.</summary>
    public static readonly Parser<Word, IEnumerable<(int Offset, Said Said)>> PhraseWithDottedDate = PhraseOf(OneOf([Try(DayAndMonth(WordKind.Dot)).Cast<Said>(), .. Parts]));
}
