using System.Numerics;

namespace Nexus.Bot.Matching;

/// <summary>What a team is worth: up to 100 points for what is good, less for breaches. The search maximises the sum of worth by people.</summary>
internal sealed class Scorer(Roster roster, Weights weights)
{
    public const double Most = 100;

    // Below this a team loses two points for each one: no team pays for the others.
    private const double Floor = 60;

    // Of two people: four can share what they want only if each two of them share much more.
    private const double MostOfDesiredHours = 4;

    private readonly double _perSlot = 1 / (2 * roster.Rules.DesiredHours);
    private readonly double _perSkill = 1 / roster.SkillRange;
    private readonly int _fewestSlots = (int)Math.Ceiling(2 * roster.Rules.MinimumHours);
    private readonly Quota _quota = roster.Rules.Quota;
    private readonly TeamSize _size = roster.Rules.Size;
    private readonly Penalties _penalties = roster.Rules.Penalties;

    public Scorer(Roster roster, Weights weights, Penalties penalties)
        : this(roster, weights) => _penalties = penalties;

    public Roster Roster => roster;

    public Weights Weights => weights;

    public Penalties Penalties => _penalties;

    public double Worth(ReadOnlySpan<int> team)
    {
        var tally = Count(team);
        return Merit(tally) - BreachesOf(tally).Cost(_penalties);
    }

    /// <summary>The worth without the breaches.</summary>
    public double Merit(in Tally tally)
    {
        var score = Most * ScoreOf(tally);
        return score - Math.Max(0, Floor - score);
    }

    public Breaches BreachesOf(in Tally tally) => new(
        tally.Avoided,
        tally.Slots < _fewestSlots ? 1 : 0,
        _quota.Missing(tally.Backend, tally.Frontend, tally.Both) + _quota.Surplus(tally.Backend, tally.Frontend, tally.Both),
        Math.Max(0, _size.Least - tally.People) + Math.Max(0, tally.People - _size.Most),
        tally.TooSoon);

    /// <summary>What two people alone have for each other: hours, tags, wishes, and that they have not met.</summary>
    public double Affinity(int one, int other)
    {
        var tally = Count([one, other]);
        var (_, interests, _, _, novelty) = Parts(tally);
        var hours = Math.Min(MostOfDesiredHours, tally.Slots * _perSlot);
        var wished = roster.Between(one, other)?.Wished == true || roster.Between(other, one)?.Wished == true;
        return (weights.Hours * hours) + (weights.Interests * interests) + (weights.Novelty * novelty) + (wished ? weights.Wishes : 0) - tally.Avoided - tally.TooSoon;
    }

    /// <summary>The parts of the score, each from 0 to 1.</summary>
    public (double Hours, double Interests, double Balance, double Wishes, double Novelty) Parts(in Tally tally) => (
        Math.Min(1, tally.Slots * _perSlot),
        (double)tally.SameTag / tally.People,
        1 - (Math.Abs(tally.Skill) / tally.People * _perSkill),
        (double)tally.Content / tally.People,
        tally.People < 2 ? 1 : 1 - (tally.Familiar / (tally.People * (tally.People - 1) / 2)));

    public Tally Count(ReadOnlySpan<int> team)
    {
        var entries = roster.Entries;
        ulong free0 = ~0UL, free1 = ~0UL, free2 = ~0UL, free3 = ~0UL, free4 = ~0UL, free5 = ~0UL;
        // A counter for each tag, its binary digits in one bit of each of these: up to 31 people.
        ulong ones = 0, twos = 0, fours = 0, eights = 0, sixteens = 0;
        ulong signatures = 0, related = 0;
        var skill = 0.0;
        int tracks = 0, wishing = 0;
        foreach (var member in team)
        {
            ref readonly var entry = ref entries[member];
            free0 &= entry.Free0;
            free1 &= entry.Free1;
            free2 &= entry.Free2;
            free3 &= entry.Free3;
            free4 &= entry.Free4;
            free5 &= entry.Free5;

            var carry = ones & entry.Tags;
            ones ^= entry.Tags;
            var next = twos & carry;
            twos ^= carry;
            carry = fours & next;
            fours ^= next;
            next = eights & carry;
            eights ^= carry;
            sixteens |= next;

            signatures |= entry.Signature;
            related |= entry.Related;
            skill += entry.Skill;
            tracks += entry.Tracks;
            wishing += entry.Wishes;
        }

        var tally = new Tally
        {
            People = team.Length,
            Slots = BitOperations.PopCount(free0) + BitOperations.PopCount(free1) + BitOperations.PopCount(free2)
                + BitOperations.PopCount(free3) + BitOperations.PopCount(free4) + BitOperations.PopCount(free5),
            SameTag = Highest(ones, twos, fours, eights, sixteens),
            Skill = skill,
            Backend = tracks & 255,
            Frontend = (tracks >> 8) & 255,
            Both = tracks >> 16,
            Content = team.Length - wishing,
        };
        if ((related & signatures) != 0)
        {
            AddRelations(team, ref tally);
        }

        return tally;
    }

    private static int Highest(ulong ones, ulong twos, ulong fours, ulong eights, ulong sixteens)
    {
        var highest = 0;
        var among = ~0UL;
        Narrow(sixteens, 16);
        Narrow(eights, 8);
        Narrow(fours, 4);
        Narrow(twos, 2);
        Narrow(ones, 1);
        return highest;

        void Narrow(ulong digit, int worth)
        {
            if ((among & digit) != 0)
            {
                among &= digit;
                highest += worth;
            }
        }
    }

    private void AddRelations(ReadOnlySpan<int> team, ref Tally tally)
    {
        var entries = roster.Entries;
        foreach (var member in team)
        {
            var related = entries[member].Related;
            if (related == 0)
            {
                continue;
            }

            var granted = false;
            foreach (var other in team)
            {
                if (other == member || (related & entries[other].Signature) == 0 || roster.Between(member, other) is not { } relation)
                {
                    continue;
                }

                granted |= relation.Wished;
                if (other > member)
                {
                    tally.Familiar += relation.Familiar;
                    tally.Avoided += relation.Avoided ? 1 : 0;
                    tally.TooSoon += relation.TooSoon ? 1 : 0;
                }
            }

            tally.Content += granted ? 1 : 0;
        }
    }

    private double ScoreOf(in Tally tally)
    {
        var (hours, interests, balance, wishes, novelty) = Parts(tally);
        return (weights.Hours * hours) + (weights.Interests * interests) + (weights.Balance * balance) + (weights.Wishes * wishes) + (weights.Novelty * novelty);
    }
}

/// <summary>What is counted in one team.</summary>
internal struct Tally
{
    public int People;
    public int Slots;

    /// <summary>The most people who share one tag.</summary>
    public int SameTag;

    /// <summary>Sum of skills above the average of all.</summary>
    public double Skill;

    public int Backend, Frontend, Both;

    /// <summary>People without a wish, or with one that came true.</summary>
    public int Content;

    public double Familiar;
    public int Avoided;
    public int TooSoon;
}
