using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Features.Ideas.Moves;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>"Bring it back": a parked idea is on the board again, where it was as far as whoever presses may put it there.</summary>
internal sealed class BringIdeaBackButton(IdeaDesk desk, IdeaMover mover) : IButton
{
    public static ControlSpec Spec { get; } = new("idea", "bring-back");

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call, call.Argument, ct) is not { } idea)
        {
            return IdeaNameViews.Gone();
        }

        if (idea.Status != IdeaStatus.Parked)
        {
            return HygieneViews.IsNow(idea);
        }

        var by = await desk.ActorAsync(call, idea, ct);
        var was = await desk.Db.In<IdeaMove>(idea.GuildId).AsNoTracking()
            .Where(move => move.IdeaId == idea.Id && move.To == IdeaStatus.Parked)
            .OrderByDescending(move => move.Number)
            .Select(move => move.From)
            .FirstOrDefaultAsync(ct);
        var to = was == IdeaStatus.Ready && !by.IsMentor ? IdeaStatus.Shaping : was.IsOpen() ? was : IdeaStatus.Proposed;
        return await mover.MoveAsync(call, idea, to, HygieneViews.ReasonToBringBack, ct);
    }
}
