namespace Nexus.Bot.Features.Reminders;

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
