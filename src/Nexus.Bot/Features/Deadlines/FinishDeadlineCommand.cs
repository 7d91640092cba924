using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline done</c> ends the reminders of one for whoever has it done.</summary>
internal sealed class FinishDeadlineCommand(DeadlineBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "done", "Say that you have something done; its reminders stop for you")
    {
        Options = [DeadlineOptions.Picked("Which one you have done")],
        Visibility = Visibility.Private,
        Example = "/deadline done deadline:Capstone schema",
        Details = "Only you see it, and mentors see how many have it done, not who.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (deadline, question) = await DeadlineOptions.ReadWhichAsync(call, book, "mark as done", FinishDeadlineButton.Spec, ct);
        return deadline is null ? question! : await FinishDeadlineButton.FinishAsync(book, deadline, call, DeadlineReference.To(deadline), ct);
    }
}

/// <summary>Done, on the card and on every reminder: for whoever presses.</summary>
internal sealed class FinishDeadlineButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "done");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindAsync(call, ct) is { } deadline ? await FinishAsync(book, deadline, call, call.Argument, ct) : DeadlineViews.Gone();

    public static async Task<Reply> FinishAsync(DeadlineBook book, Deadline deadline, Call call, string which, CancellationToken ct)
    {
        if (deadline.IsRemoved)
        {
            return DeadlineViews.IsRemoved(deadline);
        }

        await book.MarkAsync(deadline, call.User, (mark, now) => mark.DoneAt ??= now, ct);
        return MyDeadlineViews.Done(deadline, which);
    }
}

/// <summary>Undo, after Done.</summary>
internal sealed class UnfinishDeadlineButton(DeadlineBook book, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "undone") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call, ct) is not { } deadline)
        {
            return DeadlineViews.Gone();
        }

        await book.MarkAsync(deadline, call.User, (mark, _) => mark.DoneAt = null, ct);
        // In a DM only those it is for have a reminder to press on.
        var entry = await book.EntryAsync(deadline, call, ct);
        return MyDeadlineViews.NotDone(deadline, deadline.IsOver(clock.GetUtcNow()) ? null : !entry.IsMuted && (entry.IsTheirs || call.GuildOrNull is null));
    }
}
