using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Board;

/// <summary>A week's questions in numbers, and what waits at its end.</summary>
/// <param name="Answered">Got their first answer.</param>
/// <param name="Unanswered">How many wait now.</param>
/// <param name="Oldest">Those that wait longest.</param>
internal sealed record DigestFacts(int Asked, int Answered, int Solved, int Unanswered, IReadOnlyList<Question> Oldest)
{
    private const int MostShown = 12;

    public static async Task<DigestFacts> OfAsync(NexusDb db, Snowflake guild, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var posted = db.In<Question>(guild).AsNoTracking().Where(question => question.Number != null);
        var waiting = posted.Where(question => question.State == QuestionState.Open || question.State == QuestionState.Claimed);
        return new DigestFacts(
            await posted.CountAsync(question => question.PostedAt >= from && question.PostedAt < until, ct),
            await posted.CountAsync(question => question.FirstAnsweredAt >= from && question.FirstAnsweredAt < until, ct),
            await posted.CountAsync(question => question.AcceptedAt >= from && question.AcceptedAt < until, ct),
            await waiting.CountAsync(ct),
            await waiting.OrderBy(question => question.OpenedAt).ThenBy(question => question.Number).Take(MostShown).ToListAsync(ct));
    }
}
