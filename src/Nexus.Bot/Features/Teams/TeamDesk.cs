using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

/// <summary>Who somebody is to a team.</summary>
/// <param name="Membership">Null when they are not on it now.</param>
internal sealed record TeamActor(Snowflake Id, bool IsMentor, TeamMember? Membership)
{
    public bool MayChange => IsMentor || Membership is not null;

    /// <summary>They may only because they are a mentor: it is logged.</summary>
    public bool ActsAsMentor => IsMentor && Membership is null;
}

/// <summary>The team that a command or control is about, and who used it.</summary>
internal sealed class TeamDesk(NexusDb db, TeamNames names, GuildConfigurations configurations)
{
    public NexusDb Db { get; } = db;

    /// <summary>Named by the option, else the one in whose thread they are, else the only one they are on.</summary>
    /// <returns>The team, tracked, or what to answer instead.</returns>
    public async Task<(Team? Team, Reply? Refusal)> OfAsync(CommandCall call, string option, CancellationToken ct)
    {
        if (call.TextOrNull(option) is { } typed)
        {
            var named = await names.FindAsync(call.Guild, typed, ct);
            return (named.Meant, named.Meant is null ? TeamNameViews.WhichOne(typed, named.Near) : null);
        }

        var here = call.Channel;
        if (await Db.In<Team>(call.Guild).SingleOrDefaultAsync(team => team.ThreadId == here, ct) is { } around)
        {
            return (around, null);
        }

        return await TeamLife.OfAsync(Db, call.Guild, call.User, asMentor: true, ct) switch
        {
            [] => (null, TeamNameViews.OnNone()),
            [var only] => (only, null),
            var several => (null, TeamNameViews.OnSeveral(several)),
        };
    }

    /// <summary>The same, for who may change it while it goes on.</summary>
    public async Task<(Team? Team, TeamActor? By, Reply? Refusal)> ToChangeAsync(CommandCall call, string option, CancellationToken ct)
    {
        var (team, refusal) = await OfAsync(call, option, ct);
        return team is null ? (null, null, refusal) : await MayChangeAsync(call, team, ct);
    }

    /// <summary>For a control whose argument is the team's id.</summary>
    public async Task<(Team? Team, TeamActor? By, Reply? Refusal)> ToChangeAsync(ControlCall call, CancellationToken ct) =>
        await FindAsync(call, call.Argument, ct) is { } team ? await MayChangeAsync(call, team, ct) : (null, null, TeamNameViews.Gone());

    /// <param name="argument">The team's id; what follows a "-" is the control's own. Null on another server and in direct messages.</param>
    public async Task<Team?> FindAsync(Call call, string argument, CancellationToken ct) =>
        call.GuildOrNull is { } guild && long.TryParse(argument.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await TeamLife.FindAsync(Db, guild, id, ct) : null;

    public async Task<TeamActor> ActorAsync(Call call, Team team, CancellationToken ct) => new(
        call.User,
        call.GuildOrNull == team.GuildId && AccessRules.IsMentor(call.Interaction, await configurations.OfAsync(team.GuildId, ct)),
        await Db.In<TeamMember>(team.GuildId).SingleOrDefaultAsync(member => member.TeamId == team.Id && member.PersonId == call.User && member.LeftAt == null, ct));

    private async Task<(Team?, TeamActor?, Reply?)> MayChangeAsync(Call call, Team team, CancellationToken ct)
    {
        var by = await ActorAsync(call, team, ct);
        return !by.MayChange ? (null, null, TeamNameViews.NotYours(team))
            : team.Status == TeamStatus.Ended ? (null, null, TeamNameViews.HasEnded(team))
            : (team, by, null);
    }
}
