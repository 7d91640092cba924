using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Remind me no more, on the card and on every reminder: for whoever presses.</summary>
internal sealed class MuteDeadlineButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "mute");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindAsync(call, ct) is { } deadline ? await MuteAsync(book, deadline, call, call.Argument, ct) : DeadlineViews.Gone();

    public static async Task<Reply> MuteAsync(DeadlineBook book, Deadline deadline, Call call, string which, CancellationToken ct)
    {
        await book.MarkAsync(deadline, call.User, (mark, now) => mark.MutedAt ??= now, ct);
        return MyDeadlineViews.Muted(deadline, which);
    }
}

/// <summary>Undo, after that.</summary>
internal sealed class UnmuteDeadlineButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "unmute") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call, ct) is not { } deadline)
        {
            return DeadlineViews.Gone();
        }

        await book.MarkAsync(deadline, call.User, (mark, _) => mark.MutedAt = null, ct);
        return MyDeadlineViews.UnmutedHere(deadline, await book.IsSilentAsync(deadline.GuildId, call.User, ct), call.Argument);
    }
}

/// <summary>No deadlines of that server, under one of its reminders or cards.</summary>
internal sealed class SilenceDeadlinesButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "silence");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await ServerAsync(book, call, ct) is not { } server)
        {
            return DeadlineViews.Gone();
        }

        await book.SilenceAsync(server, call.User, silent: true, ct);
        return MyDeadlineViews.Silent(call.Argument, inDm: call.GuildOrNull is null);
    }

    /// <summary>That of the deadline or reminder it sits under; without one, where it is pressed.</summary>
    public static async Task<Snowflake?> ServerAsync(DeadlineBook book, ButtonCall call, CancellationToken ct) =>
        call.Argument.Length == 0 ? call.GuildOrNull : (await book.FindAsync(call, ct))?.GuildId;
}

/// <summary>Undo, after that.</summary>
internal sealed class HearDeadlinesButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "hear") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await SilenceDeadlinesButton.ServerAsync(book, call, ct) is not { } server)
        {
            return DeadlineViews.Gone();
        }

        await book.SilenceAsync(server, call.User, silent: false, ct);
        return MyDeadlineViews.HeardHere(inDm: call.GuildOrNull is null);
    }
}
