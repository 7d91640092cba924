using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Teams.Home;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>"Undo…": shows what would go.</summary>
internal sealed class OpenUndoButton(NexusDb db) : IButton
{
    public static ControlSpec Spec => CommitControls.Undo;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } formation && await CommitCards.FindAsync(db, call.Guild, formation, ct) is not null ? UndoViews.Looking().Afterwards<ListUndoFollowUp>(call.Argument) : CommitViews.Gone();
}

/// <summary>Having seen what goes.</summary>
internal sealed class UndoNowButton(NexusDb db, UndoBook book, CommitCards cards, DeliveryQueue queue, IJobSchedule schedule, TimeProvider clock) : IButton
{
    public static ControlSpec Spec => CommitControls.UndoNow;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct)
    {
        if (call.Number is not { } formation || await CommitCards.FindAsync(db, call.Guild, formation, ct) is not { } commitment)
        {
            return CommitViews.Gone();
        }

        var now = clock.GetUtcNow();
        if (commitment.UndoneAt is null)
        {
            if (now > commitment.UndoUntil)
            {
                return Reply.ChangeCard(UndoViews.TooLate(commitment, await UndoBook.TeamsAsync(db, commitment, ct)).Components);
            }

            await book.UndoAsync(db, commitment, call.User, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(now);
            schedule.WakeAt<PlaceTeamsJob>(now);
        }

        return Reply.ChangeCard((await cards.RemovalAsync(db, commitment, ct)).Card.Components).Afterwards<WatchUndoFollowUp>(call.Argument);
    }
}

/// <summary>"Keep everything".</summary>
internal sealed class KeepButton(NexusDb db) : IButton
{
    public static ControlSpec Spec => CommitControls.Keep;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } formation && await CommitCards.FindAsync(db, call.Guild, formation, ct) is { } commitment ? UndoViews.Kept(commitment.Number) : CommitViews.Gone();
}

/// <summary>How far the clearing away is.</summary>
internal sealed class LookAtUndoButton(NexusDb db, CommitCards cards) : IButton
{
    public static ControlSpec Spec => CommitControls.UndoLook;

    public async Task<Reply> HandleAsync(ButtonCall call, CancellationToken ct) =>
        call.Number is { } formation && await CommitCards.FindAsync(db, call.Guild, formation, ct) is { } commitment
            ? Reply.ChangeCard((await cards.ProgressAsync(db, commitment, ct)).Card.Components)
            : CommitViews.Gone();
}

/// <summary>Lists what was made, and where people have written meanwhile.</summary>
internal sealed class ListUndoFollowUp(INexusDbFactory databases, CommitCards cards, IDiscordRest discord, TimeProvider clock) : IFollowUp
{
    // One page of Discord's.
    private const int MostRead = 100;

    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct)
    {
        await using var db = databases.Create();
        if (!long.TryParse(call.Argument, out var formation) || await CommitCards.FindAsync(db, call.Guild, formation, ct) is not { } commitment)
        {
            return CommitViews.Gone();
        }

        if (commitment.UndoneAt is not null)
        {
            return (await cards.RemovalAsync(db, commitment, ct)).Card;
        }

        var teams = await UndoBook.TeamsAsync(db, commitment, ct);
        if (clock.GetUtcNow() > commitment.UndoUntil)
        {
            return UndoViews.TooLate(commitment, teams);
        }

        try
        {
            var (there, written) = await ReadAsync(teams, ct);
            var roles = (await discord.GetRolesAsync(call.Guild, ct: ct)).Select(role => role.Id).ToHashSet();
            var category = commitment is { IsCategoryOurs: true, CategoryId: not null };
            var people = (await UndoBook.MembersAsync(db, commitment, ct)).DistinctBy(member => member.PersonId).Count();
            return UndoViews.Ask(commitment, teams, new StillThere(there, roles), people, written, category);
        }
        catch (DiscordApiException)
        {
            return CommitViews.OutOfReach();
        }
    }

    private async Task<(IReadOnlySet<Snowflake> There, IReadOnlyList<Written> Written)> ReadAsync(IReadOnlyList<Team> teams, CancellationToken ct)
    {
        var there = new HashSet<Snowflake>();
        var written = new List<Written>();
        foreach (var team in teams)
        {
            if (team.ThreadId is not { } place)
            {
                continue;
            }

            try
            {
                var messages = await discord.GetMessagesAsync(place, MostRead, options: RequestOptions.Batch, ct: ct);
                there.Add(place);
                var byPeople = messages.Where(message => message is { WebhookId: null, Author: { Bot: not true } }).ToList();
                if (byPeople.Count > 0)
                {
                    written.Add(new Written(team, byPeople.Count, messages.Count == MostRead, byPeople.Max(message => message.Id.CreatedAt)));
                }
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
            {
                // An admin deleted it: nothing is left to take away.
            }
        }

        return (there, written);
    }
}

/// <summary>Shows how the clearing away goes on.</summary>
internal sealed class WatchUndoFollowUp(CommitCards cards) : IFollowUp
{
    public async Task<Reply?> RunAsync(FollowUpCall call, CancellationToken ct) => long.TryParse(call.Argument, out var formation) ? await cards.WatchAsync(call, formation, ct) : null;
}
