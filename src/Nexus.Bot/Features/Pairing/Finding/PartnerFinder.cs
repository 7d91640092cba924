using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Hub;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>Somebody to be in a pair with, and why.</summary>
internal sealed record Partner(PersonProfile Profile, IReadOnlyList<string> Reasons);

/// <param name="People">The best first, from <paramref name="Offset"/> on.</param>
/// <param name="IsAll">False when Discord does not tell who is there.</param>
/// <param name="Known">How many others have said something in their profile and could be asked.</param>
internal sealed record PartnersFound(PersonProfile Me, IReadOnlyList<Partner> People, int Offset, bool HasMore, bool IsAll, int Known);

/// <summary>Looks who of those who are here would be good with one person. For follow-ups: it asks Discord, and takes a moment.</summary>
internal sealed class PartnerFinder(
    IProfiles profiles, KnownMembers members, IDiscordRest discord, GuildHubs hubs, GuildConfigurations configurations, MatchingGate gate, TimeProvider clock)
{
    public const int PageSize = 5;

    private const int Most = 25;
    private const double LeastHours = 1;
    private const ProfileParts AllSaid = ProfileParts.Track | ProfileParts.Skills | ProfileParts.Interests | ProfileParts.Hours;

    // The first that somebody fits decides; within one the best come first. Whoever has said no hours comes last, and only from the other side.
    private static readonly (Quota Quota, double Hours)[] Steps = [(Quota.BothSides, LeastHours), (Quota.None, LeastHours), (Quota.BothSides, 0)];

    /// <exception cref="DiscordApiException">Who is there cannot be found out now.</exception>
    public async Task<PartnersFound> OfAsync(NexusDb db, Snowflake guild, KnownMember me, int offset, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await members.OfAsync(guild, options: null, ct);
        var mentors = (await configurations.OfAsync(guild, ct)).MentorRoleId;
        var others = known.Members.Where(member => member.Id != me.Id && !(mentors is { } mentor && member.Roles.Contains(mentor))).OrderBy(member => member.Id);
        var said = await profiles.OfAsync(db, guild, [me, .. others], ct);
        var mine = said[0];
        var taken = await TakenAsync(db, guild, me.Id, now, ct);
        var people = said.Skip(1)
            .Where(other => !other.IsOutOfPairs && (other.Missing & AllSaid) != AllSaid && !taken.Contains(other.Person) && !Avoid(mine, other))
            .ToDictionary(other => other.Person.Value);
        var first = SharedHours.WeekToCome(now);
        var met = await Meetings.OfAsync(db, guild, ct);
        var cohort = new Cohort([mine.ToLearner(first), .. people.Values.Select(other => other.ToLearner(first))], met);
        var best = await gate.RunAsync(() => Best(cohort, me.Id.Value), ct);
        var (page, hasMore) = await ThereAsync(guild, best, offset, known.IsAll, ct);
        var hub = await hubs.OfAsync(guild, ct);
        return new PartnersFound(
            mine,
            [.. page.Select(id => new Partner(people[id], PairReasons.Of(mine, people[id], first, slug => hub.BySlug(slug)?.Title ?? slug, met.Any(one => (one.One, one.Other) == Two(me.Id.Value, id)))))],
            offset,
            hasMore,
            known.IsAll,
            people.Count);
    }

    private static bool Avoid(PersonProfile one, PersonProfile other) => one.Avoids.Contains(other.Person) || other.Avoids.Contains(one.Person);

    private static (ulong One, ulong Other) Two(ulong one, ulong other) => one < other ? (one, other) : (other, one);

    private static List<ulong> Best(Cohort cohort, ulong me)
    {
        var found = new List<ulong>();
        foreach (var (quota, hours) in Steps)
        {
            found.AddRange(PartnerSearch.Best(cohort, new MatchRules(TeamSize.Exactly(2), quota, hours, CoolDown: 0), Weights.Default, me, Most - found.Count, found.ToHashSet()).Select(offer => offer.Id));
        }

        return found;
    }

    // In a pair already, or asked lately.
    private static async Task<HashSet<Snowflake>> TakenAsync(NexusDb db, Snowflake guild, Snowflake me, DateTimeOffset now, CancellationToken ct)
    {
        var inPairs = await db.In<PairMember>(guild).Where(member => member.SoleOf != null).Select(member => member.PersonId).ToListAsync(ct);
        var withMe = await db.In<PairMember>(guild)
            .Where(member => member.LeftAt == null && db.In<Pair>(guild).Any(pair => pair.Id == member.PairId && pair.Status == PairStatus.Active)
                && db.In<PairMember>(guild).Any(mine => mine.PairId == member.PairId && mine.PersonId == me && mine.LeftAt == null))
            .Select(member => member.PersonId)
            .ToListAsync(ct);
        var asks = await db.In<PairAsk>(guild).AsNoTracking().Where(ask => ask.OneId == me || ask.OtherId == me).ToListAsync(ct);
        return [.. inPairs, .. withMe, .. asks.Where(ask => ask.IsOpen(now) || ask.AgainFrom(me, now) is not null).Select(ask => ask.OneId == me ? ask.OtherId : ask.OneId)];
    }

    // Without the members intent nobody tells who has left: those who would be shown are asked for.
    private async Task<(IReadOnlyList<ulong> Page, bool HasMore)> ThereAsync(Snowflake guild, List<ulong> best, int offset, bool isAll, CancellationToken ct)
    {
        var rest = best.Skip(offset).ToList();
        if (isAll)
        {
            return ([.. rest.Take(PageSize)], rest.Count > PageSize);
        }

        var page = new List<ulong>();
        foreach (var (index, id) in rest.Index())
        {
            if (page.Count == PageSize)
            {
                return (page, rest.Count > index);
            }

            try
            {
                await discord.GetMemberAsync(guild, new Snowflake(id), options: null, ct);
                page.Add(id);
            }
            catch (DiscordApiException left) when (left.Code == DiscordErrorCode.UnknownMember)
            {
                // Not here any more.
            }
        }

        return (page, false);
    }
}
