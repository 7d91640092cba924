using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What somebody asked for; the time is read apart.</summary>
/// <param name="Guild">Null in a DM.</param>
/// <param name="Channel">Null in a DM.</param>
/// <param name="AskedBy">The interaction.</param>
internal sealed record NewReminder(Snowflake Person, Snowflake? Guild, Snowflake? Channel, Snowflake AskedBy, string Text)
{
    public bool ByDm { get; init; }

    public string? Link { get; init; }

    public ReminderSubject? Subject { get; init; }

    public Snowflake? Role { get; init; }

    public bool IsPublic { get; init; }
}

internal abstract record AddResult
{
    private AddResult()
    {
    }

    internal sealed record Added(ReminderEntry Entry) : AddResult;

    internal sealed record Full(int Most) : AddResult;

    /// <summary>Nothing to remind of, or too much.</summary>
    internal sealed record WordingIsWrong : AddResult;
}

internal enum FollowResult
{
    Joined,
    Already,
    IsOwner,
    Full,

    /// <summary>It is over, or cancelled.</summary>
    Over,
}
