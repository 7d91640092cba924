namespace Nexus.Bot.Matching;

/// <summary>
/// Simulated annealing over swaps: a change for the worse is taken now and then, less and less often. All chance comes from the seed and the
/// end from a count of changes tried, never from a clock.
/// </summary>
/// <param name="free">Who may change places.</param>
/// <param name="size">When given, people may also go over to another team within it.</param>
internal sealed class Annealer(Scorer scorer, IReadOnlyList<int> free, SplitMix random, TeamSize? size, CancellationToken ct)
{

    private const int Dice = 4096;
    private const int AtOnce = 1024;
    private const int OneInMoves = 8;
    private const double Slightly = 1e-9;

    // How much worse may it be? Looked up, as a logarithm costs as much as a change.
    private static readonly double[] Chances = [.. Enumerable.Range(0, Dice).Select(side => Math.Log((side + 0.5) / Dice))];

    private readonly int[] _free = [.. free];
    private readonly LikelyPartners _partners = new(scorer, free, ct);

    /// <param name="hot">How much is taken for the worse at first, in points times people of a team.</param>
    /// <param name="cold">How much in the end.</param>
    /// <param name="tried">Told how many changes have been tried since it was told last.</param>
    public Seating Improve(Seating seating, long tries, double hot, double cold, Action<long>? tried)
    {
        if (_free.Length > 1 && seating.Teams > 1)
        {
            Cool(seating, tries, hot, cold, tried);
            Descend(seating);
        }

        return seating;
    }

    private void Cool(Seating seating, long tries, double hot, double cold, Action<long>? tried)
    {
        var step = Math.Pow(cold / hot, AtOnce / (double)tries);
        var temperature = hot;
        for (long done = 0; done < tries; done += AtOnce)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < AtOnce; i++)
            {
                Try(seating, temperature * Chances[random.Below(Dice)]);
            }

            temperature *= step;
            tried?.Invoke(AtOnce);
        }
    }

    private void Try(Seating seating, double needed)
    {
        var one = _free[random.Below(_free.Length)];
        if (size is not null && random.Below(OneInMoves) == 0)
        {
            var to = random.Below(seating.Teams);
            if (MayMove(seating, one, to) && seating.GainOfMove(one, to) is var moved && moved >= needed)
            {
                seating.Move(one, to, moved);
            }

            return;
        }

        var other = _partners.Other(seating, one, _free, random);
        if (other >= 0 && seating.TeamOf(one) != seating.TeamOf(other) && seating.GainOfSwap(one, other, needed) is var gain && gain >= needed)
        {
            seating.Swap(one, other, gain);
        }
    }

    private bool MayMove(Seating seating, int person, int to) =>
        size is { } limits && seating.TeamOf(person) is var from && from != to && seating.SizeOf(from) > limits.Least && seating.SizeOf(to) < limits.Most;

    // Until no single change is for the better.
    private void Descend(Seating seating)
    {
        for (var better = true; better;)
        {
            better = false;
            for (var i = 0; i < _free.Length; i++)
            {
                ct.ThrowIfCancellationRequested();
                better |= SwapForBetter(seating, i) | MoveForBetter(seating, _free[i]);
            }
        }
    }

    private bool SwapForBetter(Seating seating, int i)
    {
        var better = false;
        for (var j = i + 1; j < _free.Length; j++)
        {
            if (seating.TeamOf(_free[i]) != seating.TeamOf(_free[j]) && seating.GainOfSwap(_free[i], _free[j], Slightly) is var gain && gain > Slightly)
            {
                seating.Swap(_free[i], _free[j], gain);
                better = true;
            }
        }

        return better;
    }

    private bool MoveForBetter(Seating seating, int person)
    {
        var better = false;
        for (var team = 0; size is not null && team < seating.Teams; team++)
        {
            if (MayMove(seating, person, team) && seating.GainOfMove(person, team) is var gain && gain > Slightly)
            {
                seating.Move(person, team, gain);
                better = true;
            }
        }

        return better;
    }
}
