using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>The pages of the list, and the change between what is coming and what has been.</summary>
internal sealed class PageRemindersButton(ReminderBook book, ReminderDesk desk) : IButton
{
    /// <summary>The argument is <c>filter/way/page</c>; the way only makes it unique in its message.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "page") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/');
        var filter = parts[0] == nameof(ReminderFilter.Past) ? ReminderFilter.Past : ReminderFilter.Coming;
        var page = parts is [_, _, var number] && int.TryParse(number, out var index) ? index : 0;
        return ReminderListViews.Page(await book.ListAsync(call.User, filter, ct), filter, page, await desk.ZoneOfAsync(call, ct));
    }
}
