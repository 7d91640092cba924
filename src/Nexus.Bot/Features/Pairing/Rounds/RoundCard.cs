using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>What mentors see of a server's rounds.</summary>
internal sealed record RoundCard(RoundSchedule Schedule, ILookup<RoundPart, Snowflake> People, RoundSoFar? Latest);

/// <summary>How a round went, in numbers: who said what, only they know.</summary>
/// <param name="Met">Pairs of which somebody says that they met; likewise the others.</param>
/// <param name="Unheard">Pairs of which nobody has answered.</param>
/// <param name="Helps">Who asked for a mentor's help.</param>
internal sealed record RoundSoFar(Round Round, int Met, int NotYet, int Wont, int Unheard, IReadOnlyList<Snowflake> Helps);

/// <summary>Reads and changes it.</summary>
internal sealed class RoundCards(NexusDb db, TimeProvider clock)
{
    public NexusDb Db { get; } = db;

    public async Task<RoundCard> OfAsync(Snowflake guild, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var schedule = await Db.In<RoundSchedule>(guild).AsNoTracking().SingleOrDefaultAsync(ct) ?? new RoundSchedule { GuildId = guild };
        var people = await Db.In<RoundPerson>(guild).AsNoTracking().Where(person => person.LeftAt == null).OrderBy(person => person.JoinedAt).ThenBy(person => person.Id).ToListAsync(ct);
        return new RoundCard(
            schedule, people.ToLookup(person => person.PartAt(now), person => person.PersonId), await RunningRound.OfAsync(Db, guild, ct) is { } round ? await SoFarAsync(round, ct) : null);
    }

    /// <summary>The row, tracked; of a server without one, a new row.</summary>
    public async Task<RoundSchedule> ToChangeAsync(Snowflake guild, CancellationToken ct)
    {
        var schedule = await Db.In<RoundSchedule>(guild).SingleOrDefaultAsync(ct);
        if (schedule is null)
        {
            schedule = new RoundSchedule { GuildId = guild };
            Db.Add(schedule);
        }

        schedule.Revision++;
        return schedule;
    }

    private async Task<RoundSoFar> SoFarAsync(Round round, CancellationToken ct)
    {
        var pairs = await RunningRound.PairsOf(Db, round).CountAsync(ct);
        var answers = (await Db.In<RoundAnswer>(round.GuildId).AsNoTracking().Where(answer => answer.RoundId == round.Id).OrderBy(answer => answer.Id).ToListAsync(ct)).ToLookup(answer => answer.PairId);
        var said = answers.Select(pair => pair.Max(answer => Rank(answer.Met))).ToList();
        return new RoundSoFar(
            round, said.Count(rank => rank == 3), said.Count(rank => rank == 1), said.Count(rank => rank == 2), pairs - said.Count(rank => rank > 0),
            [.. answers.SelectMany(pair => pair).Where(answer => answer.HelpAskedAt is not null).Select(answer => answer.PersonId)]);
    }

    // Who met has met, whatever the other one says.
    private static int Rank(Met met) => met switch { Met.Yes => 3, Met.Wont => 2, Met.NotYet => 1, _ => 0 };
}
