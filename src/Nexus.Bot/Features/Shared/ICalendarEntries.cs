using Nexus.Bot.Data;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Shared;

/// <summary>A kind of coming thing that belongs into people's calendars.</summary>
internal interface ICalendarEntries
{
    /// <summary>Those that are still to come, in any order.</summary>
    /// <param name="person">Who asks, and the roles they hold: what is not for them is left out.</param>
    Task<IReadOnlyList<CalendarEntry>> ComingAsync(NexusDb db, Snowflake guild, Snowflake person, IReadOnlyList<Snowflake> roles, CancellationToken ct);
}

/// <param name="Key">The same for the same thing each time, such as <c>deadline-12</c>: calendars replace the entry by it.</param>
/// <param name="Title">As people wrote it; not escaped.</param>
/// <param name="Start">When it begins, or is due; the first time of a series.</param>
internal sealed record CalendarEntry(string Key, string Title, DateTimeOffset Start)
{
    /// <summary>Nothing for a moment, such as a deadline.</summary>
    public TimeSpan Length { get; init; }

    public Recurrence? Repeats { get; init; }

    public string? Place { get; init; }

    public string? Details { get; init; }

    public string? Url { get; init; }

    /// <summary>Only for people who can read this channel; for everybody when null.</summary>
    public Snowflake? Channel { get; init; }
}
