using Nexus.Bot.Matching;

namespace Nexus.Benchmarks;

/// <summary>A made cohort of the benchmark NX-TEAMS v1: the same for the same size and number, everywhere.</summary>
internal static class TeamsInstance
{
    private const int Tags = 16;

    private static readonly double[] Roles = [0.45, 0.40, 0.15];
    private static readonly double[] Skills = [0.15, 0.25, 0.30, 0.20, 0.10];
    private static readonly double[] Habits = [0.60, 0.25, 0.15];
    private static readonly double[] TagWeights = [.. Enumerable.Range(0, Tags).Select(tag => 1 / (tag + 1.5))];

    private static readonly (int Hours, double Share)[] Near = [(0, 0.2), (1, 0.3), (2, 0.2), (3, 0.15), (5, 0.15)];

    private static readonly (int Hours, double Share)[] WorldWide =
        [(-8, 0.08), (-7, 0.04), (-6, 0.06), (-5, 0.14), (-3, 0.06), (0, 0.08), (1, 0.16), (2, 0.10), (3, 0.08), (5, 0.10), (8, 0.06), (9, 0.04)];

    /// <summary>What was measured on: hours 3 to 8, both sides in each team, no cool-down.</summary>
    public static MatchRules Rules(int size) => new(TeamSize.Exactly(size), Quota.BothSides, MinimumHours: 3, CoolDown: 0);

    /// <param name="size">Of the teams in the two rounds before.</param>
    public static Cohort Make(int people, int number, int size, bool met = true)
    {
        var random = new SplitMix(((ulong)number * 1_000_003) + (ulong)people);
        var offsets = new int[people];
        var learners = new Learner[people];
        for (var i = 0; i < people; i++)
        {
            var tracks = Draw(random, Roles) switch { 0 => Tracks.Backend, 1 => Tracks.Frontend, _ => Tracks.FullStack };
            var skill = 1 + Draw(random, Skills);
            var zones = people >= 100 ? WorldWide : Near;
            offsets[i] = zones[Draw(random, [.. zones.Select(zone => zone.Share)])].Hours;
            var free = Free(random, Draw(random, Habits), offsets[i]);
            learners[i] = new Learner((ulong)i + 1, tracks, skill, Interests(random), free, [], []);
        }

        for (var i = 0; i < people; i++)
        {
            learners[i] = WithWishes(random, learners[i], i, offsets);
        }

        return new Cohort(learners, met ? [.. Round(random, learners, size, 1), .. Round(random, learners, size, 2)] : []);
    }

    /// <summary>As many teams as there are whole ones; the first take those left over.</summary>
    public static int[] Sizes(int people, int size) =>
        [.. Enumerable.Range(0, people / size).Select(team => (people / (people / size)) + (team < people % (people / size) ? 1 : 0))];

    /// <summary>Everybody in teams by chance.</summary>
    public static int[][] Shuffled(SplitMix random, int people, int size)
    {
        int[] order = [.. Enumerable.Range(0, people)];
        random.Shuffle(order.AsSpan());
        var from = 0;
        return [.. Sizes(people, size).Select(many => order[from..(from += many)])];
    }

    private static IEnumerable<Meeting> Round(SplitMix random, Learner[] learners, int size, int ago) =>
        from team in Shuffled(random, learners.Length, size)
        from one in team
        from other in team
        where one < other
        select new Meeting(learners[one].Id, learners[other].Id, ago);

    private static WeekGrid Free(SplitMix random, int habit, int offset)
    {
        var slots = new List<int>();
        for (var hour = 0; hour < LocalWeek.Hours; hour++)
        {
            if (random.Fraction() < Chance(habit, weekend: hour >= 5 * 24, hour % 24))
            {
                var utc = (hour - offset + LocalWeek.Hours) % LocalWeek.Hours;
                slots.Add(2 * utc);
                slots.Add((2 * utc) + 1);
            }
        }

        return WeekGrid.Of(slots);
    }

    private static double Chance(int habit, bool weekend, int hour) => (habit, weekend) switch
    {
        (0, false) => hour is >= 18 and <= 21 ? 0.7 : 0,
        (0, true) => hour is >= 10 and <= 17 ? 0.5 : 0,
        (1, false) => hour is >= 9 and <= 16 ? 0.6 : 0,
        (1, true) => 0,
        (_, false) => hour is >= 18 and <= 21 ? 0.2 : 0,
        (_, true) => hour is >= 9 and <= 20 ? 0.8 : 0,
    };

    private static List<string> Interests(SplitMix random)
    {
        var many = 2 + random.Below(3);
        var tags = new List<string>();
        while (tags.Count < many)
        {
            var tag = $"tag {Draw(random, TagWeights):00}";
            if (!tags.Contains(tag))
            {
                tags.Add(tag);
            }
        }

        return tags;
    }

    private static Learner WithWishes(SplitMix random, Learner learner, int index, int[] offsets)
    {
        var wishes = new List<ulong>();
        if (random.Fraction() < 0.20)
        {
            var many = 1 + random.Below(2);
            for (var wish = 0; wish < many; wish++)
            {
                for (var attempt = 0; attempt < 50; attempt++)
                {
                    var other = random.Below(offsets.Length);
                    if (other != index && Math.Abs(offsets[other] - offsets[index]) <= 2 && !wishes.Contains((ulong)other + 1))
                    {
                        wishes.Add((ulong)other + 1);
                        break;
                    }
                }
            }
        }

        var avoids = new List<ulong>();
        if (random.Fraction() < 0.05)
        {
            var other = random.Below(offsets.Length);
            if (other != index && !wishes.Contains((ulong)other + 1))
            {
                avoids.Add((ulong)other + 1);
            }
        }

        return learner with { Wishes = wishes, Avoids = avoids };
    }

    private static int Draw(SplitMix random, IReadOnlyList<double> shares)
    {
        var drawn = random.Fraction() * shares.Sum();
        for (var i = 0; i < shares.Count; i++)
        {
            drawn -= shares[i];
            if (drawn < 0)
            {
                return i;
            }
        }

        return shares.Count - 1;
    }
}
