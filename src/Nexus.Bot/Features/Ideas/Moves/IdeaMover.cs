using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>Moves an idea by somebody's word, and says what came of it.</summary>
internal sealed class IdeaMover(IdeaDesk desk, IdeaLife life, IdeaSettingsStore settings)
{
    private const string Undone = "Taken back: that was a mistake.";

    /// <param name="idea">Tracked by the desk's database.</param>
    public async Task<Reply> MoveAsync(Call call, Idea idea, IdeaStatus to, string reason, CancellationToken ct)
    {
        var (from, team, by) = (idea.Status, idea.Team, await desk.ActorAsync(call, idea, ct));
        var policy = (await settings.OfAsync(idea.GuildId, ct)).Policy;
        var step = await life.MoveAsync(desk.Db, idea, to, by, reason, ct);
        if (step is not MoveStep.Done done)
        {
            return MoveViews.NotDone(idea, to, step, policy);
        }

        var number = await LastAsync(idea, ct);
        return MoveViews.Done(idea, done, MovesOpen.Back(from, done.Now, by, policy) is null ? null : number, team);
    }

    public async Task<Reply> UndoAsync(Call call, Idea idea, int number, CancellationToken ct)
    {
        if (await LastAsync(idea, ct) != number)
        {
            return MoveViews.MovedSince(idea);
        }

        var move = await desk.Db.In<IdeaMove>(idea.GuildId).AsNoTracking().SingleAsync(it => it.IdeaId == idea.Id && it.Number == number, ct);
        var by = await desk.ActorAsync(call, idea, ct);
        return MovesOpen.Back(move.From, idea.Facts, by, (await settings.OfAsync(idea.GuildId, ct)).Policy) is { } back
            ? await MoveAsync(call, idea, back, Undone, ct)
            : MoveViews.NotOpen(idea, move.From);
    }

    private Task<int> LastAsync(Idea idea, CancellationToken ct) => desk.Db.In<IdeaMove>(idea.GuildId).Where(it => it.IdeaId == idea.Id).MaxAsync(it => it.Number, ct);
}
