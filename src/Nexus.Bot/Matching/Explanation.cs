using System.Numerics;

namespace Nexus.Bot.Matching;

/// <summary>Says of a team what the search has only counted.</summary>
internal static class Explanation
{
    public static Team Of(Scorer scorer, ReadOnlySpan<int> members)
    {
        int[] team = [.. members];
        Array.Sort(team);
        var tally = scorer.Count(team);
        var (hours, interests, balance, wishes, novelty) = scorer.Parts(tally);
        return new Team(
            Ids(scorer.Roster, team),
            new TeamScore(hours, interests, balance, wishes, novelty, scorer.Weights),
            Facts(scorer.Roster, team),
            [.. Violations(scorer, team, tally)]);
    }

    private static ulong[] Ids(Roster roster, IEnumerable<int> people) => [.. people.Select(person => roster[person].Id)];

    private static TeamFacts Facts(Roster roster, int[] team)
    {
        var (tag, tagged) = MostShared(roster, team);
        var told = team.Where(person => roster[person].Skill is not null).ToList();
        var related = (
            from one in team
            from relation in roster.RelationsOf(one).ToArray()
            where team.Contains(relation.Other)
            select (One: one, Relation: relation)).ToList();
        var granted = related.Where(pair => pair.Relation.Wished).ToList();
        return new TeamFacts(
            Shared(roster, team),
            tag,
            Ids(roster, tagged),
            With(Tracks.Backend),
            With(Tracks.Frontend),
            With(Tracks.FullStack),
            told.Count == 0 ? null : told.Average(person => roster[person].Skill),
            roster.KnowsSkill ? roster.MeanSkill : null,
            [.. granted.Select(pair => (roster[pair.One].Id, roster[pair.Relation.Other].Id))],
            Ids(roster, team.Where(person => roster.Entries[person].Wishes > 0 && granted.All(pair => pair.One != person))),
            [.. related.Where(pair => pair.One < pair.Relation.Other && pair.Relation.RoundsAgo > 0)
                .Select(pair => new Meeting(roster[pair.One].Id, roster[pair.Relation.Other].Id, pair.Relation.RoundsAgo))],
            [.. team.SelectMany(person => Gaps(roster[person]))]);

        ulong[] With(Tracks tracks) => Ids(roster, team.Where(person => roster[person].Tracks == tracks));
    }

    private static WeekGrid Shared(Roster roster, IEnumerable<int> team) => team.Aggregate(WeekGrid.Full, (shared, person) => shared & roster[person].Free);

    private static (string? Tag, IEnumerable<int> Tagged) MostShared(Roster roster, int[] team)
    {
        var most = 1;
        var best = -1;
        var any = team.Aggregate(0UL, (all, person) => all | roster.Entries[person].Tags);
        for (; any != 0; any &= any - 1)
        {
            var bit = BitOperations.TrailingZeroCount(any);
            var having = team.Count(person => Has(person, bit));
            (most, best) = having > most ? (having, bit) : (most, best);
        }

        return best < 0 ? (null, []) : (roster.TagAt(best), team.Where(person => Has(person, best)));

        bool Has(int person, int bit) => (roster.Entries[person].Tags >> bit & 1) != 0;
    }

    private static IEnumerable<(ulong, ProfileGap)> Gaps(Learner learner)
    {
        if (learner.Free.Count == 0)
        {
            yield return (learner.Id, ProfileGap.Hours);
        }

        if (learner.Skill is null)
        {
            yield return (learner.Id, ProfileGap.Skill);
        }

        if (learner.Tags.Count == 0)
        {
            yield return (learner.Id, ProfileGap.Tags);
        }
    }

    private static IEnumerable<Violation> Violations(Scorer scorer, int[] team, Tally tally)
    {
        var roster = scorer.Roster;
        var rules = roster.Rules;
        var breaches = scorer.BreachesOf(tally);
        if (breaches.Size > 0)
        {
            yield return team.Length < rules.Size.Least
                ? new Violation.TooSmall(Ids(roster, team), rules.Size.Least)
                : new Violation.TooLarge(Ids(roster, team), rules.Size.Most);
        }

        if (rules.Quota.Surplus(tally.Backend, tally.Frontend, tally.Both) is var surplus and > 0)
        {
            yield return new Violation.SurplusTracks(Ids(roster, OfSurplus(roster, team, tally)), surplus);
        }

        if (rules.Quota.Lacking(tally.Backend, tally.Frontend, tally.Both) is var (backend, frontend) && backend + frontend > 0)
        {
            yield return new Violation.MissingTracks(Ids(roster, team), backend, frontend);
        }

        if (breaches.Hours > 0)
        {
            yield return new Violation.TooFewHours(Ids(roster, Hindering(roster, team)), tally.Slots / 2.0, rules.MinimumHours);
        }

        foreach (var one in team)
        {
            foreach (var relation in roster.RelationsOf(one).ToArray().Where(relation => relation.Other > one && team.Contains(relation.Other)))
            {
                ulong[] both = [roster[one].Id, roster[relation.Other].Id];
                if (relation.Avoided)
                {
                    yield return new Violation.Avoided(both);
                }

                if (relation.TooSoon)
                {
                    yield return new Violation.MetTooSoon(both, relation.RoundsAgo);
                }
            }
        }
    }

    private static IEnumerable<int> OfSurplus(Roster roster, int[] team, Tally tally)
    {
        var backend = tally.Backend > roster.Rules.Quota.MostBackend;
        var frontend = tally.Frontend > roster.Rules.Quota.MostFrontend;
        return team.Where(person => roster[person].Tracks switch
        {
            Tracks.Backend => backend || !frontend,
            Tracks.Frontend => frontend || !backend,
            Tracks.FullStack => !backend && !frontend,
            _ => false,
        });
    }

    private static IEnumerable<int> Hindering(Roster roster, int[] team)
    {
        var alone = team.Where(person => roster[person].Free.Hours < roster.Rules.MinimumHours).ToList();
        var single = alone.Count > 0 ? alone : [.. team.Where(person => Shared(roster, team.Where(other => other != person)).Hours >= roster.Rules.MinimumHours)];
        return single.Count > 0 && team.Length > 1 ? single : team;
    }
}
