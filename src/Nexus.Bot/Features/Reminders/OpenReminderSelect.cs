using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Opens one reminder from the list.</summary>
internal sealed class OpenReminderSelect(ReminderBook book, ReminderDesk desk, TimeProvider clock) : ISelect
{
    public static ControlSpec Spec { get; } = new("reminders", "open");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        var id = call.Values is [var value] && long.TryParse(value, out var number) ? number : (long?)null;
        return await book.FindEntryAsync(call.User, id, ct) switch
        {
            null => (await book.FollowedAsync(call.User, ct)).FirstOrDefault(entry => entry.Reminder.Id == id) is { } followed
                ? ReminderListViews.Followed(followed)
                : ReminderViews.NotYours(),
            { Next: null } over => ReminderListViews.Past(over),
            var entry => ReminderViews.Confirmed(entry, await desk.ZoneOfAsync(entry.Reminder, ct), clock.GetUtcNow(), null),
        };
    }
}
