using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Proposing;

/// <summary>
/// The ideas of a server on their way to its forum. One that is to be posted has a <see cref="Idea.LeaseUntil"/> and no card: the
/// row remembers it, whoever tried and was cut off.
/// </summary>
internal sealed class IdeaBook(NexusDb db, TimeProvider clock)
{
    /// <summary>How long one try to post may take before another may begin.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>The lease of one that nobody has tried to post yet: there is no post to look for.</summary>
    public static readonly DateTimeOffset Untried = DateTimeOffset.UnixEpoch;

    public NexusDb Db { get; } = db;

    /// <summary>Tracked, also while only its author sees it.</summary>
    public Task<Idea?> FindAsync(Snowflake guild, long id, CancellationToken ct) => Db.In<Idea>(guild).SingleOrDefaultAsync(it => it.Id == id, ct);

    /// <summary>The idea that a control names, if it is of who pressed; else what they read instead. In a direct message the argument names the server.</summary>
    public async Task<(Idea? Idea, Reply? Refusal)> MineAsync(ControlCall call, CancellationToken ct, string? reference = null)
    {
        var parts = (reference ?? call.Argument).Split('/');
        var guild = call.GuildOrNull ?? (parts.Length > 1 && Snowflake.TryParse(parts[0], out var named) ? named : null);
        return guild is not { } place || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || await FindAsync(place, id, ct) is not { } idea ? (null, ProposingViews.Gone())
            : idea.AuthorId != call.User ? (null, ProposingViews.NotYours())
            : (idea, null);
    }

    /// <summary>What a form was sent with before, or null.</summary>
    public Task<Idea?> OfPressAsync(Snowflake guild, Snowflake press, CancellationToken ct) =>
        Db.In<Idea>(guild).SingleOrDefaultAsync(it => it.PressId == press, ct);

    /// <summary>Keeps what was changed of an idea that is not posted.</summary>
    public Task SaveAsync(Idea draft, CancellationToken ct)
    {
        draft.Revision++;
        return Db.SaveChangesAsync(ct);
    }

    /// <summary>Somebody has to post it now.</summary>
    public static void Want(Idea idea) => (idea.LeaseUntil, idea.CardChannelId, idea.CardMessageId) = (idea.LeaseUntil ?? Untried, null, null);

    /// <summary>Takes it for one try; null when somebody else has it or there is nothing to post.</summary>
    /// <returns>The idea, and whether an earlier try may have reached Discord.</returns>
    public async Task<(Idea Idea, bool WasTried)?> ClaimAsync(Snowflake guild, long id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lease = now + Lease;
        if (await FindAsync(guild, id, ct) is not { CardMessageId: null } idea || !BelongsOnTheBoard(idea.Status)
            || await Waiting(idea).Where(it => it.LeaseUntil <= now).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, lease), ct) == 0)
        {
            return null;
        }

        Db.HasSaved = true;
        var wasTried = idea.LeaseUntil != Untried;
        await Db.Entry(idea).ReloadAsync(ct);
        return (idea, wasTried);
    }

    /// <summary>Discord refused it for good. A draft is its author's again; what was on the board before waits for a place.</summary>
    public async Task RefusedAsync(Idea idea, CancellationToken ct)
    {
        await Waiting(idea).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)null).SetProperty(it => it.ThreadId, (Snowflake?)null), ct);
        await Waiting(idea, leased: false).Where(it => !it.WasPublished)
            .ExecuteUpdateAsync(set => set.SetProperty(it => it.Number, (int?)null).SetProperty(it => it.Revision, it => it.Revision + 1), ct);
    }

    /// <summary>It is not known whether Discord has it: the next try may begin at once and looks first.</summary>
    public Task UnknownAsync(Idea idea, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return Waiting(idea).ExecuteUpdateAsync(set => set.SetProperty(it => it.LeaseUntil, (DateTimeOffset?)now), ct);
    }

    /// <summary>Whether some post of the server's is an idea's already.</summary>
    public Task<bool> IsKnownAsync(Snowflake guild, Snowflake thread, CancellationToken ct) => Db.In<Idea>(guild).AnyAsync(it => it.ThreadId == thread, ct);

    /// <summary>Of these there has to be a card.</summary>
    public static bool BelongsOnTheBoard(IdeaStatus status) => status.IsOpen() || status is IdeaStatus.Building or IdeaStatus.Shipped or IdeaStatus.Parked;

    private IQueryable<Idea> Waiting(Idea idea, bool leased = true) =>
        Db.In<Idea>(idea.GuildId).Where(it => it.Id == idea.Id && it.CardMessageId == null && (it.LeaseUntil != null) == leased);
}
