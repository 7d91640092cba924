using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>Takes who has left the server out of their pairs; who stays is told.</summary>
internal sealed class PairLeaving(INexusDbFactory databases, PairLife life, TimeProvider clock)
{
    private const int MostTries = 5;

    public async Task GoneAsync(Snowflake guild, Snowflake person, CancellationToken ct)
    {
        List<long> pairs;
        await using (var db = databases.Create())
        {
            pairs = await db.In<PairMember>(guild).Where(member => member.PersonId == person && member.LeftAt == null).Select(member => member.PairId).ToListAsync(ct);
        }

        foreach (var id in pairs)
        {
            for (var tries = 1; tries <= MostTries && !await LeaveAsync(guild, id, person, ct); tries++)
            {
                // Changed by somebody else at the same moment.
            }
        }
    }

    private async Task<bool> LeaveAsync(Snowflake guild, long id, Snowflake person, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (await db.In<Pair>(guild).SingleOrDefaultAsync(it => it.Id == id && it.Status == PairStatus.Active, ct) is not { } pair
            || await db.In<PairMember>(guild).SingleOrDefaultAsync(it => it.PairId == id && it.PersonId == person && it.LeftAt == null, ct) is not { } member)
        {
            return true;
        }

        // Discord has put them out of the thread. Who never came in is not missed there.
        var wasIn = member.IsInThread;
        member.IsInThread = false;
        await life.LeaveAsync(db, pair, member, ct);
        if (pair.ThreadId is { } thread && (wasIn || pair.Status == PairStatus.Ended))
        {
            db.Add(Delivery.Plan(guild, PairGoneSource.DeliveryKind, member.Id, DeliveryTarget.In(thread), clock.GetUtcNow()));
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            return false;
        }

        life.Wake();
        return true;
    }
}

/// <summary>Tells who stays that the other one has left the server.</summary>
internal sealed class PairGoneSource : IDeliverySource
{
    public const string DeliveryKind = "pair-gone";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await db.In<PairMember>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(member => member.Id == delivery.SubjectId, ct) is { } gone
        && await db.In<Pair>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(pair => pair.Id == gone.PairId, ct) is { } left
            ? new DeliveryContent(new Container([new TextDisplay(PairOpenerViews.Gone(left, gone.PersonId))])) { IsQuiet = true }
            : DeliveryContent.NotNeeded;
}

/// <summary>Notices at once that somebody leaves, where the members intent is granted.</summary>
internal sealed class PairMemberLeaves(PairLeaving leaving) : IEventHandler<GuildMemberRemoveEvent>
{
    public Task HandleAsync(GuildMemberRemoveEvent happened, CancellationToken ct) => leaving.GoneAsync(happened.Member.GuildId, happened.Member.User.Id, ct);
}
