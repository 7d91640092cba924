using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>The questions of a server on their way to its forum.</summary>
internal sealed class QuestionBook(NexusDb db, TimeProvider clock)
{
    /// <summary>How long one try to post may take before another may begin.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan WordsLive = TimeSpan.FromDays(7);

    public Task<Question?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<Question>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>What a form was sent with before, or null.</summary>
    public Task<Question?> OfPressAsync(Snowflake guild, Snowflake press, CancellationToken ct) =>
        db.In<Question>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.PressId == press, ct);

    /// <summary>Keeps a question until it is posted; the same person's that never was goes after a while.</summary>
    public async Task AddAsync(Question post, CancellationToken ct)
    {
        var old = clock.GetUtcNow() - WordsLive;
        await db.In<Question>(post.GuildId)
            .Where(it => it.AskerId == post.AskerId && it.ThreadId == null && it.CreatedAt < old)
            .ExecuteDeleteAsync(ct);
        db.Add(post);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes the question for one try; null when somebody else has it or it was posted meanwhile.</summary>
    /// <param name="wasTried">An earlier try may have reached Discord.</param>
    public async Task<(Question Post, bool WasTried)?> ClaimAsync(Snowflake guild, long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lease = now + Lease;
        if (await FindAsync(guild, id, ct) is not { ThreadId: null } post
            || await Open(guild, id).Where(it => it.LeaseUntil == null || it.LeaseUntil <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, lease), ct) == 0)
        {
            return null;
        }

        db.HasSaved = true;
        return (post, post.LeaseUntil is not null);
    }

    /// <summary>Discord has it.</summary>
    public Task PostedAsync(Question post, Snowflake thread, CancellationToken ct) =>
        Open(post.GuildId, post.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.ThreadId, (Snowflake?)thread), ct);

    /// <summary>Discord refused it for good: the next try need not look for a post.</summary>
    public Task RefusedAsync(Question post, CancellationToken ct) => Open(post.GuildId, post.Id).ExecuteUpdateAsync(
        set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null), ct);

    /// <summary>It is not known whether Discord has it: the next try may begin at once and looks first.</summary>
    public Task UnknownAsync(Question post, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Open(post.GuildId, post.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)now), ct);
    }

    private IQueryable<Question> Open(Snowflake guild, long id) => db.In<Question>(guild).Where(it => it.Id == id && it.ThreadId == null);
}
