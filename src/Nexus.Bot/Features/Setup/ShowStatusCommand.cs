using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Hub;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Setup;

/// <summary><c>/nexus status</c> shows version, uptime, gateway, database, the hub's files, what runs next and the last errors.</summary>
internal sealed class ShowStatusCommand(BotStatus status, NexusDb db, IJobSchedule jobs, RecentErrors errors, HubCheckup hub, TimeProvider clock) : ICommand
{
    public static CommandSpec Spec { get; } = new("nexus", "status", "See how the bot is doing")
    {
        Audience = Audience.Mentors,
        Visibility = Visibility.Private,
        Details = "Version, uptime, the connection to Discord, the database, hub files that are not served, messages that could not be delivered, the next jobs, and the last errors with the references people were given.",
    };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var database = DatabaseFailure.None;
        try
        {
            await db.In<GuildConfiguration>(call.Guild).AsNoTracking().AnyAsync(ct);
        }
        catch (Exception exception) when (DatabaseFailures.Of(exception) is not DatabaseFailure.None and var failure)
        {
            database = failure; // the one command that must answer when the database does not
        }

        var took = clock.GetElapsedTime(began);

        // Nobody here can open somebody else's direct messages, or call them back.
        var failures = db.In<Delivery>(call.Guild)
            .Where(row => row.State == DeliveryState.Failed && row.Failure != DeliveryFailure.DmClosed && row.Failure != DeliveryFailure.PersonGone);
        var failed = database == DatabaseFailure.None ? await failures.CountAsync(ct) : 0;
        return StatusViews.Status(new StatusFacts(
            status.Version, status.StartedAt, status.GatewayState(), status.GatewayLatency(), status.Guilds,
            db.Database.IsSqlite() ? "SQLite" : "PostgreSQL", database, took,
            database == DatabaseFailure.None ? await hub.OfAsync(call.Guild, ct) : await hub.OfFilesAsync(ct), jobs.Next, errors.Newest, failed));
    }
}

internal sealed record StatusFacts(
    string Version, DateTimeOffset StartedAt, string Gateway, TimeSpan? Latency, int Guilds,
    string DatabaseKind, DatabaseFailure Database, TimeSpan DatabaseTime, HubHealth Hub, IReadOnlyList<NextJob> Jobs, IReadOnlyList<RecentError> Errors, int FailedDeliveries);
