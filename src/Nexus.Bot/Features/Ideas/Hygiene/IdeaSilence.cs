using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;

namespace Nexus.Bot.Features.Ideas.Hygiene;

/// <summary>How long nobody did anything with an idea. A vote or a place that comes this moment counts, although it changes no column of the idea.</summary>
internal static class IdeaSilence
{
    public static async Task<Silence> OfAsync(NexusDb db, Idea idea, CancellationToken ct)
    {
        var vote = await db.In<IdeaVote>(idea.GuildId).Where(it => it.IdeaId == idea.Id).MaxAsync(it => (DateTimeOffset?)it.At, ct);
        var interest = await db.In<IdeaInterest>(idea.GuildId).Where(it => it.IdeaId == idea.Id).MaxAsync(it => (DateTimeOffset?)it.Since, ct);
        return new Silence(idea.Status, new[] { idea.TouchedAt, vote ?? default, interest ?? default }.Max())
        {
            AskedAt = idea.AskedAt,
            WarnedAt = idea.WarnedAt,
            HasAnswer = idea.HasAnswer,
        };
    }

    /// <summary>It stands asked about, or warned of, and nobody did anything since.</summary>
    public static bool IsAsked(this Silence silence) => silence.Status.IsOpen() && silence.AskedAt >= silence.TouchedAt;

    public static bool IsWarned(this Silence silence) => silence.IsAsked() && silence.WarnedAt >= silence.AskedAt;
}
