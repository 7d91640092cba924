using Nexus.Bot.Matching;

namespace Nexus.Bot.Tests.Matching;

/// <summary>Teams after people left or came.</summary>
public sealed class RebalanceTests
{
    [Fact]
    public void No_other_plan_that_keeps_all_rules_moves_fewer_people()
    {
        var random = new SplitMix(17);
        var byMoves = new int[9];
        for (var made = 0; made < 400; made++)
        {
            var task = Disturbed(random);
            var fewest = FewestByTrying(task);

            var proposal = Rebalance.Propose(task);

            Assert.Equal(task.Cohort.Learners.Select(learner => learner.Id).Order(), proposal.Plan.Ids.SelectMany(team => team).Order());
            Assert.All(Staying(task), seat => Assert.Equal(seat.Team, proposal.Plan.TeamOf(seat.Id)));
            if (fewest is { } moves && moves <= 4)
            {
                Assert.True(proposal.IsFewest);
                Assert.Equal(moves, proposal.Changes.Count(change => change.From is not null));
                Assert.Equal(0, proposal.Plan.Breaches.Count);
                byMoves[moves]++;
            }
            else
            {
                Assert.False(proposal.IsFewest);
                byMoves[8]++;
            }
        }

        Assert.True(byMoves[0] > 20 && byMoves[1] > 20 && byMoves[2] > 20 && byMoves[8] > 20, $"Too few of a kind to tell: {string.Join(' ', byMoves)}.");
    }

    [Fact]
    public void Where_one_rule_cannot_hold_what_can_be_repaired_is_repaired()
    {
        var random = new SplitMix(4);
        var everybody = Enumerable.Range(1, 9).Select(id => MadeCohorts.Person(random, (ulong)id, id % 2 == 0 ? Tracks.Backend : Tracks.Frontend, [10, 11, 12], 0)).ToList();
        // The first has no time at all; the last team has nobody left but one.
        everybody[0] = everybody[0] with { Free = default };
        var task = new MatchTask(new Cohort([.. everybody.Take(7)], []), new MatchRules(new TeamSize(2, 3, 4), Quota.None, 2, 0), Weights.Default, 1)
        {
            Seats = [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
        };

        var proposal = Rebalance.Propose(task);

        Assert.False(proposal.IsFewest);
        Assert.Equal([1UL], Assert.IsType<Violation.TooFewHours>(Assert.Single(proposal.Plan.Violations).Violation).People);
        Assert.Single(proposal.Changes);
    }

    [Fact]
    public void Enough_newcomers_are_a_team_of_their_own()
    {
        var random = new SplitMix(4);
        var everybody = Enumerable.Range(1, 9).Select(id => MadeCohorts.Person(random, (ulong)id, Tracks.FullStack, [10, 11, 12], 0)).ToList();
        var task = new MatchTask(new Cohort(everybody, []), new MatchRules(TeamSize.Exactly(3), Quota.BothSides, 2, 0), Weights.Default, 1) { Seats = [[1, 2, 3], [4, 5, 6]] };

        var proposal = Rebalance.Propose(task);

        Assert.True(proposal.IsFewest);
        Assert.Equal([7UL, 8UL, 9UL], proposal.Plan.Ids[2]);
        Assert.Equal([new SeatChange(7, null, 2), new SeatChange(8, null, 2), new SeatChange(9, null, 2)], proposal.Changes);
    }

    private static MatchTask Disturbed(SplitMix random)
    {
        var task = MadeCohorts.Small(random);
        var people = task.Cohort.Learners.OrderBy(learner => learner.Id).ToList();
        var seats = new List<List<ulong>>();
        foreach (var learner in people.SkipLast(random.Below(2)))
        {
            if (seats.Count == 0 || seats[^1].Count >= task.Rules.Size.Least + random.Below(2))
            {
                seats.Add([]);
            }

            seats[^1].Add(learner.Id);
        }

        // One leaves, some may not move.
        var gone = people[random.Below(people.Count)].Id;
        return task with
        {
            Cohort = task.Cohort with { Learners = [.. people.Where(learner => random.Below(2) == 0 || learner.Id != gone)] },
            Seats = seats,
            Locked = people.Where(_ => random.Below(5) == 0).Select(learner => learner.Id).ToHashSet(),
        };
    }

    private static IEnumerable<(ulong Id, int Team)> Staying(MatchTask task) =>
        from seat in task.Seats.Index()
        from id in seat.Item
        where task.Locked.Contains(id) && task.Cohort.Learners.Any(learner => learner.Id == id)
        select (id, seat.Index);

    private static int? FewestByTrying(MatchTask task)
    {
        var scorer = new Scorer(new Roster(task.Cohort, task.Rules), task.Weights);
        var roster = scorer.Roster;
        var seat = task.Seats.Index().SelectMany(team => team.Item, (team, id) => (team.Index, id)).ToDictionary(one => one.id, one => one.Index);
        var unplaced = task.Cohort.Learners.Count(learner => !seat.ContainsKey(learner.Id));
        var room = task.Seats.Sum(team => Math.Max(0, task.Rules.Size.Most - team.Count(roster.Contains)));
        var teams = task.Seats.Count + Math.Max(unplaced / task.Rules.Size.Least, unplaced > room ? 1 : 0);
        var members = Enumerable.Range(0, teams).Select(_ => new List<int>()).ToArray();
        int? fewest = null;
        Put(0, 0);
        return fewest;

        void Put(int person, int moves)
        {
            if (moves >= (fewest ?? 5))
            {
                return;
            }

            if (person == roster.Count)
            {
                fewest = members.All(team => team.Count == 0 || scorer.BreachesOf(scorer.Count(team.ToArray())).Count == 0) ? moves : fewest;
                return;
            }

            var id = roster[person].Id;
            var from = seat.TryGetValue(id, out var at) ? at : -1;
            for (var team = 0; team < teams; team++)
            {
                if (members[team].Count < task.Rules.Size.Most && (team == from || !task.Locked.Contains(id) || from < 0))
                {
                    members[team].Add(person);
                    Put(person + 1, moves + (from >= 0 && from != team ? 1 : 0));
                    members[team].RemoveAt(members[team].Count - 1);
                }
            }
        }
    }
}
