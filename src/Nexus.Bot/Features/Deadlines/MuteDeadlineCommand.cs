using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline mute</c> ends the reminders of one deadline, or of all, for whoever asks.</summary>
internal sealed class MuteDeadlineCommand(DeadlineBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "mute", "Get no reminders of one deadline, or of any")
    {
        Options = [DeadlineOptions.Picked("Which one; all of this server when left out").Optional()],
        Visibility = Visibility.Private,
        Example = "/deadline mute",
        Details = "Only for you; nobody is told. `/deadline unmute` takes it back.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.TextOrNull(DeadlineOptions.Which) is null)
        {
            await book.SilenceAsync(call.Guild, call.User, silent: true, ct);
            return MyDeadlineViews.Silent("");
        }

        var (deadline, question) = await DeadlineOptions.ReadWhichAsync(call, book, "mute", MuteDeadlineButton.Spec, ct);
        return deadline is null ? question! : await MuteDeadlineButton.MuteAsync(book, deadline, call, DeadlineReference.To(deadline), ct);
    }
}
