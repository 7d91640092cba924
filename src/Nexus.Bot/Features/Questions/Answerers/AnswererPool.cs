using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.People;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Everybody of a server who answers, with what they have to do at this moment.</summary>
internal sealed class AnswererPool(PersonZones zones, GuildConfigurations configurations, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<Answerer>> OfAsync(NexusDb db, Snowflake guild, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (lately, counts) = (now - Lately, now - Ladder.AskCounts);
        var profiles = await db.In<AnswererProfile>(guild).AsNoTracking().Where(profile => profile.LeftAt == null).ToListAsync(ct);
        if (profiles.Count == 0)
        {
            return [];
        }

        var own = await zones.ChosenByAsync([.. profiles.Select(profile => profile.PersonId)], ct);
        var servers = Zones.Named((await configurations.OfAsync(guild, ct)).TimeZone);
        var held = await db.In<Question>(guild)
            .Where(question => question.State == QuestionState.Claimed && question.HolderId != null)
            .GroupBy(question => question.HolderId!.Value)
            .Select(holder => new { Person = holder.Key, Many = holder.Count() })
            .ToDictionaryAsync(holder => holder.Person, holder => holder.Many, ct);
        var waiting = await db.In<AskedAnswerer>(guild)
            .Where(asked => asked.AskedAt > counts && asked.DeclinedAt == null)
            .Join(
                db.In<Question>(guild).Where(question => question.State == QuestionState.Open),
                asked => new { asked.QuestionId, asked.Opening },
                question => new { QuestionId = question.Id, question.Opening },
                (asked, _) => asked.PersonId)
            .GroupBy(person => person)
            .Select(person => new { Person = person.Key, Many = person.Count() })
            .ToDictionaryAsync(person => person.Person, person => person.Many, ct);
        var asks = await db.In<AskedAnswerer>(guild)
            .Where(asked => asked.AskedAt > lately && asked.Step != AskedAnswerer.GaveItBack)
            .GroupBy(asked => asked.PersonId)
            .Select(person => new { Person = person.Key, Many = person.Count() })
            .ToDictionaryAsync(person => person.Person, person => person.Many, ct);
        return
        [
            .. profiles.Select(profile => Of(profile, own.GetValueOrDefault(profile.PersonId) ?? servers) with
            {
                Load = held.GetValueOrDefault(profile.PersonId) + waiting.GetValueOrDefault(profile.PersonId),
                AskedLately = asks.GetValueOrDefault(profile.PersonId),
            }),
        ];
    }

    /// <summary>As they described themselves, with nothing to do.</summary>
    public static Answerer Of(AnswererProfile profile, DateTimeZone zone) =>
        new(profile.PersonId, profile.Rank, profile.Capacity, DutyHours.Of(zone, profile.From, profile.Until, profile.Days))
        {
            Topics = profile.Topics.ToHashSet(StringComparer.Ordinal),
            Tracks = profile.Tracks.ToHashSet(StringComparer.Ordinal),
            IsOnDuty = profile.IsOnDuty,
            AwayUntil = profile.AwayUntil,
        };

    /// <summary>When somebody may be written to, be they one who answers or not.</summary>
    public async Task<DutyHours> HoursOfAsync(NexusDb db, Snowflake guild, Snowflake person, CancellationToken ct)
    {
        var zone = (await zones.OfAsync(person, guild, ct)).Zone;
        return await db.In<AnswererProfile>(guild).AsNoTracking().SingleOrDefaultAsync(profile => profile.PersonId == person, ct) is { } profile
            ? DutyHours.Of(zone, profile.From, profile.Until, profile.Days)
            : DutyHours.Waking(zone);
    }
}
