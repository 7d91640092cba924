using System.Globalization;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Edit, under the confirmation of a reminder, and "Fix the time" under a draft.</summary>
internal sealed class EditReminderButton(ReminderBook book, ReminderDesk desk) : IButton
{
    /// <summary>The argument is <c>reminder</c>, or <c>reminder/phrase</c> with what could not be read.</summary>
    public static ControlSpec Spec { get; } = new("reminders", "edit");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('/', 2);
        return long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await book.FindEntryAsync(call.User, id, ct) is { } entry
            ? ReminderFormViews.Edit(entry, await desk.ZoneOfAsync(entry.Reminder, ct), parts is [_, var phrase] ? phrase : "", RewriteReminderModal.Spec.For(id))
            : ReminderViews.NotYours();
    }
}
