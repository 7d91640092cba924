using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Hub;
using Nexus.Bot.Matching;
using Nexus.Bot.People;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>A formation with its plan, explained by what people say of themselves now.</summary>
/// <param name="Profiles">Of those in the plan.</param>
/// <param name="Title">What the hub calls an interest.</param>
internal sealed record ExplainedFormation(Formation Formation, Plan Plan, IReadOnlyDictionary<ulong, PersonProfile> Profiles, Func<string, string> Title);

/// <summary>Reads and keeps formations. Asks nothing of Discord, so it may be used before a press is answered.</summary>
internal sealed class Formations(IProfiles profiles, GuildHubs hubs) : IReadyPlans, IFormationNews
{
    /// <summary>Tracked; null when there is none such on this server.</summary>
    public static Task<Formation?> FindAsync(NexusDb db, Snowflake guild, long id, CancellationToken ct) => db.In<Formation>(guild).SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>Tracked: the one that is being worked on; null when there is none.</summary>
    public static Task<Formation?> OpenAsync(NexusDb db, Snowflake guild, CancellationToken ct) => db.In<Formation>(guild)
        .Where(it => it.State == FormationState.Draft || it.State == FormationState.Ready)
        .OrderByDescending(it => it.Number)
        .FirstOrDefaultAsync(ct);

    public static async Task<Formation> BeginAsync(NexusDb db, Snowflake guild, Snowflake by, DateTimeOffset now, CancellationToken ct)
    {
        var formation = new Formation { GuildId = guild, Number = (await db.In<Formation>(guild).MaxAsync(it => (int?)it.Number, ct) ?? 0) + 1, ById = by, CreatedAt = now };
        db.Add(formation);
        return formation;
    }

    /// <summary>Of two who change it at once the later fails with a clash, and looks again.</summary>
    public static Task SaveAsync(NexusDb db, Formation formation, CancellationToken ct)
    {
        formation.Revision++;
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Sets another plan that was made by hand; the one before can be had back.</summary>
    public static Task ChangeAsync(NexusDb db, Formation formation, Plan plan, CancellationToken ct)
    {
        (formation.Before, formation.Seats, formation.Remedies) = (formation.Seats, FormationSeats.Of(plan).ToString(), []);
        return SaveAsync(db, formation, ct);
    }

    /// <summary>The week by whose clocks hours are compared.</summary>
    public static NodaTime.LocalDate Monday(Formation formation) => SharedHours.WeekToCome(formation.SolvedAt ?? formation.CreatedAt);

    public async Task<ExplainedFormation> ExplainAsync(NexusDb db, Formation formation, CancellationToken ct)
    {
        var seats = FormationSeats.Read(formation.Seats);
        var tracks = seats.All.ToDictionary(seat => seat.Person, seat => seat.Tracks);
        var said = (await profiles.OfAsync(db, formation.GuildId, [.. seats.All.Select(seat => new KnownMember(new Snowflake(seat.Person), [], null))], ct)).ToDictionary(it => it.Person.Value);
        var monday = Monday(formation);
        var cohort = new Cohort(
            [.. seats.All.Select(seat => said[seat.Person].ToLearner(monday) with { Tracks = said[seat.Person].Missing.HasFlag(ProfileParts.Track) ? tracks[seat.Person] : said[seat.Person].Tracks })],
            await FormerTeams.OfAsync(db, formation.GuildId, formation.Id, ct));
        var roster = new Roster(cohort, formation.Rules);
        var plan = new Plan(new Scorer(roster, formation.Weights), seats.Teams.Select(team => (IReadOnlyList<int>)[.. team.Select(seat => roster.IndexOf(seat.Person))]));
        var hub = await hubs.OfAsync(formation.GuildId, ct);
        return new ExplainedFormation(formation, plan, said, slug => hub.BySlug(slug)?.Title ?? slug);
    }

    async Task<ReadyPlan?> IReadyPlans.FindAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct)
    {
        if (await FindAsync(db, guild, formation, ct) is not { } found)
        {
            return null;
        }

        var explained = await ExplainAsync(db, found, ct);
        return new ReadyPlan(guild, found.Id, found.Number, found.Revision, found.State == FormationState.Ready, [.. explained.Plan.Teams.Select(team => new PlannedTeam(null, team))], Monday(found));
    }

    public async Task<bool> CommitAsync(NexusDb db, ReadyPlan plan, Snowflake by, CancellationToken ct)
    {
        if (await FindAsync(db, plan.Guild, plan.Id, ct) is not { State: FormationState.Ready } formation || formation.Revision != plan.Revision)
        {
            return false;
        }

        (formation.State, formation.Revision) = (FormationState.Committed, formation.Revision + 1);
        return true;
    }

    public async Task UndoneAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct)
    {
        if (await FindAsync(db, guild, formation, ct) is { } undone)
        {
            (undone.State, undone.Revision) = (FormationState.Undone, undone.Revision + 1);
        }
    }
}
