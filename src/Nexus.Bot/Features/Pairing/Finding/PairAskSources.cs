using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>An invitation, in the DM of who is asked; where that is closed, their name in the channel for such cases, and the rest behind a button.</summary>
internal sealed class PairInvitationSource(PairAskReasons reasons, TimeProvider clock) : IDeliverySource
{
    public const string DeliveryKind = "pair-invite";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await AskedPair.OfAsync(db, delivery, ct) is not { } ask || !ask.IsOpen(clock.GetUtcNow()))
        {
            return DeliveryContent.NotNeeded;
        }

        return delivery.ByDm
            ? new DeliveryContent(PairAskViews.Invitation(ask, await reasons.OfAsync(ask, ct)))
            : new DeliveryContent(PairAskViews.InvitationElsewhere(ask)) { Mentions = new AllowedMentions { Users = [ask.AskedId] } };
    }
}

/// <summary>They said no; who asked hears it kindly.</summary>
internal sealed class PairDeclinedSource : IDeliverySource
{
    public const string DeliveryKind = "pair-declined";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await AskedPair.OfAsync(db, delivery, ct) is { Answer: PairAnswer.No } ask ? new DeliveryContent(PairAskViews.ToldOfNo(ask)) : DeliveryContent.NotNeeded;
}

/// <summary>They said yes, and there is no thread that could tell it.</summary>
internal sealed class PairAgreedSource : IDeliverySource
{
    public const string DeliveryKind = "pair-agreed";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct) =>
        await AskedPair.OfAsync(db, delivery, ct) is { Answer: PairAnswer.Yes } ask ? new DeliveryContent(PairAskViews.ToldOfYes(ask)) : DeliveryContent.NotNeeded;
}

internal static class AskedPair
{
    /// <summary>What a delivery is about, if it is still the same asking.</summary>
    public static Task<PairAsk?> OfAsync(NexusDb db, Delivery delivery, CancellationToken ct) =>
        db.In<PairAsk>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(ask => ask.Id == delivery.SubjectId && ask.Times == delivery.Occurrence, ct);
}

/// <summary>Why who is asked would be well with who asks.</summary>
internal sealed class PairAskReasons(INexusDbFactory databases, IProfiles profiles, SeenRoles roles, GuildHubs hubs, TimeProvider clock)
{
    public async Task<PairAskFacts> OfAsync(PairAsk ask, CancellationToken ct)
    {
        await using var db = databases.Create();
        var both = await profiles.OfAsync(db, ask.GuildId, await roles.OfAsync(db, ask.GuildId, [ask.AskedId, ask.ById], ct), ct);
        var hub = await hubs.OfAsync(ask.GuildId, ct);
        return new PairAskFacts(PairReasons.Of(both[0], both[1], SharedHours.WeekToCome(clock.GetUtcNow()), slug => hub.BySlug(slug)?.Title ?? slug), both[1].Goal);
    }
}

/// <param name="Goal">Of who asks; not escaped.</param>
internal sealed record PairAskFacts(IReadOnlyList<string> Reasons, string Goal);
