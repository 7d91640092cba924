using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Rules;

/// <summary>What people say of an idea and of all that were merged into it: each person once, with what they said last.</summary>
internal sealed class Tally
{
    private readonly IReadOnlyDictionary<Snowflake, Vote> _last;

    private Tally(IReadOnlyDictionary<Snowflake, Vote> last) => _last = last;

    public int For => _last.Values.Count(vote => vote.Stance == Stance.For);

    public int NotYet => _last.Count - For;

    /// <summary>In the order in which they came, for mentors.</summary>
    public IReadOnlyList<Vote> Votes => [.. _last.Values.OrderBy(vote => vote.At).ThenBy(vote => vote.Person)];

    public Stance? Of(Snowflake person) => _last.TryGetValue(person, out var vote) ? vote.Stance : null;

    /// <param name="votes">Of the idea and of all that were merged into it, in any order.</param>
    public static Tally Of(IEnumerable<Vote> votes) => new(votes
        .GroupBy(vote => vote.Person)
        .ToDictionary(person => person.Key, person => person.MaxBy(vote => (vote.At, vote.Idea))!));

    /// <summary>The ideas that are not decided yet and that somebody is for, other than one, the longest first.</summary>
    public static IReadOnlyList<long> OpenVotes(Snowflake person, long butNot, IEnumerable<Vote> votes, MergeLinks links, Func<long, IdeaStatus> statusOf) =>
    [
        .. votes.Where(vote => vote.Person == person)
            .OrderBy(vote => vote.At)
            .GroupBy(vote => links.RootOf(vote.Idea))
            .Where(idea => idea.Key != links.RootOf(butNot) && statusOf(idea.Key).IsOpen() && Of(idea).Of(person) == Stance.For)
            .Select(idea => idea.Key),
    ];
}
