using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>Cohorts by chance: some in which all rules can hold, as they were made team by team, and some small enough to try every plan.</summary>
internal static class MadeCohorts
{
    private static readonly Quota[] Quotas = [Quota.None, Quota.BothSides, new(1, 2, 1, 2), new(2, 3, 1, 2), new(1, 3, 0, Quota.NoLimit)];

    /// <summary>Made of teams that keep all the rules, then mixed: so they can hold.</summary>
    public static MatchTask Planted(SplitMix random)
    {
        var quota = Quotas[random.Below(Quotas.Length)];
        var needed = Math.Max(2, quota.LeastBackend + quota.LeastFrontend);
        var least = needed + random.Below(2);
        var roomy = Math.Min(least + random.Below(3), quota.MostBackend + quota.MostFrontend);
        var size = new TeamSize(least, least + random.Below(Math.Max(1, roomy - least + 1)), Math.Max(least, roomy));
        var hours = random.Below(5);
        var coolDown = random.Below(3);
        var learners = new List<Learner>();
        var teamOf = new List<int>();
        var teams = 2 + random.Below(8);
        for (var team = 0; team < teams; team++)
        {
            var members = size.Least + random.Below(size.Most - size.Least + 1);
            var window = Enumerable.Range(0, Math.Max(1, hours)).Select(_ => random.Below(LocalWeek.Hours)).ToHashSet();
            while (window.Count < hours)
            {
                window.Add(random.Below(LocalWeek.Hours));
            }

            foreach (var tracks in Composition(random, quota, members))
            {
                learners.Add(Person(random, (ulong)(1000 - learners.Count), tracks, window, random.Below(25)));
                teamOf.Add(team);
            }
        }

        // Nobody avoids or has met anybody of their own team.
        var met = new List<Meeting>();
        for (var i = 0; i < learners.Count; i++)
        {
            var other = random.Below(learners.Count);
            if (teamOf[i] != teamOf[other])
            {
                learners[i] = random.Below(3) == 0 ? learners[i] with { Avoids = [learners[other].Id] } : learners[i];
                met.Add(new Meeting(learners[i].Id, learners[(other + 1) % learners.Count].Id, 4));
                met.Add(new Meeting(learners[i].Id, learners[other].Id, 1 + random.Below(3)));
            }
        }

        var mixed = learners.ToArray();
        random.Shuffle(mixed.AsSpan());
        return new MatchTask(new Cohort(mixed, met), new MatchRules(size, quota, hours, coolDown), Weights.Default, random.Next());
    }

    /// <summary>Up to nine people with few hours and many wishes not to meet: often not all rules can hold.</summary>
    public static MatchTask Small(SplitMix random)
    {
        var least = 2 + random.Below(2);
        var size = new TeamSize(least, least, least + random.Below(2));
        var people = size.Least * (1 + random.Below(9 / size.Least));
        var windows = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 6).Select(_ => random.Below(LocalWeek.Hours)).ToHashSet()).ToList();
        var learners = Enumerable.Range(1, people).Select(id => Person(random, (ulong)id, (Tracks)random.Below(4), windows[random.Below(3)], random.Below(90)) with
        {
            Avoids = random.Below(3) == 0 ? [(ulong)(1 + random.Below(people))] : [],
            Wishes = random.Below(3) == 0 ? [(ulong)(1 + random.Below(people))] : [],
        }).ToList();
        var met = Enumerable.Range(0, people).Select(_ => new Meeting((ulong)(1 + random.Below(people)), (ulong)(1 + random.Below(people)), 1 + random.Below(2))).Distinct().ToList();
        return new MatchTask(new Cohort(learners, met), new MatchRules(size, Quotas[random.Below(2)], random.Below(3), random.Below(2)), Weights.Default, random.Next());
    }

    public static Learner Person(SplitMix random, ulong id, Tracks tracks, IEnumerable<int> window, int more) => new(
        id,
        tracks,
        random.Below(10) == 0 ? null : 1 + random.Below(5),
        [.. Enumerable.Range(0, 1 + random.Below(3)).Select(_ => $"tag {random.Below(12)}").Distinct()],
        WeekGrid.Of(window.Concat(Enumerable.Range(0, more).Select(_ => random.Below(LocalWeek.Hours))).SelectMany(hour => new[] { 2 * hour, (2 * hour) + 1 })),
        [],
        []);

    private static IEnumerable<Tracks> Composition(SplitMix random, Quota quota, int members)
    {
        var (backend, frontend) = (quota.LeastBackend, quota.LeastFrontend);
        for (var placed = backend + frontend; placed < members; placed++)
        {
            if (backend < quota.MostBackend && (frontend >= quota.MostFrontend || random.Below(2) == 0))
            {
                backend++;
            }
            else
            {
                frontend++;
            }
        }

        var tracks = Enumerable.Repeat(Tracks.Backend, backend).Concat(Enumerable.Repeat(Tracks.Frontend, frontend));
        return tracks.Select(track => random.Below(8) == 0 ? Tracks.FullStack : track);
    }
}
