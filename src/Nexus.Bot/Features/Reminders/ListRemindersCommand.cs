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
