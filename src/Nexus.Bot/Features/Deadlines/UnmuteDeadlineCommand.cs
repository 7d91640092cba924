using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline unmute</c> takes it back.</summary>
internal sealed class UnmuteDeadlineCommand(DeadlineBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "unmute", "Get reminders of deadlines again")
    {
        Options = [DeadlineOptions.Picked("Which one; all of this server when left out").Optional()],
        Visibility = Visibility.Private,
        Example = "/deadline unmute",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        if (call.TextOrNull(DeadlineOptions.Which) is null)
        {
            if (!await book.IsSilentAsync(call.Guild, call.User, ct))
            {
                return MyDeadlineViews.NotMuted();
            }

            await book.SilenceAsync(call.Guild, call.User, silent: false, ct);
            return MyDeadlineViews.Heard();
        }

        var (deadline, question) = await DeadlineOptions.ReadWhichAsync(call, book, "hear of again", UnmuteDeadlineButton.Spec, ct);
        if (deadline is null)
        {
            return question!;
        }

        await book.MarkAsync(deadline, call.User, (mark, _) => mark.MutedAt = null, ct);
        return MyDeadlineViews.Unmuted(deadline, await book.IsSilentAsync(call.Guild, call.User, ct));
    }
}
