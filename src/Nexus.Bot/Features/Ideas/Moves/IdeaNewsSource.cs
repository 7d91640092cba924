using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Ideas.Crew;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Moves;

/// <summary>Words the news of a move. A later move does not make it untrue: it has its own.</summary>
/// <param name="formers">None where there are no teams.</param>
internal sealed class IdeaNewsSource(IEnumerable<ITeamFormer> formers) : IDeliverySource
{
    public string Kind => TellFollowers.DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        var idea = await db.In<Idea>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct);
        var move = await db.In<IdeaMove>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.IdeaId == delivery.SubjectId && it.Number == delivery.Occurrence, ct);
        if (idea is not { ThreadId: not null } || move is null)
        {
            return DeliveryContent.NotNeeded;
        }

        if (move.To == IdeaStatus.Building && move.From.IsOpen())
        {
            return CrewNewsViews.Formed(idea, move, await IdeaCrews.OfAsync(db, idea, ct), isCalledElsewhere: await IsCalledAsync(idea.GuildId, ct));
        }

        var other = move.OtherId is { } id ? await db.In<Idea>(idea.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, ct) : null;
        var card = other is not null && move.From == move.To ? IdeaNewsViews.OfOther(move, other, await IsMergedByAsync(db, move, other, ct), lateBy is not null)
            : IdeaNewsViews.Of(move, other, move.To == IdeaStatus.Building ? await TeamAsync(db, idea, ct) : [], lateBy is not null);
        return new DeliveryContent(card) { IsQuiet = true };
    }

    private async Task<bool> IsCalledAsync(Snowflake guild, CancellationToken ct)
    {
        foreach (var former in formers)
        {
            if (await former.CallsItsPeopleAsync(guild, ct))
            {
                return true;
            }
        }

        return false;
    }

    // Both ideas have a row of the same save, the other one's a moment later.
    private static async Task<bool> IsMergedByAsync(NexusDb db, IdeaMove move, Idea other, CancellationToken ct) =>
        await db.In<IdeaMove>(other.GuildId).Where(it => it.IdeaId == other.Id && it.At >= move.At && it.From != it.To)
            .OrderBy(it => it.Number).Select(it => (IdeaStatus?)it.To).FirstOrDefaultAsync(ct) == IdeaStatus.Merged;

    private static async Task<IReadOnlyList<IdeaInterest>> TeamAsync(NexusDb db, Idea idea, CancellationToken ct) =>
        [.. (await db.In<IdeaInterest>(idea.GuildId).AsNoTracking().Where(one => one.IdeaId == idea.Id && one.Seat != null).ToListAsync(ct)).OrderBy(one => one.Role).ThenBy(one => one.Seat)];
}
