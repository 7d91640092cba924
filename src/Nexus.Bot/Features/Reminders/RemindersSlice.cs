using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>What people want to be reminded of, on time and wherever they can be reached.</summary>
internal static class RemindersSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new ReminderTable())
            .Table(new ReminderFollowerTable())
            .Table(new ReminderDoneTable());
    }
}
