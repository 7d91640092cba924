using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>Tells, in the channel that mentors chose, that a round has begun: one quiet line without names.</summary>
internal sealed class RoundBegunSource : IDeliverySource
{
    public const string DeliveryKind = "pairs-round";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await db.In<Round>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(round => round.Id == delivery.SubjectId, ct) is { } round
            ? new DeliveryContent(RoundNewsViews.Begun(round)) { IsQuiet = true }
            : DeliveryContent.NotNeeded;
}

/// <summary>The public message with which mentors ask who takes part.</summary>
internal sealed class RoundCallSource : IDeliverySource
{
    public const string DeliveryKind = "pairs-call";

    /// <summary>A server is its own subject.</summary>
    public static long SubjectOf(Snowflake guild) => unchecked((long)guild.Value);

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await db.In<RoundSchedule>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(ct) is { } schedule
            ? new DeliveryContent(RoundNewsViews.Call(schedule))
            : DeliveryContent.NotNeeded;
}

/// <summary>Half time, in the thread of two of whom nobody has said that they met.</summary>
internal sealed class PairNudgeSource(PairHours hours, TimeProvider clock) : IDeliverySource
{
    public const string DeliveryKind = "pairs-nudge";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await RoundPair.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is not var (pair, round)
            || pair.Status != PairStatus.Active
            || (await RoundCheckIn.MetPairsAsync(db, round, ct)).Contains(pair.Id))
        {
            return DeliveryContent.NotNeeded;
        }

        return new DeliveryContent(RoundNewsViews.Nudge(round, pair, await hours.NextAsync(db, pair, clock.GetUtcNow(), ct))) { IsQuiet = true };
    }
}

/// <summary>The end: did you meet?</summary>
internal sealed class CheckInSource : IDeliverySource
{
    public const string DeliveryKind = "pairs-checkin";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await RoundPair.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is var (pair, round) && pair.Status == PairStatus.Active
            ? new DeliveryContent(RoundNewsViews.CheckIn(round, pair)) { IsQuiet = true }
            : DeliveryContent.NotNeeded;
}

/// <summary>Somebody came late and makes a pair three: told in its thread, and to who came.</summary>
internal sealed class ThirdSource : IDeliverySource
{
    public const string DeliveryKind = "pairs-third";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await RoundPair.FindAsync(db, delivery.GuildId, delivery.SubjectId, ct) is not var (pair, _) || pair.Status != PairStatus.Active)
        {
            return DeliveryContent.NotNeeded;
        }

        var third = await db.In<PairMember>(delivery.GuildId).AsNoTracking().Where(member => member.PairId == pair.Id && member.LeftAt == null).OrderByDescending(member => member.Id).FirstAsync(ct);
        return new DeliveryContent(RoundNewsViews.Third(third.PersonId)) { Mentions = new AllowedMentions { Users = [third.PersonId] } };
    }
}

/// <summary>Nobody could be found for them this time: said to them alone.</summary>
internal sealed class LeftOutSource : IDeliverySource
{
    public const string DeliveryKind = "pairs-leftout";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await RoundPair.PersonAsync(db, delivery, ct) is { } person
            ? new DeliveryContent(RoundNewsViews.LeftOut(person.PersonId, delivery.Occurrence, isPublic: !delivery.ByDm)) { Mentions = RoundPair.Ping(delivery, person) }
            : DeliveryContent.NotNeeded;
}

/// <summary>Paused by itself after rounds without a word from them: said to them alone, with one press to return.</summary>
internal sealed class AsleepSource : IDeliverySource
{
    public const string DeliveryKind = "pairs-asleep";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await RoundPair.PersonAsync(db, delivery, ct) is { IsAsleep: true } person
            ? new DeliveryContent(RoundNewsViews.Asleep(person.GuildId, person.PersonId, isPublic: !delivery.ByDm)) { Mentions = RoundPair.Ping(delivery, person) }
            : DeliveryContent.NotNeeded;
}
