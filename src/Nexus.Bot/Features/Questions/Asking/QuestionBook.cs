using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Asking;

/// <summary>The questions of a server on their way to its forum.</summary>
internal sealed class QuestionBook(NexusDb db, TimeProvider clock)
{
    /// <summary>How long one try to post may take before another may begin.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    public Task<Question?> FindAsync(Snowflake guild, long id, CancellationToken ct) =>
        db.In<Question>(guild).SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>The question that a control names, if it is of who pressed; else what they read instead.</summary>
    public async Task<(Question? Question, Reply? Refusal)> MineAsync(ControlCall call, CancellationToken ct, long? id = null) =>
        call.GuildOrNull is not { } guild || (id ?? call.Number) is not { } number || await FindAsync(guild, number, ct) is not { } question ? (null, AskingViews.Gone())
        : question.AskerId != call.User ? (null, AskingViews.NotYours())
        : (question, null);

    /// <summary>What a form was sent with before, or null.</summary>
    public Task<Question?> OfPressAsync(Snowflake guild, Snowflake press, CancellationToken ct) =>
        db.In<Question>(guild).SingleOrDefaultAsync(it => it.PressId == press, ct);

    public void Add(Question draft) => db.Add(draft);

    /// <summary>Keeps what was changed of a question that is not posted.</summary>
    public Task SaveAsync(Question draft, CancellationToken ct)
    {
        draft.Revision++;
        return db.SaveChangesAsync(ct);
    }

    /// <summary>Takes the question for one try; null when somebody else has it or it was posted meanwhile.</summary>
    /// <param name="wasTried">An earlier try may have reached Discord.</param>
    public async Task<(Question Draft, bool WasTried)?> ClaimAsync(Snowflake guild, long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lease = now + Lease;
        if (await FindAsync(guild, id, ct) is not { Number: null } draft
            || await Open(guild, id).Where(it => it.LeaseUntil == null || it.LeaseUntil <= now)
                .ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, lease), ct) == 0)
        {
            return null;
        }

        db.HasSaved = true;
        return (draft, draft.LeaseUntil is not null);
    }

    /// <summary>Whether some post of the server's is another question's already.</summary>
    public Task<bool> IsKnownAsync(Snowflake guild, Snowflake thread, CancellationToken ct) =>
        db.In<Question>(guild).AnyAsync(it => it.ThreadId == thread, ct);

    /// <summary>Discord refused it for good: the next try need not look for a post.</summary>
    public Task RefusedAsync(Question draft, CancellationToken ct) => Open(draft.GuildId, draft.Id).ExecuteUpdateAsync(
        set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null), ct);

    /// <summary>It is not known whether Discord has it: the next try may begin at once and looks first.</summary>
    public Task UnknownAsync(Question draft, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Open(draft.GuildId, draft.Id).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)now), ct);
    }

    private IQueryable<Question> Open(Snowflake guild, long id) => db.In<Question>(guild).Where(it => it.Id == id && it.Number == null);
}
