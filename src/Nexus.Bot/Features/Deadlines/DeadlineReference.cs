using System.Globalization;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>
/// What a button of a deadline carries: the deadline of the server it is pressed on (<c>12</c>), or a reminder of whoever presses
/// (<c>r34</c>), which leads to its deadline from a DM as well and for nobody else.
/// </summary>
internal readonly record struct DeadlineReference(long? Deadline, long? Reminder)
{
    public static string To(Deadline deadline) => deadline.Id.ToString(CultureInfo.InvariantCulture);

    public static string Through(DeadlineReminder reminder) => string.Create(CultureInfo.InvariantCulture, $"r{reminder.Id}");

    public static DeadlineReference Read(string argument) => argument switch
    {
        ['r', .. var number] => new(null, Number(number)),
        _ => new(Number(argument), null),
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
