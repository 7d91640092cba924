using Nexus.Bot.Data;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>
/// Plans of formations, as far as committing needs them. Nobody but mentors has heard of them. Whoever keeps them registers one of these
/// and puts <see cref="CommitControls.Open"/> on the card of a plan that is ready; the unit of work comes with each call, so it may be a singleton.
/// </summary>
internal interface IReadyPlans
{
    /// <summary>Explained by what people say of themselves now; null when there is none such on this server.</summary>
    Task<ReadyPlan?> FindAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct);

    /// <summary>Marks it as committed, on the unit of work that it was found with. Saves nothing; of two at once the later fails with a clash.</summary>
    /// <returns>False when it is another one than was shown, or not ready.</returns>
    Task<bool> CommitAsync(NexusDb db, ReadyPlan plan, Snowflake by, CancellationToken ct);
}

/// <summary>Hears when a formation is taken back. A singleton.</summary>
internal interface IFormationNews
{
    /// <summary>Saves nothing.</summary>
    Task UndoneAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct);
}

/// <param name="IsReady">It can be committed.</param>
/// <param name="Revision">Another one with every change.</param>
/// <param name="Monday">Of the week by which hours were compared.</param>
internal sealed record ReadyPlan(Snowflake Guild, long Id, int Number, int Revision, bool IsReady, IReadOnlyList<PlannedTeam> Teams, LocalDate Monday);

/// <param name="Name">What it is to be called; null leaves it to its number.</param>
internal sealed record PlannedTeam(string? Name, Matching.Team Explained);
