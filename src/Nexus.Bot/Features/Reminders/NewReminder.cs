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
