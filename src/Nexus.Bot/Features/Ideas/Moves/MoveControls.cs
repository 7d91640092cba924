using Nexus.Bot.Features.Ideas.Card;
using Nexus.Bot.Features.Ideas.Following;
using Nexus.Bot.Features.Ideas.Merging;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>More…: what else whoever presses can do with the idea as it is now.</summary>
internal sealed class MoreIdeaButton(IdeaDesk desk, IdeaSettingsStore settings, Follows follows) : IButton
{
    public static ControlSpec Spec => IdeaControls.More;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var by = await desk.ActorAsync(call, idea, ct);
        var policy = (await settings.OfAsync(idea.GuildId, ct)).Policy;
        var root = idea.MergedIntoId is null ? null : await Merger.RootAsync(desk.Db, idea, ct);
        return MoreViews.Menu(idea, root, by, policy, await follows.IsOnAsync(desk.Db, idea, call.User, ct));
    }
}

/// <summary>Change status…: the form that asks for the status and why.</summary>
internal sealed class ChangeStatusButton(IdeaDesk desk, IdeaSettingsStore settings) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "status");

    /// <param name="to">The status, when the button is about one only.</param>
    public static string For(Idea idea, IdeaStatus? to = null) => Spec.For(to is { } one ? $"{IdeaReference.InServer(idea)}-{one}" : IdeaReference.InServer(idea));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('-');
        if (await desk.FindAsync(call, parts[0], ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        var by = await desk.ActorAsync(call, idea, ct);
        var open = MovesOpen.To(idea.Facts, by, (await settings.OfAsync(idea.GuildId, ct)).Policy);
        return parts.Length == 1 ? open.Count == 0 ? MoveViews.NothingOpen(idea) : MoveViews.Form(idea, open)
            : !Enum.TryParse<IdeaStatus>(parts[1], out var to) ? IdeaNameViews.Gone()
            : !open.Contains(to) ? MoveViews.NotOpen(idea, to)
            : MoveViews.Form(idea, to);
    }
}

/// <summary>Moves the idea for the reason given.</summary>
internal sealed class MoveIdeaModal(IdeaDesk desk, IdeaMover mover) : IModal
{
    public static ControlSpec Spec { get; } = new("idea", "reason");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('-');
        return await desk.FindAsync(call, parts[0], ct) is { } idea
            && Enum.TryParse<IdeaStatus>(parts.Length > 1 ? parts[1] : call.Values(MoveViews.StatusField).FirstOrDefault() ?? call.Text(MoveViews.StatusField), out var to)
            ? await mover.MoveAsync(call, idea, to, call.Text(MoveViews.ReasonField), ct)
            : IdeaNameViews.Gone();
    }
}

/// <summary>Undo a move, while no other followed it.</summary>
internal sealed class UndoMoveButton(IdeaDesk desk, IdeaMover mover) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "undomove");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Argument.Split('-') is [var which, var number] && int.TryParse(number, out var move) && await desk.FindAsync(call, which, ct) is { } idea
            ? await mover.UndoAsync(call, idea, move, ct)
            : IdeaNameViews.Gone();
}

/// <summary><c>/idea status</c> moves an idea on, for a reason.</summary>
internal sealed class SetIdeaStatusCommand(IdeaNames names, IdeaMover mover) : ICommand
{
    // Only what somebody's word can bring about.
    private static readonly IdeaStatus[] ByWord =
        [IdeaStatus.Proposed, IdeaStatus.Shaping, IdeaStatus.Ready, IdeaStatus.Building, IdeaStatus.Shipped, IdeaStatus.Parked, IdeaStatus.Declined, IdeaStatus.Withdrawn];

    public static CommandSpec Spec { get; } = new("idea", "status", "Say where an idea stands now, and why")
    {
        Options =
        [
            IdeaNames.Option("idea", "Which idea: its number, or words of its title"),
            Option.Choice("to", "Where it stands now", [.. ByWord.Select(status => (Label: MoveViews.Choice(status), Value: status.ToString()))]),
            Option.Text("reason", "Why: whoever follows it reads this", min: 1, max: MoveRules.MostReason),
        ],
        Visibility = Visibility.Private,
        Example = "/idea status idea:#12 to:Shaping reason:We wrote down what the first version has",
        Details = "For who proposed it and for mentors, each where it is theirs to say; the team says when it is shipped. "
            + "Whoever follows it is told in its thread, quietly, with the reason. **More…** on the card of an idea shows what you can do with it.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var typed = call.Text("idea");
        var named = await names.FindAsync(call.Guild, typed, ct);
        return named.Meant is not { } idea ? IdeaNameViews.WhichOne(typed, named.Near)
            : Enum.TryParse<IdeaStatus>(call.Text("to"), out var to) ? await mover.MoveAsync(call, idea, to, call.Text("reason"), ct)
            : MoveViews.NotOpen(idea, idea.Status);
    }
}
