using Nexus.Bot.Deliveries;

namespace Nexus.Bot.Features.Reminders;

/// <summary>A reminder with its next delivery, and the last one that is over.</summary>
internal sealed record ReminderEntry(Reminder Reminder, Delivery? Next, Delivery? Last)
{
    public bool IsSnoozed => Next?.Kind == Reminder.SnoozeKind;
}
