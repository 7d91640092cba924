namespace Nexus.Bot.Matching;

/// <summary>A reason why the rules cannot all hold, however people are placed.</summary>
internal abstract record Obstacle
{
    /// <summary>Free for fewer hours than a team must share.</summary>
    public sealed record TooFewHours(IReadOnlyList<ulong> People) : Obstacle;

    /// <summary>Each of them shares the hours with fewer others than a team needs.</summary>
    public sealed record NobodyAwakeWith(IReadOnlyList<ulong> People) : Obstacle;

    /// <summary>Each of them and those they must not be with leave too few for a team: for mentors only.</summary>
    public sealed record AvoidsTooMany(IReadOnlyList<ulong> People) : Obstacle;

    /// <summary>With the number of teams that needs fewest.</summary>
    public sealed record MissingPeople(int Teams, int Backend, int Frontend) : Obstacle;

    /// <summary>More of these tracks than the teams may have.</summary>
    public sealed record SurplusPeople(int Teams, int HowMany) : Obstacle;

    public sealed record CannotSplit(int People, TeamSize Size) : Obstacle;

    public static IReadOnlyList<Obstacle> Of(Cohort cohort, MatchRules rules)
    {
        var roster = new Roster(cohort, rules);
        return [.. ByNumbers(roster), .. ByPeople(roster)];
    }

    private static IEnumerable<Obstacle> ByNumbers(Roster roster)
    {
        var rules = roster.Rules;
        var people = Enumerable.Range(0, roster.Count).ToList();
        var teams = TeamSizes.Counts(roster.Count, 0, rules.Size, count => TeamSizes.Shortfall(roster, people, count))[0];
        if (roster.Count > teams * rules.Size.Most || roster.Count < teams * rules.Size.Least)
        {
            yield return new CannotSplit(roster.Count, rules.Size);
        }

        var (backend, frontend, both) = TeamSizes.Tracks(roster, people);
        var all = rules.Quota.Times(teams);
        if (all.Missing(backend, frontend, both) > 0)
        {
            var (noBackend, noFrontend) = all.Lacking(backend, frontend, both);
            yield return new MissingPeople(teams, noBackend, noFrontend);
        }

        if (all.Surplus(backend, frontend, both) is var surplus and > 0)
        {
            yield return new SurplusPeople(teams, surplus);
        }
    }

    private static IEnumerable<Obstacle> ByPeople(Roster roster)
    {
        var rules = roster.Rules;
        var mates = rules.Size.Least - 1;
        var (hours, awake, avoids) = (new List<ulong>(), new List<ulong>(), new List<ulong>());
        for (var person = 0; person < roster.Count; person++)
        {
            var others = Enumerable.Range(0, roster.Count).Where(other => other != person && roster.Between(person, other)?.Avoided != true).ToList();
            var free = roster[person].Free;
            var reason = free.Hours < rules.MinimumHours ? hours
                : others.Count < mates ? avoids
                : others.Count(other => (free & roster[other].Free).Hours >= rules.MinimumHours) < mates ? awake
                : null;
            reason?.Add(roster[person].Id);
        }

        if (hours.Count > 0)
        {
            yield return new TooFewHours(hours);
        }

        if (awake.Count > 0)
        {
            yield return new NobodyAwakeWith(awake);
        }

        if (avoids.Count > 0)
        {
            yield return new AvoidsTooMany(avoids);
        }
    }
}
