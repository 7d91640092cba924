using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Merging;

/// <summary>Asks before it merges, merges, and says what came of it.</summary>
internal sealed class MergeDesk(IdeaDesk desk, IdeaNames names, Merger merger)
{
    public async Task<Reply> PreviewAsync(Call call, Idea source, string typed, CancellationToken ct)
    {
        var named = await names.FindAsync(source.GuildId, typed, ct);
        return named.Meant is { } target ? await PreviewAsync(call, source, target, ct) : MergeViews.WhichOne(source, typed, [.. named.Near.Where(it => it.Id != source.Id)]);
    }

    public async Task<Reply> PreviewAsync(Call call, Idea source, Idea target, CancellationToken ct)
    {
        var root = await Merger.RootAsync(desk.Db, target, ct);
        var by = await desk.ActorAsync(call, source, ct);
        var (step, preview) = await Merger.LookAsync(desk.Db, source, target, root, by, ct);
        return preview is not null ? MergeViews.Preview(source, target, root, preview) : await NotDoneAsync(source, target, root, step, ct);
    }

    public async Task<Reply> MergeAsync(Call call, Idea source, Idea target, CancellationToken ct)
    {
        var root = await Merger.RootAsync(desk.Db, target, ct);
        var by = await desk.ActorAsync(call, source, ct);
        var step = await merger.MergeAsync(desk.Db, source, target, root, by, MergeViews.Reason(source, root), ct);
        return step is MergeStep.Done ? MergeViews.Merged(source, root, by) : await NotDoneAsync(source, target, root, step, ct);
    }

    public async Task<Reply> TakeBackAsync(Call call, Idea source, string reason, CancellationToken ct)
    {
        if (reason.Trim() is not { Length: > 0 } why)
        {
            return MergeViews.NeedsReason();
        }

        var root = await Merger.RootAsync(desk.Db, source, ct);
        var by = await desk.ActorAsync(call, source, ct);
        var step = await merger.TakeBackAsync(desk.Db, source, root, by, Md.Cut(why, MoveRules.MostReason), ct);
        return MergeViews.TakenBack(source, root, step);
    }

    private async Task<Reply> NotDoneAsync(Idea source, Idea target, Idea root, MergeStep step, CancellationToken ct) =>
        MergeViews.NotMerged(source, target, root, step, step is MergeStep.GoesOnElsewhere ? await Merger.RootAsync(desk.Db, source, ct) : root);
}
