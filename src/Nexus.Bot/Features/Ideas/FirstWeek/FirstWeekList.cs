using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Ideas.Settings;
using Nexus.Bot.People;
using Nexus.Bot.Times;
using Nexus.Discord;
using Nexus.Discord.Rest;
using NodaTime;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>Who has neither an idea nor an interest now.</summary>
/// <param name="Day">Of the cohort; null while nobody said when it begins.</param>
/// <param name="Learners">So many are known.</param>
/// <param name="OfAbout">About so many are on the server, with mentors and bots; null when all are known.</param>
/// <param name="Unreached">Those whose direct messages are closed to the bot, as far as it tried.</param>
internal sealed record FirstWeekList(int? Day, IReadOnlyList<Idle> Idle, int Learners, int? OfAbout, IReadOnlySet<Snowflake> Unreached);

/// <summary>Reads it. For jobs and follow-ups: it asks Discord.</summary>
internal sealed class FirstWeekReader(KnownMembers members, IdeaSettingsStore settings, GuildConfigurations configurations, TimeProvider clock)
{
    /// <exception cref="DiscordApiException">The server cannot be read.</exception>
    public async Task<FirstWeekList> OfAsync(NexusDb db, Snowflake guild, CancellationToken ct)
    {
        var configuration = await configurations.OfAsync(guild, ct);
        if ((await settings.OfAsync(guild, ct)).CohortStart is not { } start)
        {
            return new FirstWeekList(null, [], 0, null, new HashSet<Snowflake>());
        }

        var zone = Zones.Named(configuration.TimeZone);
        var today = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(zone).Date;
        var known = await members.OfAsync(guild, RequestOptions.Batch, ct);
        var nudges = await db.In<IdeaNudge>(guild).AsNoTracking().ToDictionaryAsync(nudge => nudge.PersonId, ct);
        var learners = known.But(configuration.MentorRoleId).Select(member => Learner(member, configuration, start, zone, nudges.GetValueOrDefault(member.Id))).ToList();
        return new FirstWeekList(
            FirstWeekRules.DayOf(start, today),
            FirstWeekRules.Without(learners, await FirstWeekParts.OfAsync(db, guild, ct), start, today),
            learners.Count,
            known.IsAll ? null : known.Server.ApproximateMemberCount,
            await NudgeSource.UnreachedAsync(db, guild, ct));
    }

    /// <summary>What they build with, by their role.</summary>
    public static IdeaRole? TrackOf(KnownMember member, GuildConfiguration configuration) =>
        configuration.BackendRoleId is { } backend && member.Roles.Contains(backend) ? IdeaRole.Backend
        : configuration.FrontendRoleId is { } frontend && member.Roles.Contains(frontend) ? IdeaRole.Frontend
        : null;

    private static Learner Learner(KnownMember member, GuildConfiguration configuration, LocalDate start, DateTimeZone zone, IdeaNudge? nudge) =>
        new(member.Id, TrackOf(member, configuration), member.JoinedAt is { } joined ? Instant.FromDateTimeOffset(joined).InZone(zone).Date : start)
        {
            WantsNoNudge = nudge?.WantsNone == true,
            NudgedAt = nudge?.LastAt,
            Nudges = nudge?.Count ?? 0,
        };
}

/// <summary>Who has part in which ideas. Who proposed one that was merged has part in what it goes on as.</summary>
internal static class FirstWeekParts
{
    public static async Task<IReadOnlyList<Part>> OfAsync(NexusDb db, Snowflake guild, CancellationToken ct)
    {
        var ideas = await db.In<Idea>(guild).AsNoTracking().Where(idea => idea.Number != null)
            .Select(idea => new { idea.Id, idea.AuthorId, idea.Status })
            .ToDictionaryAsync(idea => idea.Id, ct);
        var links = await new IdeaCards(db).LinksAsync(guild, ct);
        var crews = await db.In<IdeaInterest>(guild).AsNoTracking().Select(one => new { one.IdeaId, one.PersonId }).ToListAsync(ct);
        return
        [
            .. ideas.Values.Select(idea => new Part(idea.AuthorId, Goes(idea.Id))),
            .. crews.Where(one => ideas.ContainsKey(one.IdeaId)).Select(one => new Part(one.PersonId, Goes(one.IdeaId))),
        ];

        IdeaStatus Goes(long id) => ideas.TryGetValue(links.RootOf(id), out var root) ? root.Status : ideas[id].Status;
    }
}
