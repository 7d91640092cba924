using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>
/// People who ask each other to be a pair. Whoever cannot be asked has no time for that now, whatever the reason is: that they have
/// chosen to be left out, would rather not be with this person, or are in a pair.
/// </summary>
internal sealed class PairAsking(NexusDb db, PairLife life, IProfiles profiles, SeenRoles roles, GuildConfigurations configurations, TimeProvider clock)
{
    public async Task<Reply> InviteAsync(Call call, Snowflake other, CancellationToken ct)
    {
        var (guild, me, now) = (call.Guild, call.User, clock.GetUtcNow());
        if (other == me)
        {
            return PairAskViews.Oneself();
        }

        var ask = await BetweenAsync(guild, me, other, ct);
        if (ask is not null && ask.IsOpen(now))
        {
            return ask.ById == me ? PairAskViews.IsAsked(ask) : await AgreeAsync(call, ask, inPlace: false, ct);
        }

        if (await PairLife.FoundOfAsync(db, guild, me, ct) is { } mine)
        {
            return PairAskViews.InPair(mine, await PairLife.MembersAsync(db, mine, ct), me);
        }

        if (await TogetherAsync(guild, me, other, ct) is { } together)
        {
            return PairAskViews.Together(together, other);
        }

        var (my, their) = await ProfilesAsync(guild, me, other, ct);
        if (my.IsOutOfPairs || my.Avoids.Contains(other))
        {
            return my.IsOutOfPairs ? PairAskViews.YouAreOut() : PairAskViews.YouAvoid(other);
        }

        if (ask?.AgainFrom(me, now) is { } again)
        {
            return PairAskViews.AskedLately(other, again);
        }

        var open = await db.In<PairAsk>(guild).Where(it => it.ById == me && it.Answer == PairAnswer.None && it.ExpiresAt > now).OrderBy(it => it.At).ToListAsync(ct);
        if (open.Count >= PairAsk.MostOpen)
        {
            return PairAskViews.TooMany(open);
        }

        if (their.IsOutOfPairs || their.Avoids.Contains(me) || await PairLife.FoundOfAsync(db, guild, other, ct) is not null)
        {
            return PairAskViews.NoTime(other);
        }

        if (ask is null)
        {
            ask = PairAsk.Of(guild, me, other);
            db.Add(ask);
        }

        ask.Put(me, Md.Cut(Md.Line(call.UserName), PairAsk.MostName), now);
        var instead = (await configurations.OfAsync(guild, ct)).ReminderChannelId;
        db.Add(Delivery.Plan(guild, PairInvitationSource.DeliveryKind, ask.Id, DeliveryTarget.DmOf(other, instead), now, ask.Times));
        await SaveAsync(ct);
        return PairAskViews.Asked(ask);
    }

    /// <summary>Both want to: they are a pair, if both are still free.</summary>
    /// <param name="inPlace">On the invitation that was pressed.</param>
    public async Task<Reply> AgreeAsync(Call call, PairAsk ask, bool inPlace, CancellationToken ct)
    {
        var (guild, me, by) = (ask.GuildId, call.User, ask.ById);
        if (await PairLife.FoundOfAsync(db, guild, me, ct) is { } mine)
        {
            return PairAskViews.InPair(mine, await PairLife.MembersAsync(db, mine, ct), me);
        }

        if (await TogetherAsync(guild, me, by, ct) is { } together)
        {
            return PairAskViews.Together(together, by);
        }

        if (await PairLife.FoundOfAsync(db, guild, by, ct) is not null)
        {
            return PairAskViews.IsElsewhere(by);
        }

        var (my, their) = await ProfilesAsync(guild, me, by, ct);
        if (my.Avoids.Contains(by) || their.Avoids.Contains(me) || their.IsOutOfPairs)
        {
            return my.Avoids.Contains(by) ? PairAskViews.YouAvoid(by) : PairAskViews.NoTime(by);
        }

        var now = clock.GetUtcNow();
        var pair = life.Open(db, guild, [by, me], PairSource.Found, $"{ask.ByName} and {Md.Cut(Md.Line(call.UserName), PairAsk.MostName)}");
        (ask.Answer, ask.AnsweredAt, ask.PairId) = (PairAnswer.Yes, now, pair.Id);
        var hasPlace = (await configurations.OfAsync(guild, ct)).TeamChannelId is not null;
        if (!hasPlace)
        {
            // The thread cannot tell them yet.
            db.Add(Delivery.Plan(guild, PairAgreedSource.DeliveryKind, ask.Id, DeliveryTarget.DmOf(by), now, ask.Times));
        }

        await SaveAsync(ct);
        return PairAskViews.Agreed(ask, pair, me, hasPlace, inPlace);
    }

    public async Task DeclineAsync(PairAsk ask, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (ask.Answer, ask.AnsweredAt) = (PairAnswer.No, now);
        db.Add(Delivery.Plan(ask.GuildId, PairDeclinedSource.DeliveryKind, ask.Id, DeliveryTarget.DmOf(ask.ById), now, ask.Times));
        await SaveAsync(ct);
    }

    public async Task TakeBackAsync(PairAsk ask, CancellationToken ct)
    {
        (ask.Answer, ask.AnsweredAt) = (PairAnswer.TakenBack, clock.GetUtcNow());
        await SaveAsync(ct);
    }

    /// <summary>What a control names, tracked; it may be pressed in a direct message.</summary>
    public async Task<PairAsk?> FindAsync(ControlCall call, CancellationToken ct) =>
        call.Argument.Split('/') is [var server, var number]
        && Snowflake.TryParse(server, out var guild)
        && (call.GuildOrNull is not { } here || here == guild)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await db.In<PairAsk>(guild).SingleOrDefaultAsync(ask => ask.Id == id, ct)
            : null;

    /// <summary>The pair an invitation led to.</summary>
    public Task<Pair?> PairOfAsync(PairAsk ask, CancellationToken ct) => db.In<Pair>(ask.GuildId).AsNoTracking().SingleOrDefaultAsync(pair => pair.Id == ask.PairId, ct);

    /// <summary>The open ones that somebody got and sent, the earliest first.</summary>
    public async Task<(IReadOnlyList<PairAsk> Got, IReadOnlyList<PairAsk> Sent)> OpenOfAsync(Snowflake guild, Snowflake person, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.In<PairAsk>(guild).AsNoTracking()
            .Where(ask => (ask.OneId == person || ask.OtherId == person) && ask.Answer == PairAnswer.None && ask.ExpiresAt > now)
            .OrderBy(ask => ask.At)
            .ToListAsync(ct);
        return ([.. open.Where(ask => ask.ById != person)], [.. open.Where(ask => ask.ById == person)]);
    }

    private Task<PairAsk?> BetweenAsync(Snowflake guild, Snowflake me, Snowflake other, CancellationToken ct)
    {
        var two = PairAsk.Of(guild, me, other);
        return db.In<PairAsk>(guild).SingleOrDefaultAsync(ask => ask.OneId == two.OneId && ask.OtherId == two.OtherId, ct);
    }

    private Task<Pair?> TogetherAsync(Snowflake guild, Snowflake me, Snowflake other, CancellationToken ct) => db.In<Pair>(guild)
        .Where(pair => pair.Status == PairStatus.Active
            && db.In<PairMember>(guild).Any(member => member.PairId == pair.Id && member.PersonId == me && member.LeftAt == null)
            && db.In<PairMember>(guild).Any(member => member.PairId == pair.Id && member.PersonId == other && member.LeftAt == null))
        .OrderByDescending(pair => pair.CreatedAt)
        .FirstOrDefaultAsync(ct);

    private async Task<(PersonProfile Mine, PersonProfile Theirs)> ProfilesAsync(Snowflake guild, Snowflake me, Snowflake other, CancellationToken ct)
    {
        var both = await profiles.OfAsync(db, guild, await roles.OfAsync(db, guild, [me, other], ct), ct);
        return (both[0], both[1]);
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        life.Wake();
    }
}
