using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Features.Teams.Forming;
using Nexus.Bot.Features.Teams.Rebalancing;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Overview;

/// <summary><c>/teams report</c>: who has no team and why, how good the teams are, and when people are free.</summary>
internal sealed class TeamReportCommand(TeamDesk desk, PersonZones zones) : ICommand
{
    private const string Which = "team";
    private const string Zone = "zone";

    public static CommandSpec Spec { get; } = new("teams", "report", "Who has no team and why, how teams score, and when people are free")
    {
        Options =
        [
            TeamNames.Option(Which, "When the people of one team are free; everybody when you leave it out").Optional(),
            Option.Text(Zone, "On the clock of a city or zone; yours when you leave it out", min: 1, max: ZoneSearch.MostCharacters).Optional(),
        ],
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Example = "/teams report zone:Nairobi",
        Details = "The picture shows for each hour of the coming week how many are free. Teams are those of the latest formation, by its rules; where there was none, all teams.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var zone = (await zones.OfAsync(call.User, call.Guild, ct)).Zone;
        if (call.TextOrNull(Zone) is { } typed)
        {
            if (ZoneSearch.Meant(typed) is not { } meant)
            {
                return TeamReportViews.UnknownZone(typed);
            }

            zone = meant;
        }

        if (call.TextOrNull(Which) is null)
        {
            return RebalanceViews.Looking(isChange: false).Afterwards<ComposeTeamReport>($"{zone.Id}|");
        }

        var (team, refusal) = await desk.OfAsync(call, Which, ct);
        return refusal ?? RebalanceViews.Looking(isChange: false).Afterwards<ComposeTeamReport>(string.Create(CultureInfo.InvariantCulture, $"{zone.Id}|{team!.Id}"));
    }
}

/// <summary>Looks and draws.</summary>
internal sealed class ComposeTeamReport(NexusDb db, RebalanceLooks looks, IProfiles profiles, TimeProvider clock) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        var parts = call.Argument.Split('|');
        var (zone, now) = (Zones.Named(parts[0]), clock.GetUtcNow());
        var first = SharedHours.WeekToCome(now);
        if (long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            if (await TeamLife.FindAsync(db, call.Guild, id, ct) is not { } team)
            {
                return TeamNameViews.Gone();
            }

            var members = (await TeamLife.MembersAsync(db, team, ct)).Where(member => !member.IsMentor).Select(member => new KnownMember(member.PersonId, [], null)).ToList();
            var of = FreeHours.Of(await profiles.OfAsync(db, call.Guild, members, ct), zone, first);
            return TeamReportViews.OfTeam(team, members.Count, of, await TeamReportViews.DrawAsync(of, $"Team #{team.Number}", ct));
        }

        try
        {
            var look = await looks.OfAsync(db, new Rebalance { GuildId = call.Guild, ById = call.User, CreatedAt = now }, ct);
            var committed = await db.In<Commitment>(call.Guild).AsNoTracking().Where(it => it.FormationId == look.Rules.Id).Select(it => (DateTimeOffset?)it.At).FirstOrDefaultAsync(ct);
            var seated = look.Task.Seats.SelectMany(team => team).Select(one => new KnownMember(new Snowflake(one), [], null)).ToList();
            var everybody = (await profiles.OfAsync(db, call.Guild, seated, ct)).Concat(look.Cohort.People.Where(one => look.Free.Contains(one.Person))).ToList();
            var hours = FreeHours.Of(everybody, zone, first);
            return TeamReportViews.Report(look, committed, everybody, hours, await TeamReportViews.DrawAsync(hours, "When people are free", ct));
        }
        catch (DiscordApiException)
        {
            return FormationViews.OutOfReach();
        }
    }
}
