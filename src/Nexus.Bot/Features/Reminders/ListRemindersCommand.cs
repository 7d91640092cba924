using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Reminders;

/// <summary><c>/remind list</c> shows one's own reminders, the same list everywhere.</summary>
internal sealed class ListRemindersCommand(ReminderBook book, ReminderDesk desk) : ICommand
{
    private const string Past = "past";

    public static CommandSpec Spec { get; } = new("remind", "list", "Your reminders: see, edit or cancel them")
    {
        Options = [Option.Choice("show", "What is coming when left out", ("What is coming", "coming"), ("What has been", Past)).Optional()],
        Places = Places.Anywhere,
        Visibility = Visibility.Private,
        Example = "/remind list",
        Details = "Only you see it. Pick one from the list to edit, cancel or stop it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var filter = call.TextOrNull("show") == Past ? ReminderFilter.Past : ReminderFilter.Coming;
        return ReminderListViews.List(await book.ListAsync(call.User, filter, ct), filter, await desk.ZoneOfAsync(call, ct));
    }
}

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
