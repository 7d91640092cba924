using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Jobs;
using Nexus.Bot.ServerLog;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>
/// Draws a round that is due: one save with the round, its pairs and all that is to be said of it. Of two who draw at once the later
/// one saves nothing, and what follows (threads, messages) comes from the rows, so an interruption anywhere doubles nothing.
/// </summary>
internal sealed class RoundDrawer(
    INexusDbFactory databases, RoundLooks looks, PairLife life, RoundCheckIn checkIn, GuildConfigurations configurations, LogBook log, IJobSchedule jobs, TimeProvider clock)
{
    /// <summary>Does nothing when none is due, or somebody else draws it at this moment.</summary>
    /// <exception cref="Nexus.Discord.DiscordApiException">Who is there cannot be found out now; it stays due.</exception>
    public async Task DrawAsync(Snowflake guild, CancellationToken ct)
    {
        await using var db = databases.Create();
        var now = clock.GetUtcNow();
        if (await db.In<RoundSchedule>(guild).SingleOrDefaultAsync(ct) is not { } schedule || !schedule.IsDue(now))
        {
            return;
        }

        var quiet = QuietHours.Of(await configurations.OfAsync(guild, ct));
        var look = await looks.OfAsync(db, guild, ct);
        var by = schedule.AskedAt is null ? null : schedule.AskedBy;
        (schedule.AskedAt, schedule.AskedBy) = (null, null);
        if (schedule.NextAt <= now)
        {
            schedule.NextAt = RoundDates.After(schedule.Repeats, quiet, now);
        }

        schedule.Revision++;
        if (look.Pairs.Count == 0)
        {
            await TooFewAsync(db, schedule, look, by, ct);
        }
        else
        {
            await OpenAsync(db, schedule, look, by, now, ct);
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException clash) when (DatabaseFailures.Of(clash) == DatabaseFailure.Clash)
        {
            // Somebody else has drawn it, or a mentor has changed something: then it is drawn anew.
            jobs.WakeAt<RunRoundsJob>(now);
            return;
        }

        life.Wake();
        jobs.WakeAt<RunRoundsJob>(now);
    }

    private async Task OpenAsync(NexusDb db, RoundSchedule schedule, RoundLook look, Snowflake? by, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var earlier in await db.In<Round>(schedule.GuildId).Where(round => round.CheckedInAt == null).ToListAsync(ct))
        {
            await checkIn.AskAsync(db, earlier, now, ct);
        }

        var round = new Round
        {
            Id = Pair.NewId(),
            GuildId = schedule.GuildId,
            Number = ++schedule.LastNumber,
            At = now,
            ById = by,
            EndsAt = schedule.Next is { } next && next > now ? next : now + Round.UsualLength,
            Pairs = look.Pairs.Count,
            Trios = look.Trios,
            LeftOut = [.. look.LeftOut.Select(id => id.ToString())],
        };
        db.Add(round);
        foreach (var (index, pair) in look.Pairs.Index())
        {
            life.Open(db, schedule.GuildId, pair, PairSource.Round, RoundNewsViews.PairName(round, index + 1), round.Id);
        }

        await PutAwayAsync(db, round, ct);
        schedule.IsTooFewTold = false;
        await NoteAsync(db, round, look, now, ct);
        if (schedule.ChannelId is { } channel)
        {
            db.Add(Delivery.Plan(schedule.GuildId, RoundBegunSource.DeliveryKind, round.Id, DeliveryTarget.In(channel), now));
        }

        if (by is not null || look.LeftOut.Count > 0)
        {
            await log.AddAsync(db, schedule.GuildId, by ?? default, RoundMentorViews.Logged(round, look.LeftOut, by is not null), link: null, ct);
        }
    }

    // A server has room for a thousand open threads. Those of the round before stay, and who writes in an older one opens it again.
    private async Task PutAwayAsync(NexusDb db, Round round, CancellationToken ct)
    {
        var old = db.In<Round>(round.GuildId).Where(it => it.Number < round.Number - 1);
        foreach (var pair in await db.In<Pair>(round.GuildId).Where(pair => pair.Status == PairStatus.Active && old.Any(it => it.Id == pair.RoundId)).ToListAsync(ct))
        {
            life.End(pair, []);
        }
    }

    // What the draw means to those who are not in it.
    private async Task NoteAsync(NexusDb db, Round round, RoundLook look, DateTimeOffset now, CancellationToken ct)
    {
        var elsewhere = (await configurations.OfAsync(round.GuildId, ct)).ReminderChannelId;
        foreach (var person in await db.In<RoundPerson>(round.GuildId).Where(it => it.LeftAt == null).ToListAsync(ct))
        {
            person.Skips = false;
            if (look.Gone.Contains(person.PersonId))
            {
                person.LeftAt = now;
            }
            else if (look.Silent.Contains(person.PersonId))
            {
                person.IsAsleep = true;
                Tell(AsleepSource.DeliveryKind, person);
            }
            else if (look.LeftOut.Contains(person.PersonId))
            {
                Tell(LeftOutSource.DeliveryKind, person);
            }
        }

        void Tell(string kind, RoundPerson person) =>
            db.Add(Delivery.Plan(round.GuildId, kind, person.Id, DeliveryTarget.DmOf(person.PersonId, orIn: elsewhere), now, round.Number));
    }

    // Nobody is paired, and who skips skips the next one that comes. Mentors hear of it once (who asked for a round sees it at once), and
    // it is tried at the next date.
    private async Task TooFewAsync(NexusDb db, RoundSchedule schedule, RoundLook look, Snowflake? by, CancellationToken ct)
    {
        if (schedule.IsTooFewTold || by is not null)
        {
            return;
        }

        schedule.IsTooFewTold = true;
        await log.AddAsync(db, schedule.GuildId, actor: default, RoundMentorViews.LoggedTooFew(look, schedule.Next), link: null, ct);
    }
}
