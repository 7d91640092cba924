using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Calendar;

/// <summary><c>/announce calendar</c> gives what is coming as a file for people's own calendars.</summary>
internal sealed class ShowCalendarCommand : ICommand
{
    public static CommandSpec Spec { get; } = new("announce", "calendar", "Get coming announcements and deadlines as a calendar file")
    {
        Visibility = Visibility.Private,
        Example = "/announce calendar",
        Details = "The file (.ics) opens in Google Calendar, Outlook, Apple Calendar and others. It has what you can see on this server. "
            + "Get it again when something has changed: known entries are updated, not doubled.",
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) =>
        Task.FromResult(CalendarViews.Writing().Afterwards<WriteCalendar>());
}
