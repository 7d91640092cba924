namespace Nexus.Bot.Features.Reminders;

/// <summary>The section <c>Reminders</c>.</summary>
internal sealed class ReminderOptions
{
    public const string Section = "Reminders";

    /// <summary>How many reminders one person may have waiting.</summary>
    public int MostPerPerson { get; set; } = 100;
}
