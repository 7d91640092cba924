using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>A part of a phrase, as it was said; what it means depends on the day and on the other parts.</summary>
internal abstract record Said
{
    /// <summary>"9:30", "at 9", "noon".</summary>
    internal sealed record Clock(LocalTime Time, Written As) : Said;

    /// <summary>"morning", "tonight", "end of day"; <paramref name="Today"/> when it is today unless another day is said.</summary>
    internal sealed record Part(PartOfDay Of, bool Today) : Said;

    /// <summary>"in 2h30m": calendar units and exact seconds. <paramref name="From"/>: "a week from" a day.</summary>
    internal sealed record Wait(long Months, long Days, long Seconds, bool In, bool From) : Said
    {
        /// <summary>Far enough to be too far, near enough to be added.</summary>
        private const long Most = 1_000_000_000_000;

        public Wait Plus(Wait more) => new(Cap(Months + more.Months), Cap(Days + more.Days), Cap(Seconds + more.Seconds), In, From || more.From);

        public Wait Backwards() => new(-Months, -Days, -Seconds, In, From);

        private static long Cap(long value) => Math.Min(value, Most);
    }

    /// <summary>"UTC", "Europe/London", "+02:00".</summary>
    internal sealed record Zone(DateTimeZone Is) : Said;

    /// <summary>"every 2 weeks", "weekdays". <paramref name="On"/>: of a week; otherwise null.</summary>
    internal sealed record Repeat(TimeUnit Unit, int Interval, IReadOnlyList<IsoDayOfWeek>? On = null) : Said
    {
        /// <summary>"every second Friday" is every other one, or the second of the month.</summary>
        public Nth? Or { get; init; }
    }

    /// <summary>"Mon, Wed and Fri" beside a "weekly".</summary>
    internal sealed record Weekdays(IReadOnlyList<IsoDayOfWeek> On) : Said;

    /// <summary>"the 1st and 15th" beside a "monthly".</summary>
    internal sealed record MonthDays(IReadOnlyList<int> On) : Said;

    /// <summary>"first Monday", "last weekday"; any day when none is named. <paramref name="OfMonth"/>: "of the month" was said.</summary>
    internal sealed record Nth(int At, IReadOnlyList<IsoDayOfWeek> On, bool OfMonth) : Said;

    /// <summary>"until 20 Dec".</summary>
    internal sealed record Until(Day Last) : Said;

    /// <summary>"starting 1 Dec".</summary>
    internal sealed record Starting(Day First) : Said;

    /// <summary>"except 25 Dec".</summary>
    internal sealed record Except(Day Skipped) : Said;

    /// <summary>"6 times".</summary>
    internal sealed record Times(int Many) : Said;

    /// <summary>A day.</summary>
    internal abstract record Day : Said
    {
        /// <summary>"today", "tomorrow", "day after tomorrow".</summary>
        internal sealed record On(int Days) : Day;

        /// <summary>"Friday", "next Friday"; <paramref name="WeeksOn"/>: "Friday next week".</summary>
        internal sealed record OfWeek(IsoDayOfWeek Weekday, Which Which, int? WeeksOn = null) : Day;

        /// <summary>"the 24th", "the 1st of next month".</summary>
        internal sealed record OfMonth(int Number, int? MonthsOn) : Day;

        /// <summary>"24 Nov", "2026-11-24".</summary>
        internal sealed record Date(int? Year, int Month, int Number, bool Iso = false) : Day;

        /// <summary>"03/04", "24/11/2026".</summary>
        internal sealed record Numbers(int First, int Second, int? Year) : Day;

        /// <summary>"Tue 24 Nov": the date counts, and a weekday that is not its own is pointed out.</summary>
        internal sealed record Named(IsoDayOfWeek Weekday, Day Is) : Day;

        /// <summary>"end of week", "end of next month".</summary>
        internal sealed record EndOf(TimeUnit Unit, int Later) : Day;

        /// <summary>"next week", "next month".</summary>
        internal sealed record NextOf(TimeUnit Unit) : Day;

        /// <summary>"the weekend".</summary>
        internal sealed record Weekend(Which Which) : Day;
    }
}

/// <summary>How a time of day was written, which decides whether it could also be twelve hours later.</summary>
internal enum Written
{
    Exactly, // 09:00, 21:30, 9am
    Loosely, // 9:30
    AsHour, // at 9, half past 9
    AsNumber, // 9, which alone is no time
    AsMidnight,
}
