using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.ServerLog;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Teams.Home;

/// <summary>
/// A team's place: a private thread under one channel, where only its members and who may manage threads read. A channel of its own
/// (<see cref="TeamChannels"/>) needs rights over the whole server and one of its 500 channels, so it has to be asked for. Each step looks
/// at what is there and keeps what it did at once, so that after an interruption anywhere the rest is done and nothing twice.
/// </summary>
internal sealed class TeamHome(IDiscordRest discord, PrivateThreads threads, GuildConfigurations configurations, TeamRoles roles, TeamChannels channels, LogBook log, DeliveryQueue queue, TeamLeaving leaving, TimeProvider clock)
{
    // Until an admin chooses a channel, or gives what is missing.
    private static readonly TimeSpan Unplaced = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan UntilPosted = TimeSpan.FromSeconds(10);

    /// <param name="team">As it is now, not tracked.</param>
    /// <returns>When it has to be looked after again; null when all is done.</returns>
    /// <exception cref="DiscordApiException">The rest is tried later.</exception>
    public async Task<DateTimeOffset?> TendAsync(NexusDb db, Team team, CancellationToken ct)
    {
        var again = await roles.TendAsync(db, team, ct);
        if (team.ThreadId is null && team.Status == TeamStatus.Ended)
        {
            return again;
        }

        if ((team.ThreadId ?? await OpenAsync(db, team, ct)) is not { } thread)
        {
            return Sooner(again, clock.GetUtcNow() + Unplaced);
        }

        try
        {
            return Sooner(again, await FurnishAsync(db, await Row(db, team).AsNoTracking().SingleAsync(ct), thread, ct));
        }
        catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownChannel)
        {
            // Somebody deleted it: its people get a new one.
            await Row(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.ThreadId, (Snowflake?)null).SetProperty(it => it.ThreadName, (string?)null), ct);
            await db.In<TeamMember>(team.GuildId).Where(it => it.TeamId == team.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsInThread, false), ct);
            return team.Status == TeamStatus.Ended ? again : clock.GetUtcNow();
        }
    }

    private async Task<Snowflake?> OpenAsync(NexusDb db, Team team, CancellationToken ct)
    {
        if (team.Place == TeamPlace.Channel)
        {
            try
            {
                return await channels.OpenAsync(db, team, ct);
            }
            catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
            {
                await TellAsync(db, team, TeamHomeViews.NoOwnChannel(team, refused.Code), refused.Code, ct);
                return null;
            }
        }

        if ((await configurations.OfAsync(team.GuildId, ct)).TeamChannelId is not { } place)
        {
            await TellAsync(db, team, TeamHomeViews.NoChannel(team), Team.NoChannel, ct);
            return null;
        }

        Channel? thread = null;
        if (team.PlacingSince is { } since)
        {
            thread = await EarlierAsync(db, team, since, ct);
        }
        else
        {
            DateTimeOffset? now = clock.GetUtcNow();
            await Row(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlacingSince, now).SetProperty(it => it.ThreadName, team.Name), ct);
        }

        try
        {
            thread ??= await threads.StartAsync(place, team.Name, ct);
        }
        catch (DiscordApiException refused) when (!DeliveryTrouble.MayPass(refused))
        {
            await Row(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlacingSince, (DateTimeOffset?)null), ct);
            await TellAsync(db, team, TeamHomeViews.MayNot(team, place, refused.Code), refused.Code, ct);
            return null;
        }

        Snowflake? id = thread.Id;
        var name = thread.Name ?? team.Name;
        await Row(db, team).ExecuteUpdateAsync(
            set => set.SetProperty(it => it.ThreadId, id).SetProperty(it => it.ThreadName, name).SetProperty(it => it.Threads, it => it.Threads + 1)
                .SetProperty(it => it.PlacingSince, (DateTimeOffset?)null).SetProperty(it => it.ToldAt, (DateTimeOffset?)null).SetProperty(it => it.PlaceRefusal, (int?)null)
                .SetProperty(it => it.IsPutAway, false),
            ct);
        return id;
    }

    /// <summary>One that was made although nobody heard of it.</summary>
    public async Task<Channel?> EarlierAsync(NexusDb db, Team team, DateTimeOffset since, CancellationToken ct)
    {
        if ((await configurations.OfAsync(team.GuildId, ct)).TeamChannelId is not { } place)
        {
            return null;
        }

        foreach (var thread in await threads.EarlierAsync(team.GuildId, place, team.ThreadName ?? team.Name, since, ct))
        {
            var id = thread.Id;
            if (!await db.In<Team>(team.GuildId).AnyAsync(it => it.ThreadId == id, ct))
            {
                return thread;
            }
        }

        return null;
    }

    private async Task<DateTimeOffset?> FurnishAsync(NexusDb db, Team team, Snowflake thread, CancellationToken ct)
    {
        var isThread = team.Place == TeamPlace.Thread;
        if (team is { IsPutAway: true, Status: TeamStatus.Active })
        {
            if (isThread)
            {
                await threads.ArchiveAsync(thread, isArchived: false, ct);
            }

            await Row(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsPutAway, false), ct);
            team = await Row(db, team).AsNoTracking().SingleAsync(ct);
        }

        DateTimeOffset? again = null;
        if (isThread)
        {
            again = await LetInAsync(db, team, thread, ct);
        }
        else
        {
            await channels.LetInAsync(db, team, thread, ct);
        }

        again = Sooner(again, await PostAsync(db, team, thread, ct));
        if (team.ThreadName != team.Name && !team.IsPutAway)
        {
            await threads.OpenedAsync(thread, () => discord.EditChannelAsync(thread, new ChannelEdit { Name = team.Name }, RequestOptions.Batch, ct), ct);
            await Row(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.ThreadName, team.Name), ct);
        }

        if (team is { Status: TeamStatus.Ended, IsPutAway: false })
        {
            // A channel stays for who sees everything; its people see it no longer.
            if (isThread)
            {
                await threads.ArchiveAsync(thread, isArchived: true, ct);
            }

            await Row(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsPutAway, true), ct);
        }

        return again;
    }

    private async Task<DateTimeOffset?> LetInAsync(NexusDb db, Team team, Snowflake thread, CancellationToken ct)
    {
        DateTimeOffset? again = null;
        var members = await db.In<TeamMember>(team.GuildId).AsNoTracking().Where(it => it.TeamId == team.Id && it.IsInThread == (it.LeftAt != null)).OrderBy(it => it.Id).ToListAsync(ct);
        foreach (var member in members)
        {
            var comes = member.LeftAt is null;
            var seat = await threads.SeatAsync(thread, member.PersonId, comes, ct);
            if (seat == ThreadSeat.Gone)
            {
                await leaving.GoneAsync(team.GuildId, member.PersonId, ct);
                again = clock.GetUtcNow();
            }

            if (seat == ThreadSeat.Refused)
            {
                again = Sooner(again, clock.GetUtcNow() + Unplaced); // the others come in all the same
            }

            if (seat != ThreadSeat.Done)
            {
                continue;
            }

            await db.In<TeamMember>(team.GuildId).Where(it => it.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.IsInThread, comes), ct);
        }

        return again;
    }

    private async Task<DateTimeOffset?> PostAsync(NexusDb db, Team team, Snowflake thread, CancellationToken ct)
    {
        var welcome = await db.In<Delivery>(team.GuildId).AsNoTracking()
            .SingleOrDefaultAsync(it => it.Kind == TeamWelcomeSource.DeliveryKind && it.SubjectId == team.Id && it.Occurrence == team.Threads, ct);
        var now = clock.GetUtcNow();
        if (welcome is null)
        {
            if (team.Status == TeamStatus.Active)
            {
                db.Add(Delivery.Plan(team.GuildId, TeamWelcomeSource.DeliveryKind, team.Id, DeliveryTarget.In(thread), now, team.Threads));
                await db.SaveChangesAsync(ct);
                queue.WakeAt(now);
            }

            return team.Status == TeamStatus.Active ? now + UntilPosted : null;
        }

        if (welcome.MessageId is not { } message)
        {
            return welcome.State is DeliveryState.Waiting or DeliveryState.Sending ? now + UntilPosted : null;
        }

        if (!team.IsPutAway)
        {
            var edit = new MessageEdit
            {
                Components = new Optional<IReadOnlyList<Component>>([TeamCardViews.Card(await TeamSheet.OfAsync(db, team, ct))]),
                AllowedMentions = AllowedMentions.None,
                Flags = MessageFlags.IsComponentsV2,
            };
            try
            {
                await threads.OpenedAsync(thread, () => discord.EditMessageAsync(thread, message, edit, RequestOptions.Batch, ct), ct);
            }
            catch (DiscordApiException gone) when (gone.Code == DiscordErrorCode.UnknownMessage)
            {
                // Somebody took the card away; what it said stands in /team show.
            }
        }

        return null;
    }

    // Once, until it has a place; of many teams that were formed together once for all of them.
    private async Task TellAsync(NexusDb db, Team team, string words, int why, CancellationToken ct)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        int? code = why;
        await Row(db, team).ExecuteUpdateAsync(set => set.SetProperty(it => it.PlaceRefusal, code), ct);
        var isTold = team.FormationId is { } formation && await db.In<Team>(team.GuildId).AnyAsync(it => it.FormationId == formation && it.Id != team.Id && it.ToldAt != null, ct);
        if (await Row(db, team).Where(it => it.ToldAt == null).ExecuteUpdateAsync(set => set.SetProperty(it => it.ToldAt, now), ct) == 1 && !isTold)
        {
            await log.AddAsync(db, team.GuildId, actor: default, words, link: null, ct);
            await db.SaveChangesAsync(ct);
            queue.WakeAt(now.Value);
        }
    }

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one < other ? one : other ?? one;

    private static IQueryable<Team> Row(NexusDb db, Team team) => db.In<Team>(team.GuildId).Where(it => it.Id == team.Id);
}
