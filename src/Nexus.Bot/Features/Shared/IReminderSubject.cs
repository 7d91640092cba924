using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Shared;

/// <summary>A kind of thing of the bot's that reminders can be about: a question, an idea, a deadline. Such a reminder goes when its thing is closed.</summary>
internal interface IReminderSubject
{
    /// <summary>Such as <c>deadline</c>.</summary>
    string Kind { get; }

    /// <summary>Those a reminder may still be about, the nearest first.</summary>
    Task<IReadOnlyList<ReminderSubject>> OpenAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct);

    /// <summary>Null when there is none such (any more).</summary>
    /// <param name="person">For whom it may be closed before it is for the others; null when several people want it.</param>
    Task<ReminderSubject?> FindAsync(NexusDb db, Snowflake guild, long id, Snowflake? person, CancellationToken ct);
}

/// <param name="Name">As people know it; not escaped.</param>
/// <param name="IsClosed">Nobody needs to be reminded of it any more.</param>
internal sealed record ReminderSubject(string Kind, long Id, string Name, bool IsClosed)
{
    /// <summary>The message in which it stands, if any.</summary>
    public string? Link { get; init; }
}
