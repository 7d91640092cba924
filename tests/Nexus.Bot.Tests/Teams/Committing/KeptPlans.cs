using Nexus.Bot.Data;
using Nexus.Bot.Features.Teams.Committing;
using Nexus.Bot.Matching;
using Nexus.Bot.Tests.Support;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Tests.Teams.Committing;

/// <summary>Plans as forming would keep them: formation #3 with the teams of <see cref="CommitWorld"/>.</summary>
internal sealed class KeptPlans : IReadyPlans, IFormationNews
{
    private static readonly LocalDate s_monday = new(2026, 11, 23);

    public KeptPlans() => Plan = PlanOf(CommitWorld.Formation, CommitWorld.Number);

    public ReadyPlan? Plan { get; set; }

    public ReadyPlan? Other { get; set; }

    public static ReadyPlan PlanOf(long id, int number) => new(Interactions.Guild, id, number, 5, true, [new("Comets", TeamOf(101, 102)), new(null, TeamOf(103, 104))], s_monday);

    /// <summary>Two people with two hours in common, of whom one wished for another.</summary>
    public static Nexus.Bot.Matching.Team TeamOf(params ulong[] people) => new(
        people,
        new TeamScore(.25, 1, .9, 0, 1, Weights.Default),
        new TeamFacts(WeekGrid.Of([36, 37, 38, 39]), "graphql", people, [people[0]], [people[^1]], [], 3, 3.2, [], [people[0]], [], []),
        []);

    public Task<ReadyPlan?> FindAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct) =>
        Task.FromResult(guild == Interactions.Guild ? new[] { Plan, Other }.FirstOrDefault(plan => plan?.Id == formation) : null);

    public Task<bool> CommitAsync(NexusDb db, ReadyPlan plan, Snowflake by, CancellationToken ct)
    {
        Plan = Plan! with { IsReady = Plan.Id != plan.Id && Plan.IsReady };
        Other = Other is null ? null : Other with { IsReady = Other.Id != plan.Id && Other.IsReady };
        return Task.FromResult(true);
    }

    /// <summary>Which were taken back.</summary>
    public List<long> Undone { get; } = [];

    public Task UndoneAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct)
    {
        Undone.Add(formation);
        return Task.CompletedTask;
    }
}
