using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What a person sees of one reminder that has come.</summary>
internal sealed record ArrivedReminder(Reminder Reminder, Delivery Delivery)
{
    public TimeSpan? LateBy { get; init; }

    public ReminderSubject? Subject { get; init; }

    public bool IsDone { get; init; }

    /// <summary>Others who wanted it too.</summary>
    public IReadOnlyList<Snowflake> Followers { get; init; } = [];

    /// <summary>False when its owner may not mention the role any more.</summary>
    public bool PingsRole { get; init; } = true;

    /// <summary>One message for several people: what one of them presses changes nothing for the others.</summary>
    public bool IsShared => Followers.Count > 0 || Reminder.RoleId is not null;
}
