namespace Nexus.Bot.Times;

/// <summary>How a phrase such as "tomorrow 9:00" was understood.</summary>
internal abstract record WhenReading
{
    private WhenReading()
    {
    }

    /// <summary>One to three readings, the likeliest first; each lies ahead, to the second.</summary>
    internal sealed record Understood(IReadOnlyList<Reading> Readings) : WhenReading
    {
        public Reading Best => Readings[0];

        public DateTimeOffset At => Best.At;
    }

    /// <summary>A moment that is over.</summary>
    internal sealed record Past : WhenReading;

    /// <summary>More than a year ahead, or more than a year apart.</summary>
    internal sealed record TooFar : WhenReading;

    /// <summary>A day without a time of day, where one was asked for.</summary>
    internal sealed record TimeMissing : WhenReading;

    /// <summary>A repetition, where a single time was asked for.</summary>
    internal sealed record Repeats : WhenReading;

    /// <summary>Not a time that this program can read, from this character of the phrase on.</summary>
    internal sealed record NotUnderstood(int Position) : WhenReading
    {
        /// <summary>Phrases that work, whenever they are said.</summary>
        public static IReadOnlyList<string> Examples { get; } = ["in 2h30m", "tomorrow 9:00", "24 Nov 09:00"];

        /// <summary>Likewise, where repetitions do.</summary>
        public static IReadOnlyList<string> RepeatingExamples { get; } = ["in 2h30m", "tomorrow 9:00", "every Monday at 9am"];
    }
}

/// <summary>What the asker can do nothing without.</summary>
[Flags]
internal enum WhenAsked
{
    Anything = 0,

    /// <summary>A day alone is not enough.</summary>
    TimeOfDay = 1,

    /// <summary>No repetitions.</summary>
    Once = 2,
}
