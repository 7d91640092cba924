using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Opens one reminder from the list.</summary>
internal sealed class OpenReminderSelect(ReminderBook book, ReminderDesk desk, TimeProvider clock) : ISelect
{
    public static ControlSpec Spec { get; } = new("reminders", "open");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) =>
        await book.FindEntryAsync(call.User, call.Values is [var value] && long.TryParse(value, out var id) ? id : null, ct) switch
        {
            null => ReminderViews.NotYours(),
            { Next: null } over => ReminderListViews.Past(over),
            var entry => ReminderViews.Confirmed(entry, await desk.ZoneOfAsync(entry.Reminder, ct), clock.GetUtcNow(), null),
        };
}
