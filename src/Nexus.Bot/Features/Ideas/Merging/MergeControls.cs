using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Merging;

/// <summary>Merge…: the form that asks as which idea it goes on.</summary>
internal sealed class NameOtherIdeaButton(IdeaDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "mergeinto");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, call.Argument, ct) is not { } idea ? IdeaNameViews.Gone()
            : Merger.CanAsk(idea.Facts, await desk.ActorAsync(call, idea, ct)) ? MergeViews.Form(idea)
            : MergeViews.CannotAsk(idea);
}

/// <summary>Reads which one it was, and shows what would become of both.</summary>
internal sealed class NameOtherIdeaModal(IdeaDesk desk, MergeDesk merging) : IModal
{
    public static ControlSpec Spec { get; } = new("idea", "mergename");

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) =>
        await desk.FindAsync(call, call.Argument, ct) is { } idea ? await merging.PreviewAsync(call, idea, call.Text(MergeViews.OtherField), ct) : IdeaNameViews.Gone();
}

/// <summary>One of those that were offered: shows what would become of both.</summary>
internal sealed class PickOtherIdeaButton(IdeaDesk desk, MergeDesk merging) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "mergepick");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await MergePair.FindAsync(desk, call, ct) is var (source, target) ? await merging.PreviewAsync(call, source, target, ct) : IdeaNameViews.Gone();
}

/// <summary>Merges them.</summary>
internal sealed class MergeIdeaButton(IdeaDesk desk, MergeDesk merging) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "merge") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await MergePair.FindAsync(desk, call, ct) is var (source, target) ? await merging.MergeAsync(call, source, target, ct) : IdeaNameViews.Gone();
}

/// <summary>They stay two.</summary>
internal sealed class KeepApartButton : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "keepapart") { ChangesMessage = true };

    public Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) => Task.FromResult(MergeViews.KeptApart());
}

/// <summary>Take the merge back…: the form that asks why.</summary>
internal sealed class ExplainUnmergeButton(IdeaDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "unmerge") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call, call.Argument, ct) is not { } idea ? IdeaNameViews.Gone()
            : idea.Status == IdeaStatus.Merged ? MergeViews.UnmergeForm(idea)
            : MergeViews.NotMerged(idea);
}

/// <summary>Takes the merge back.</summary>
internal sealed class UnmergeIdeaModal(IdeaDesk desk, MergeDesk merging) : IModal
{
    public static ControlSpec Spec { get; } = new("idea", "unmergewhy") { Audience = Audience.Mentors };

    public async Task<Reply> HandleAsync(ModalCall call, CancellationToken ct) =>
        await desk.FindAsync(call, call.Argument, ct) is { } idea ? await merging.TakeBackAsync(call, idea, call.Text(MergeViews.ReasonField), ct) : IdeaNameViews.Gone();
}

/// <summary>Controls about two ideas: their argument is "12-7".</summary>
internal static class MergePair
{
    public static string Of(Idea source, Idea target) => $"{IdeaReference.InServer(source)}-{IdeaReference.InServer(target)}";

    public static async Task<(Idea Source, Idea Target)?> FindAsync(IdeaDesk desk, ControlCall call, CancellationToken ct) =>
        call.Argument.Split('-') is [var one, var other] && await desk.FindAsync(call, one, ct) is { } source && await desk.FindAsync(call, other, ct) is { } target
            ? (source, target)
            : null;
}
