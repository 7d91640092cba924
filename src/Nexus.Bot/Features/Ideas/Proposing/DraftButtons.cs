using System.Globalization;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Votes;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>Opens the form with the words that are there.</summary>
internal sealed class EditDraftButton(IdeaBook book) : IButton
{
    /// <summary>The argument is the idea's id, and behind a slash what was typed for whom it needs when that was not understood.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "edit");

    public static string For(Idea draft, string needsTyped = "") =>
        Spec.Fitting(string.Create(CultureInfo.InvariantCulture, $"{draft.Id}{(needsTyped.Length > 0 ? $"/{needsTyped}" : "")}"));

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var slash = call.Argument.IndexOf('/', StringComparison.Ordinal);
        var (idea, refusal) = await book.MineAsync(call, ct, slash < 0 ? call.Argument : call.Argument[..slash]);
        if (idea is null)
        {
            return refusal!;
        }

        var needs = slash > 0 ? call.Argument[(slash + 1)..] : NeedsText.Write((await IdeaCrews.OfAsync(book.Db, idea, ct)).Needs);
        return FormViews.Edit(RewriteDraftModal.Spec.For(idea.Id), idea, needs);
    }
}

/// <summary>Posts a draft, whatever was found that is like it, or tries again when Discord did not take it.</summary>
internal sealed class PostIdeaButton(IdeaBook book, ProposingDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("proposing", "post") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (idea, refusal) = await book.MineAsync(call, ct);
        return idea is null ? refusal! : await desk.StandsAsync(idea, ct) ?? await desk.PostAsync(idea, call, changes: true, ct);
    }
}

/// <summary>Puts a draft away; its words go by themselves after some days, until then it can be fetched back.</summary>
internal sealed class DiscardIdeaButton(IdeaBook book, ProposingDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("proposing", "discard") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (idea, refusal) = await book.MineAsync(call, ct);
        return idea is null ? refusal! : await desk.StandsAsync(idea, ct) ?? ProposingViews.Discarded(idea);
    }
}

/// <summary>Fetches back a draft that was put away.</summary>
internal sealed class RestoreIdeaButton(IdeaBook book, ProposingDesk desk) : IButton
{
    public static ControlSpec Spec { get; } = new("proposing", "restore") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var (idea, refusal) = await book.MineAsync(call, ct);
        return idea is null ? refusal! : await desk.StandsAsync(idea, ct) ?? await desk.ShowAsync(idea, ct);
    }
}

/// <summary>Votes for an idea that is on the board already, and puts the draft away once that vote counts.</summary>
internal sealed class VoteInsteadButton(IdeaBook book, ProposingDesk desk, VoteDesk votes) : IButton
{
    /// <summary>The argument is the draft's id and the other idea's.</summary>
    public static ControlSpec Spec { get; } = new("proposing", "instead") { ChangesMessage = true };

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        var ids = call.Argument.Split('/');
        var (draft, refusal) = await book.MineAsync(call, ct, ids[0]);
        if (draft is null || ids.Length < 2)
        {
            return refusal ?? ProposingViews.Gone();
        }

        var (isFor, answer) = await votes.CastForAsync(call, ids[1], ct);
        return (isFor ? ProposingViews.PutAway(draft) : await desk.StandsAsync(draft, ct) ?? await desk.ShowAsync(draft, ct)).Then(answer);
    }
}
