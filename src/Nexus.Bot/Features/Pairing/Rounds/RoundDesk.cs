using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Jobs;
using Nexus.Bot.People;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What people say about taking part in rounds. Each act says how they stand then; doing it again changes nothing.</summary>
internal sealed class RoundDesk(NexusDb db, IProfiles profiles, IJobSchedule jobs, TimeProvider clock)
{
    public async Task<RoundStanding> OfAsync(Call call, Snowflake guild, CancellationToken ct) => await StandingAsync(call, guild, await FindAsync(guild, call.User, ct), ct);

    /// <summary>In from the next round on; into the running one while half of it is still to come.</summary>
    public async Task<RoundStanding> JoinAsync(Call call, Snowflake guild, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var person = await FindAsync(guild, call.User, ct);
        var before = await StandingAsync(call, guild, person, ct);
        if (before.IsOutOfPairs || (person is null && call.IsDirectMessage))
        {
            return before;
        }

        var late = await RunningRound.WithoutAsync(db, guild, call.User, now, ct);
        if (person is null)
        {
            person = new RoundPerson { GuildId = guild, PersonId = call.User, JoinedAt = now };
            db.Add(person);
        }
        else if (before.Part is not (RoundPart.In or RoundPart.Skipping) || (late is not null && person.JoinedAt <= late.At))
        {
            (person.JoinedAt, person.TriedIn) = (now, 0);
        }

        (person.LeftAt, person.Skips, person.IsPaused, person.PausedUntil, person.IsAsleep) = (null, false, false, null, false);
        await db.SaveChangesAsync(ct);
        if (late is not null)
        {
            jobs.WakeAt<RunRoundsJob>(now);
        }

        return (await StandingAsync(call, guild, person, ct)) with { LateFor = late?.Number };
    }

    public Task<RoundStanding> LeaveAsync(Call call, Snowflake guild, CancellationToken ct) =>
        ChangeAsync(call, guild, person => (person.LeftAt, person.Skips) = (clock.GetUtcNow(), false), ct);

    /// <param name="skips">False takes it back.</param>
    public Task<RoundStanding> SkipAsync(Call call, Snowflake guild, bool skips, CancellationToken ct) =>
        ChangeAsync(call, guild, person => person.Skips = skips && person.PartAt(clock.GetUtcNow()) is RoundPart.In or RoundPart.Skipping, ct);

    /// <param name="until">Null for a pause that they end themselves.</param>
    public Task<RoundStanding> PauseAsync(Call call, Snowflake guild, DateTimeOffset? until, CancellationToken ct) => ChangeAsync(
        call,
        guild,
        person => (person.IsPaused, person.PausedUntil, person.Skips, person.IsAsleep) = (true, until, false, false),
        ct);

    // Only of somebody who takes part: who never did, or left, stays out.
    private async Task<RoundStanding> ChangeAsync(Call call, Snowflake guild, Action<RoundPerson> change, CancellationToken ct)
    {
        var person = await FindAsync(guild, call.User, ct);
        if (person is { LeftAt: null })
        {
            change(person);
            await db.SaveChangesAsync(ct);
        }

        return await StandingAsync(call, guild, person, ct);
    }

    private Task<RoundPerson?> FindAsync(Snowflake guild, Snowflake person, CancellationToken ct) => db.In<RoundPerson>(guild).SingleOrDefaultAsync(it => it.PersonId == person, ct);

    private async Task<RoundStanding> StandingAsync(Call call, Snowflake guild, RoundPerson? person, CancellationToken ct)
    {
        var schedule = await db.In<RoundSchedule>(guild).AsNoTracking().SingleOrDefaultAsync(ct);
        var profile = (await profiles.OfAsync(db, guild, [new KnownMember(call.User, call.Roles, null)], ct))[0];
        return new RoundStanding(guild, person?.PartAt(clock.GetUtcNow()) ?? RoundPart.Out, person?.PausedUntil, schedule?.Next)
        {
            IsOutOfPairs = profile.IsOutOfPairs,

            // Without their roles, in a direct message, the track may only seem to be missing.
            Missing = call.IsDirectMessage ? ProfileParts.None : profile.Missing & (ProfileParts.Track | ProfileParts.Interests | ProfileParts.Hours | ProfileParts.TimeZone),
        };
    }
}
