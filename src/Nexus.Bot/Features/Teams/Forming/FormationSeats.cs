using System.Globalization;
using Nexus.Bot.Matching;

namespace Nexus.Bot.Features.Teams.Forming;

/// <summary>Who is in which team of a plan, and what they build: kept as <c>id:tracks,id:tracks;…</c>, a team between semicolons.</summary>
internal sealed record FormationSeats(IReadOnlyList<IReadOnlyList<Seat>> Teams)
{
    public IEnumerable<Seat> All => Teams.SelectMany(team => team);

    public static FormationSeats Read(string text) => new(
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(team => team.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Seat).ToArray()),
    ]);

    public static FormationSeats Of(Plan plan) => new([.. plan.Seats.Where(team => team.Count > 0).Select(team => team.Select(index => new Seat(plan.Roster[index].Id, plan.Roster[index].Tracks)).ToArray())]);

    public override string ToString() =>
        string.Join(';', Teams.Select(team => string.Join(',', team.Select(seat => string.Create(CultureInfo.InvariantCulture, $"{seat.Person}:{(int)seat.Tracks}")))));

    private static Seat Seat(string text)
    {
        var parts = text.Split(':');
        return new Seat(ulong.Parse(parts[0], CultureInfo.InvariantCulture), (Tracks)int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}

/// <param name="Tracks">As they were when the plan was made: by their roles, when their profile does not say.</param>
internal readonly record struct Seat(ulong Person, Tracks Tracks);
