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
        var form = TeamRules.Form(idea.Facts, await IdeaCrews.OfAsync(desk.Db, idea, ct), by, knowingly: false, policy);
        return MoreViews.Menu(idea, root, by, policy, await follows.IsOnAsync(desk.Db, idea, call.User, ct), canForm: form is FormStep.Done or FormStep.TooFew);
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
