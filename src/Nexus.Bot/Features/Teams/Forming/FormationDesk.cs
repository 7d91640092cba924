using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>The formation a control is about, and the cards that follow.</summary>
internal sealed class FormationDesk(NexusDb db, Formations formations)
{
    public NexusDb Db => db;

    public static string Id(Formation formation) => formation.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is said after the formation's id.</summary>
    public static string[] Rest(string argument) => argument.Split('/')[1..];

    /// <summary>Tracked; null when it is closed, or none of this server's.</summary>
    public async Task<Formation?> FindAsync(Snowflake guild, string argument, CancellationToken ct) =>
        long.TryParse(argument.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await Formations.FindAsync(db, guild, id, ct) is { IsOpen: true } open ? open : null;

    /// <summary>With a plan.</summary>
    public async Task<ExplainedFormation?> PlanAsync(Snowflake guild, string argument, CancellationToken ct) =>
        await FindAsync(guild, argument, ct) is { State: FormationState.Ready } ready ? await formations.ExplainAsync(db, ready, ct) : null;

    public async Task<Reply> CardAsync(Formation formation, int page, string? said, CancellationToken ct) => PlanViews.Card(await formations.ExplainAsync(db, formation, ct), page, said);
}

/// <summary>The plan, or the rules with who would take part.</summary>
internal sealed class ShowFormation(FormationDesk desk, FormationCohorts cohorts) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { } formation)
        {
            return FormationViews.Gone(isChange: true);
        }

        if (formation.State == FormationState.Ready)
        {
            return await desk.CardAsync(formation, page: 0, said: null, ct);
        }

        try
        {
            return FormationViews.Rules(formation, await cohorts.OfAsync(desk.Db, formation, ct));
        }
        catch (DiscordApiException)
        {
            return FormationViews.OutOfReach();
        }
    }
}
