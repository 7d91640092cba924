using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline remove</c> asks first: it concerns many people.</summary>
internal sealed class RemoveDeadlineCommand(DeadlineBook book) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "remove", "Take a deadline back")
    {
        Options = [DeadlineOptions.Picked("Which one")],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/deadline remove deadline:Capstone schema",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (deadline, question) = await DeadlineOptions.ReadWhichAsync(call, book, "remove", AskDeadlineRemovalButton.Spec, ct);
        return deadline is null ? question!
            : deadline.IsRemoved ? DeadlineViews.IsRemoved(deadline)
            : DeadlineViews.AskRemoval(deadline, isCounted: false, null, isChange: false).Afterwards<CountDeadlineAudience>(DeadlineReference.To(deadline));
    }
}

/// <summary>Remove, under a deadline.</summary>
internal sealed class AskDeadlineRemovalButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "askremoval") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindAsync(call, ct) is not { } deadline ? DeadlineViews.Gone()
        : deadline.IsRemoved ? DeadlineViews.IsRemoved(deadline)
        : DeadlineViews.AskRemoval(deadline, isCounted: false, null, isChange: false).Afterwards<CountDeadlineAudience>(DeadlineReference.To(deadline));
}

/// <summary>Says under the question how many people the removal concerns.</summary>
internal sealed class CountDeadlineAudience(DeadlineBook book, DeadlineAudience audience) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (!long.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || await book.FindAsync(call.Guild, id, ct) is not { IsRemoved: false } deadline)
        {
            return null;
        }

        var without = await book.UnremindedAsync(deadline, ct);
        return DeadlineViews.AskRemoval(deadline, isCounted: true, (await PeopleAsync(deadline, ct))?.Count(person => !without.Contains(person)), isChange: true);
    }

    private async Task<IReadOnlyList<Snowflake>?> PeopleAsync(Deadline deadline, CancellationToken ct)
    {
        try
        {
            return await audience.OfAsync(deadline, ct);
        }
        catch (DiscordApiException)
        {
            return null; // it can be removed without the number
        }
    }
}

/// <summary>Remove it, under the question; and Undo after adding one.</summary>
internal sealed class RemoveDeadlineButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "remove") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call, ct) is not { } deadline)
        {
            return DeadlineViews.Gone();
        }

        await book.RemoveAsync(deadline, ct);
        return DeadlineViews.Removed(deadline);
    }
}

/// <summary>Keep it, under the question.</summary>
internal sealed class KeepDeadlineButton(DeadlineBook book) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "keep") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindAsync(call, ct) is not { } deadline ? DeadlineViews.Gone()
        : deadline.IsRemoved ? DeadlineViews.Removed(deadline)
        : DeadlineViews.Kept(deadline);
}

/// <summary>Undo, after a removal.</summary>
internal sealed class RestoreDeadlineButton(DeadlineBook book, GuildConfigurations configurations, TimeProvider clock) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "restore") { Audience = Audience.Mentors, ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await book.FindAsync(call, ct) is not { } deadline)
        {
            return DeadlineViews.Gone();
        }

        await book.RestoreAsync(deadline, ct);
        return DeadlineViews.Restored(deadline, clock.GetUtcNow(), Zones.Named((await configurations.OfAsync(deadline.GuildId, ct)).TimeZone));
    }
}
