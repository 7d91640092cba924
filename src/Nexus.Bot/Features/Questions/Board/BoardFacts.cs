using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>How long an unanswered question has waited.</summary>
internal enum WaitBand
{
    OverADay,
    OverEightHours,
    OverTwoHours,
    Fresh,
}

/// <summary>What the mentors' board shows at one moment.</summary>
/// <param name="Oldest">Unanswered ones, those that wait longest first; no more than the board has room for.</param>
/// <param name="Waiting">How many of them there are in all, by how long they wait.</param>
/// <param name="Answered">Their askers have not said yet whether it helped.</param>
internal sealed record BoardFacts(DateTimeOffset At, IReadOnlyList<Question> Oldest, IReadOnlyDictionary<WaitBand, int> Waiting, int Open, int Claimed, int Answered)
{
    private const int MostShown = 25;

    public int Unanswered => Open + Claimed;

    public static WaitBand BandOf(Question question, DateTimeOffset now) => (now - (question.OpenedAt ?? question.PostedAt ?? question.CreatedAt)) switch
    {
        var age when age >= After(WaitBand.OverADay) => WaitBand.OverADay,
        var age when age >= After(WaitBand.OverEightHours) => WaitBand.OverEightHours,
        var age when age >= After(WaitBand.OverTwoHours) => WaitBand.OverTwoHours,
        _ => WaitBand.Fresh,
    };

    public static async Task<BoardFacts> OfAsync(NexusDb db, Snowflake guild, DateTimeOffset now, CancellationToken ct)
    {
        var posted = db.In<Question>(guild).AsNoTracking().Where(question => question.Number != null);
        var waiting = posted.Where(question => question.State == QuestionState.Open || question.State == QuestionState.Claimed);
        var states = await posted
            .Where(question => question.State == QuestionState.Open || question.State == QuestionState.Claimed || question.State == QuestionState.Answered)
            .GroupBy(question => question.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var (open, claimed) = (states.GetValueOrDefault(QuestionState.Open), states.GetValueOrDefault(QuestionState.Claimed));
        var counts = new Dictionary<WaitBand, int>();
        var older = 0;
        foreach (var band in Enum.GetValues<WaitBand>())
        {
            var since = now - After(band);
            var all = band == WaitBand.Fresh ? open + claimed : await waiting.CountAsync(question => question.OpenedAt <= since, ct);
            (counts[band], older) = (all - older, all);
        }

        var oldest = await waiting.OrderBy(question => question.OpenedAt).ThenBy(question => question.Number).Take(MostShown).ToListAsync(ct);
        return new BoardFacts(now, oldest, counts, open, claimed, states.GetValueOrDefault(QuestionState.Answered));
    }

    private static TimeSpan After(WaitBand band) => TimeSpan.FromHours(band switch
    {
        WaitBand.OverADay => 24,
        WaitBand.OverEightHours => 8,
        WaitBand.OverTwoHours => 2,
        _ => 0,
    });
}
