using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;

namespace Nexus.Bot.Features.Deadlines;

/// <summary><c>/deadline show</c> shows one, and how whoever asks stands to it.</summary>
internal sealed class ShowDeadlineCommand(DeadlineBook book, DeadlineDesk desk) : ICommand
{
    public static CommandSpec Spec { get; } = new("deadline", "show", "Look at one deadline")
    {
        Options = [DeadlineOptions.Picked("Which one")],
        Visibility = Visibility.Private,
        Example = "/deadline show deadline:Capstone schema",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (deadline, question) = await DeadlineOptions.ReadWhichAsync(call, book, "look at", ShowDeadlineButton.Spec, ct);
        return deadline is null ? question! : await desk.ShowAsync(deadline, call, ct);
    }
}

/// <summary>One of those under "which one".</summary>
internal sealed class ShowDeadlineButton(DeadlineBook book, DeadlineDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("deadlines", "show");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await book.FindAsync(call, ct) is { } deadline ? await desk.ShowAsync(deadline, call, ct) : DeadlineViews.Gone();
}

/// <summary>"Look at one…" under <c>/deadline list</c>.</summary>
internal sealed class OpenDeadlineSelect(DeadlineBook book, DeadlineDesk desk) : ISelect
{
    public static ControlSpec Spec { get; } = new("deadlines", "open");

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct) =>
        call.GuildOrNull is { } guild && call.Values is [var value] && DeadlineReference.Read(value).Deadline is { } id && await book.FindAsync(guild, id, ct) is { } deadline
            ? await desk.ShowAsync(deadline, call, ct)
            : DeadlineViews.Gone();
}

/// <summary>One deadline as somebody sees it.</summary>
internal sealed class DeadlineDesk(DeadlineBook book, GuildConfigurations configurations, TimeProvider clock)
{
    public async Task<Reply> ShowAsync(Deadline deadline, Call call, CancellationToken ct)
    {
        var configuration = await configurations.OfAsync(deadline.GuildId, ct);
        return DeadlineListViews.Shown(
            await book.EntryAsync(deadline, call, ct),
            await book.DoneByAsync(deadline, ct),
            AccessRules.Allows(Audience.Mentors, call.Interaction, configuration),
            clock.GetUtcNow(),
            Zones.Named(configuration.TimeZone));
    }
}
