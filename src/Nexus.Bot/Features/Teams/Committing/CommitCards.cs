using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>A plan, the people and the server as they are at the moment: what a commit would do, and what is in its way.</summary>
internal sealed record CommitOutlook(CommitDraft Draft, IReadOnlyList<Hurdle> Hurdles)
{
    public bool MayGo => Hurdles.Count == 0 && Draft.Twice.Count == 0 && Draft.Teams.Count > 0;
}

/// <summary>Reads what the cards of committing and undoing show.</summary>
internal sealed class CommitCards(CommitDrafts drafts, ServerReader server, GuildConfigurations configurations, PlaceWatch watch, TimeProvider clock)
{
    public static Task<Commitment?> FindAsync(NexusDb db, Snowflake guild, long formation, CancellationToken ct) =>
        db.In<Commitment>(guild).SingleOrDefaultAsync(it => it.FormationId == formation, ct);

    /// <summary>As the last one was committed: servers have their ways.</summary>
    public static async Task<CommitChoice> UsualAsync(NexusDb db, Snowflake guild, CancellationToken ct) =>
        await db.In<Commitment>(guild).AsNoTracking().OrderByDescending(it => it.Number).FirstOrDefaultAsync(ct) is { } last ? new CommitChoice(last.Place, last.WithRoles) : default;

    /// <exception cref="DiscordApiException">Discord did not tell how things stand.</exception>
    public async Task<CommitOutlook> LookAsync(NexusDb db, ReadyPlan plan, CommitChoice choice, CancellationToken ct)
    {
        configurations.Forget(plan.Guild); // an admin may have mended it a moment ago, on another instance
        var draft = await drafts.OfAsync(db, plan, ct);
        return new CommitOutlook(draft, CommitHurdles.Of(await server.ReadAsync(plan.Guild, ct), await configurations.OfAsync(plan.Guild, ct), choice, draft.Teams.Count));
    }

    public async Task<Reply> PreviewAsync(ReadyPlan plan, CommitOutlook outlook, CommitChoice choice, bool isChanged, CancellationToken ct) => CommitViews.Preview(
        plan.Number, outlook.Draft, new CommitReference(plan.Id, plan.Revision, choice), outlook.Hurdles, (await configurations.OfAsync(plan.Guild, ct)).TeamChannelId, isChanged);

    public async Task<Watched> ProgressAsync(NexusDb db, Commitment commitment, CancellationToken ct)
    {
        if (commitment.UndoneAt is not null)
        {
            return await RemovalAsync(db, commitment, ct);
        }

        var teams = await UndoBook.TeamsAsync(db, commitment, ct);
        var (placed, stuck) = (teams.Count(CommitViews.IsPlaced), teams.Count(IsRefused));
        return new Watched(CommitViews.Progress(commitment, teams, clock.GetUtcNow()), $"{placed} {stuck}", teams.TrueForAll(team => CommitViews.IsPlaced(team) || IsRefused(team)));
    }

    public async Task<Watched> RemovalAsync(NexusDb db, Commitment commitment, CancellationToken ct)
    {
        var teams = await UndoBook.TeamsAsync(db, commitment, ct);
        var isCategoryLeft = commitment.CategoryId is not null || commitment.CategorySince is not null;
        var (gone, stuck) = (teams.Count(UndoViews.IsGone), teams.Count(IsRefused));
        return new Watched(
            UndoViews.Progress(commitment, teams, isCategoryLeft), $"{gone} {stuck} {isCategoryLeft}", teams.TrueForAll(team => UndoViews.IsGone(team) || IsRefused(team)) && (!isCategoryLeft || stuck > 0));
    }

    /// <summary>Keeps the card of a commit, or of its undoing, up to date until nothing more happens.</summary>
    public Task<Reply> WatchAsync(FollowUpCall call, long formation, CancellationToken ct) => watch.UntilDoneAsync(
        call,
        async db => await db.In<Commitment>(call.Guild).AsNoTracking().SingleOrDefaultAsync(it => it.FormationId == formation, ct) is { } commitment
            ? await ProgressAsync(db, commitment, ct)
            : new Watched(CommitViews.Gone(), "", true),
        ct);

    private static bool IsRefused(Team team) => team.PlaceRefusal is not null || team.RoleRefusal is not null;
}
