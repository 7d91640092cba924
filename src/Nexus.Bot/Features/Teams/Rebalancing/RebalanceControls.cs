using System.Globalization;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Rebalancing;

/// <summary>The controls of a proposal, for mentors. The argument is its id.</summary>
internal static class RebalanceControls
{
    public static ControlSpec Look { get; } = Of("look");

    public static ControlSpec Free { get; } = Of("free");

    public static ControlSpec Stay { get; } = Of("stay");

    public static ControlSpec Apply { get; } = Of("apply");

    public static ControlSpec Undo { get; } = Of("undo");

    private static ControlSpec Of(string verb) => new("rebalance", verb) { Audience = Audience.Mentors, ChangesMessage = true };
}

/// <summary>The proposal a control is about.</summary>
internal sealed class RebalanceDesk(NexusDb db)
{
    public NexusDb Db => db;

    public static string Id(Rebalance row) => row.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Tracked; null when it is none of this server's.</summary>
    public Task<Rebalance?> FindAsync(Snowflake guild, string argument, CancellationToken ct) =>
        long.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleOrDefaultAsync(db.In<Rebalance>(guild), row => row.Id == id, ct) : Task.FromResult<Rebalance?>(null);

    public static Reply Again(Rebalance row, bool isChange) => RebalanceViews.Looking(isChange).Afterwards<ProposeRebalance>(Id(row));
}

/// <summary>Looks anew.</summary>
internal sealed class LookAgainButton(RebalanceDesk desk) : IButton
{
    public static ControlSpec Spec => RebalanceControls.Look;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call.Guild, call.Argument, ct) is { State: RebalanceState.Proposed } row ? RebalanceDesk.Again(row, isChange: true) : RebalanceViews.Over();
}

/// <summary>Also who has no team, or not.</summary>
internal sealed class TakeFreeButton(RebalanceDesk desk) : IButton
{
    public static ControlSpec Spec => RebalanceControls.Free;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { State: RebalanceState.Proposed } row)
        {
            return RebalanceViews.Over();
        }

        (row.TakesFree, row.Revision) = (!row.TakesFree, row.Revision + 1);
        await desk.Db.SaveChangesAsync(ct);
        return RebalanceDesk.Again(row, isChange: true);
    }
}

/// <summary>Who stays where they are.</summary>
internal sealed class StayingSelect(RebalanceDesk desk) : ISelect
{
    public static ControlSpec Spec => RebalanceControls.Stay;

    public async Task<Reply> HandleAsync(SelectCall call, CancellationToken ct)
    {
        if (await desk.FindAsync(call.Guild, call.Argument, ct) is not { State: RebalanceState.Proposed } row)
        {
            return RebalanceViews.Over();
        }

        (row.Staying, row.Revision) = ([.. call.Ids.Distinct().Select(id => id.ToString())], row.Revision + 1);
        await desk.Db.SaveChangesAsync(ct);
        return RebalanceDesk.Again(row, isChange: true);
    }
}

/// <summary>Makes the moves that are shown.</summary>
internal sealed class ApplyRebalanceButton(RebalanceDesk desk, RebalanceBook book) : IButton
{
    public static ControlSpec Spec => RebalanceControls.Apply;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call.Guild, call.Argument, ct) is not { State: RebalanceState.Proposed } row ? RebalanceViews.Over()
        : await book.ApplyAsync(desk.Db, row, call.User, ct) is { } teams ? RebalanceViews.Applied(row, teams)
        : RebalanceViews.Changed(row);
}

/// <summary>Brings everybody back, while nothing else has changed.</summary>
internal sealed class UndoRebalanceButton(RebalanceDesk desk, RebalanceBook book) : IButton
{
    public static ControlSpec Spec => RebalanceControls.Undo;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        await desk.FindAsync(call.Guild, call.Argument, ct) is not { State: RebalanceState.Applied } row ? RebalanceViews.Over()
        : await book.UndoAsync(desk.Db, row, call.User, ct) ? RebalanceViews.Undone()
        : RebalanceViews.TooLate();
}
