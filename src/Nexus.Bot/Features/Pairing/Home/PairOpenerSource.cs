using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord.Model;
using NodaTime;

namespace Nexus.Bot.Features.Pairing.Home;

/// <summary>The first message of a pair's thread: the one that pings its people.</summary>
internal sealed class PairOpenerSource(PairOpener opener) : IDeliverySource
{
    public const string DeliveryKind = "pair-opener";

    public string Kind => DeliveryKind;

    public async Task<DeliveryContent?> ComposeAsync(NexusDb db, Delivery delivery, TimeSpan? lateBy, CancellationToken ct)
    {
        if (await db.In<Pair>(delivery.GuildId).AsNoTracking().SingleOrDefaultAsync(it => it.Id == delivery.SubjectId, ct) is not { Status: PairStatus.Active } pair
            || pair.ThreadId != delivery.ChannelId)
        {
            return DeliveryContent.NotNeeded;
        }

        var told = await opener.OfAsync(db, pair, ct);

        // A thread that had to be made anew is no news.
        return new DeliveryContent(PairOpenerViews.Card(told))
        {
            Mentions = delivery.Occurrence == 1 ? new AllowedMentions { Users = [.. told.People.Select(person => person.Person)] } : AllowedMentions.None,
        };
    }
}

/// <param name="People">With what the hub calls their interests.</param>
/// <param name="Shared">The hours all of them have in the seven days from <paramref name="First"/>.</param>
internal sealed record PairOpening(Pair Pair, IReadOnlyList<PersonProfile> People, WeekGrid Shared, LocalDate First);

/// <summary>What the people of a pair read about each other when they begin.</summary>
internal sealed class PairOpener(IProfiles profiles, SeenRoles roles, GuildHubs hubs, TimeProvider clock)
{
    public async Task<PairOpening> OfAsync(NexusDb db, Pair pair, CancellationToken ct)
    {
        var people = await profiles.OfAsync(db, pair.GuildId, await roles.OfAsync(db, pair.GuildId, [.. (await PairLife.MembersAsync(db, pair, ct)).Select(member => member.PersonId)], ct), ct);
        var first = SharedHours.WeekToCome(clock.GetUtcNow());
        var hub = await hubs.OfAsync(pair.GuildId, ct);
        var named = people.Select(person => person with { Interests = [.. person.Interests.Select(slug => hub.BySlug(slug)?.Title ?? slug)] });
        return new PairOpening(pair, [.. named], people.Aggregate(WeekGrid.Full, (shared, one) => shared & WeekGrid.Of(one.Hours, one.Zone, first)), first);
    }
}

/// <summary>People with the roles they were last seen with: enough for their track, and it asks nobody.</summary>
internal sealed class SeenRoles
{
    public async Task<IReadOnlyList<KnownMember>> OfAsync(NexusDb db, Discord.Snowflake guild, IReadOnlyList<Discord.Snowflake> people, CancellationToken ct)
    {
        var seen = await db.In<SeenMember>(guild).AsNoTracking().Where(one => people.Contains(one.PersonId)).ToDictionaryAsync(one => one.PersonId, ct);
        return [.. people.Select(person => new KnownMember(person, [.. (seen.GetValueOrDefault(person)?.Roles ?? []).Select(role => Discord.Snowflake.Parse(role))], null))];
    }
}
