namespace Nexus.Bot.Matching;

/// <summary>Who would be best with one person, each with the reasons.</summary>
internal static class PartnerSearch
{
    /// <summary>The best first; none who would break a rule, and none of those to be left out.</summary>
    public static IReadOnlyList<PartnerOffer> Best(Cohort cohort, MatchRules rules, Weights weights, ulong id, int most, IReadOnlySet<ulong>? without = null)
    {
        var scorer = new Scorer(new Roster(cohort, rules with { Size = TeamSize.Exactly(2) }), weights);
        var roster = scorer.Roster;
        var person = roster.IndexOf(id);
        return [.. Enumerable.Range(0, roster.Count)
            .Where(other => other != person && without?.Contains(roster[other].Id) != true && scorer.BreachesOf(scorer.Count([person, other])).Count == 0)
            .OrderByDescending(other => scorer.Worth([person, other])).ThenBy(other => other).Take(most)
            .Select(other => new PartnerOffer(roster[other].Id, Explanation.Of(scorer, [person, other])))];
    }
}

/// <summary>Somebody to be with, and what the two would be as a team.</summary>
internal sealed record PartnerOffer(ulong Id, Team Pair);
