using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing.Editing;

/// <summary><c>/idea edit</c>: the form with an idea's words.</summary>
internal sealed class EditIdeaCommand(IdeaNames names, IdeaEditor editor) : ICommand
{
    private const string Idea = "idea";

    public static CommandSpec Spec { get; } = new("idea", "edit", "Change the words of your idea, or whom it needs")
    {
        Options = [IdeaNames.Option(Idea, "Which one: its number, or a few words of it")],
        Visibility = Visibility.Private,
        Example = "/idea edit idea:12",
        Details = "Its card then says “edited”, and **More…** on it shows what it said before. Mentors may edit too; its author is told then. Nobody loses a place by it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text(Idea);
        var named = await names.FindAsync(call.Guild, typed, ct);
        return named.Meant is { } idea ? await editor.OpenAsync(call, idea, needsTyped: null, ct) : IdeaNameViews.WhichOne(typed, named.Near);
    }
}

/// <summary>Opens the form with an idea's words; of its author, and of mentors.</summary>
internal sealed class EditIdeaButton(IdeaDesk desk, IdeaEditor editor) : IButton
{
    /// <summary>The argument is an <see cref="IdeaReference"/>, and behind a bar what was typed for whom it needs when that was not understood.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "change");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var bar = call.Argument.IndexOf('|', StringComparison.Ordinal);
        return await desk.FindAsync(call, bar < 0 ? call.Argument : call.Argument[..bar], ct) is { } idea
            ? await editor.OpenAsync(call, idea, bar < 0 ? null : call.Argument[(bar + 1)..], ct)
            : IdeaNameViews.Gone();
    }
}

/// <summary>Changes an idea where it stands; its card and its thread's name follow.</summary>
internal sealed class RewriteIdeaModal(IdeaDesk desk, IdeaEditor editor) : IModal
{
    public static ControlSpec Spec { get; } = new("proposing", "reword");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) =>
        await desk.FindAsync(call, call.Argument, ct) is { } idea ? await editor.RewriteAsync(call, idea, ct) : IdeaNameViews.Gone();
}
