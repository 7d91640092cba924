namespace Nexus.Bot.Features.Questions.Stats;

/// <summary>What became of the questions of some weeks.</summary>
/// <param name="Weeks">The Monday of each week; the oldest first, the last one still going on.</param>
/// <param name="Topics">Each question under its first topic, the most asked first.</param>
internal sealed record QuestionStats(QuestionNumbers All, IReadOnlyList<(DateOnly Monday, QuestionNumbers Numbers)> Weeks, IReadOnlyList<(string Topic, QuestionNumbers Numbers)> Topics)
{
    public bool IsEmpty => All is { Asked: 0, Deflected: 0 };
}

/// <param name="Asked">Posted; the withdrawn and the repeated ones among them.</param>
/// <param name="Deflected">Solved by an earlier answer or a page before they were posted.</param>
/// <param name="Open">Still without an answer, and not withdrawn or repeated.</param>
internal sealed record QuestionNumbers(int Asked, int Answered, int Accepted, int Deflected, int Open, Waits ToAnswer, Waits ToAcceptance)
{
    public static QuestionNumbers Of(IReadOnlyCollection<AskedQuestion> asked) => new(
        asked.Count(it => it.PostedAt is not null),
        asked.Count(it => it.AnsweredAt is not null),
        asked.Count(it => it.AcceptedAt is not null),
        asked.Count(it => it.IsDeflected),
        asked.Count(it => it.WaitsForAnswer),
        Waits.Of(asked.Select(it => it.AnsweredAt - it.PostedAt)),
        Waits.Of(asked.Select(it => it.AcceptedAt - it.PostedAt)));
}

/// <summary>How long people waited: half of them at most <paramref name="Median"/>, nine of ten at most <paramref name="P90"/> (nearest rank). Null when nobody did.</summary>
internal sealed record Waits(TimeSpan? Median, TimeSpan? P90)
{
    public static Waits Of(IEnumerable<TimeSpan?> waits)
    {
        var sorted = waits.OfType<TimeSpan>().Order().ToList();
        return sorted.Count == 0 ? new Waits(null, null) : new Waits(Rank(0.5), Rank(0.9));

        TimeSpan Rank(double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}

/// <summary>One question, as far as it counts.</summary>
internal sealed record AskedQuestion(
    DateTimeOffset AskedAt, DateTimeOffset? PostedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? AcceptedAt, bool IsDeflected, bool WaitsForAnswer, string? Topic);
