using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Rules;

/// <summary>Who may be meant by a step of the ladder.</summary>
internal enum Audience
{
    /// <summary>Whoever fits best.</summary>
    BestMatch,

    /// <summary>Those who know one of its topics.</summary>
    Specialists,

    /// <summary>Mentors of its track; of all tracks when it has none.</summary>
    TrackMentors,
    Leads,

    /// <summary>Whoever is of its track, and whoever knows a topic of it.</summary>
    Everybody,
}

/// <param name="Chosen">Who is asked now.</param>
/// <param name="LookAgainAt">When nobody is: the first moment at which somebody may be; null when that cannot be told.</param>
/// <param name="IsAnybody">Somebody fits, be they free or not.</param>
internal sealed record Routed(IReadOnlyList<Chosen> Chosen, DateTimeOffset? LookAgainAt, bool IsAnybody);

/// <summary>Chooses whom to ask. Deterministic: the order in which people are given does not matter.</summary>
internal static class Router
{
    public static Routed Choose(QuestionNeed need, Audience audience, int most, IEnumerable<Answerer> answerers, DateTimeOffset now)
    {
        var fitting = answerers.Where(one => one.Id != need.Asker && !need.Asked.Contains(one.Id) && Fits(one, need, audience)).ToList();
        var free = fitting
            .Select(one => (One: one, From: one.FreeFrom(now)))
            .Where(one => one.From is not null)
            .ToList();
        var chosen = free
            .Where(one => one.From == now)
            .Select(one => one.One)
            .OrderBy(one => FirstTopic(one, need))
            .ThenBy(one => (double)one.Load / one.Capacity)
            .ThenBy(one => (double)one.AskedLately / one.Capacity)
            .ThenBy(one => Turn(one.Id, need.Question))
            .Take(most)
            .Select(one => new Chosen(one.Id, new Reason(
                one.Rank,
                [.. need.Topics.Where(one.Topics.Contains)],
                need.Track is { } track && one.Tracks.Contains(track) ? track : null,
                one.Load,
                one.Capacity)))
            .ToList();
        return new Routed(chosen, chosen.Count > 0 ? null : free.Min(one => one.From), fitting.Count > 0);
    }

    private static bool Fits(Answerer one, QuestionNeed need, Audience audience) => audience switch
    {
        // Without a topic anybody of the track will do.
        Audience.BestMatch => need.Topics.Count == 0 ? IsOfTrack(one, need) : need.Topics.Any(one.Topics.Contains),
        Audience.Specialists => need.Topics.Any(one.Topics.Contains),
        Audience.TrackMentors => one.Rank >= AnswererRank.Mentor && IsOfTrack(one, need),
        Audience.Leads => one.Rank == AnswererRank.Lead,
        Audience.Everybody => IsOfTrack(one, need) || need.Topics.Any(one.Topics.Contains),
    };

    private static bool IsOfTrack(Answerer one, QuestionNeed need) => need.Track is not { } track || one.Tracks.Contains(track);

    private static int FirstTopic(Answerer one, QuestionNeed need)
    {
        for (var i = 0; i < need.Topics.Count; i++)
        {
            if (one.Topics.Contains(need.Topics[i]))
            {
                return i;
            }
        }

        return need.Topics.Count;
    }

    // Of equals it is another one's turn with each question, and the same one's however often it is asked.
    private static ulong Turn(Snowflake id, long question)
    {
        var mixed = (id.Value ^ (ulong)question) * 0x9E3779B97F4A7C15;
        return (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
    }
}
