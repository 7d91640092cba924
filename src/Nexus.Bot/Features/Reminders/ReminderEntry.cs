using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Reminders;

/// <summary>A reminder with its next delivery, and the last one that is over.</summary>
internal sealed record ReminderEntry(Reminder Reminder, Delivery? Next, Delivery? Last)
{
    /// <summary>The owner has pressed Done on the last one.</summary>
    public bool IsDone { get; init; }

    /// <summary>What it is about is closed: what is to come will not be sent.</summary>
    public bool IsNeedless { get; init; }

    /// <summary>It is somebody else's, and this person has joined it.</summary>
    public bool IsFollowed { get; init; }

    public bool IsSnoozed => Next?.Kind == Reminder.SnoozeKind;
}
