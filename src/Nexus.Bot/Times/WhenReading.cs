using NodaTime;

namespace Nexus.Bot.Times;

/// <summary>How a phrase such as "tomorrow 9:00" was understood.</summary>
internal abstract record WhenReading
{
    private WhenReading()
    {
    }

    /// <summary>A moment to come, to the second.</summary>
    internal sealed record Understood(ZonedDateTime Local) : WhenReading
    {
        public DateTimeOffset At => Local.ToDateTimeOffset().ToUniversalTime();
    }

    /// <summary>A moment that is over.</summary>
    internal sealed record Past : WhenReading;

    /// <summary>More than a year ahead.</summary>
    internal sealed record TooFar : WhenReading;

    /// <summary>A day without a time of day.</summary>
    internal sealed record TimeMissing : WhenReading;

    /// <summary>Not a time that this program can read.</summary>
    internal sealed record NotUnderstood : WhenReading;
}
