using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;
using YamlDotNet.Core;

namespace Nexus.Bot.Hub;

/// <summary>What somebody proposes.</summary>
/// <param name="Markdown">The whole page with its front matter.</param>
/// <param name="BaseMarkdown">The page as it was when they started; null for a new page.</param>
internal sealed record NewSuggestion(Snowflake Guild, Snowflake Author, string Slug, string Markdown, string? BaseMarkdown)
{
    public string Note { get; init; } = "";

    public Snowflake? CoAuthor { get; init; }

    /// <summary>See <see cref="PageSuggestion.Origin"/>.</summary>
    public string? Origin { get; init; }

    public string? OriginUrl { get; init; }
}

/// <summary>What became of a mentor's approval.</summary>
internal abstract record Approval
{
    private Approval()
    {
    }

    internal sealed record Done(PageSuggestion Suggestion, PageRevision Revision) : Approval;

    /// <summary>Somebody was faster, or the author took it back.</summary>
    internal sealed record AlreadyDecided(PageSuggestion Suggestion) : Approval;

    /// <summary>The page has changed at the same lines since; it has to be edited first.</summary>
    internal sealed record Outdated(PageSuggestion Suggestion) : Approval;

    /// <summary>Its words were changed after the mentor looked.</summary>
    internal sealed record Rewritten(PageSuggestion Suggestion) : Approval;

    /// <summary>The page it makes cannot be served.</summary>
    internal sealed record Invalid(PageSuggestion Suggestion, string Reason) : Approval;

    internal sealed record Gone : Approval;
}

/// <summary>A suggestion on the page as it is now.</summary>
/// <param name="Merged">The page that approving would make; null when both changed the same lines.</param>
/// <param name="Fault">Why that page could not be served.</param>
internal sealed record CarriedSuggestion(PageNow Now, string? Merged, string? Fault);

/// <summary>A server's suggestions and what mentors decide about them. Every decision is one save, and the first one counts.</summary>
internal sealed class PageSuggestions(NexusDb db, PageRevisions revisions, GuildHubs hubs, IEnumerable<IPagePublished> hear, TimeProvider clock)
{
    /// <summary>Puts a suggestion into the queue. One with the same origin is returned as it is: pressing twice makes no second.</summary>
    /// <remarks>Two at once meet at a unique index; the router runs the second again.</remarks>
    public async Task<PageSuggestion> AddAsync(NewSuggestion suggestion, CancellationToken ct)
    {
        if (suggestion.Origin is { } origin
            && await db.In<PageSuggestion>(suggestion.Guild).SingleOrDefaultAsync(it => it.Origin == origin, ct) is { } known)
        {
            return known;
        }

        var last = await db.In<PageSuggestion>(suggestion.Guild).MaxAsync(it => (int?)it.Number, ct) ?? 0;
        var added = new PageSuggestion
        {
            GuildId = suggestion.Guild,
            Number = last + 1,
            Slug = suggestion.Slug,
            Markdown = suggestion.Markdown,
            BaseMarkdown = suggestion.BaseMarkdown,
            Note = suggestion.Note,
            AuthorId = suggestion.Author,
            CoAuthorId = suggestion.CoAuthor == suggestion.Author ? null : suggestion.CoAuthor,
            Origin = suggestion.Origin,
            OriginUrl = suggestion.OriginUrl,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(added);
        await db.SaveChangesAsync(ct);
        return added;
    }

    public Task<PageSuggestion?> FindAsync(Snowflake guild, int number, CancellationToken ct) =>
        db.In<PageSuggestion>(guild).SingleOrDefaultAsync(it => it.Number == number, ct);

    /// <summary>The mentors' queue, oldest first.</summary>
    public Task<List<PageSuggestion>> WaitingAsync(Snowflake guild, CancellationToken ct) =>
        db.In<PageSuggestion>(guild).AsNoTracking()
            .Where(it => it.State == SuggestionState.Waiting)
            .OrderBy(it => it.Number)
            .ToListAsync(ct);

    /// <summary>One person's, newest first.</summary>
    public Task<List<PageSuggestion>> OfAsync(Snowflake guild, Snowflake author, CancellationToken ct) =>
        db.In<PageSuggestion>(guild).AsNoTracking()
            .Where(it => it.AuthorId == author)
            .OrderByDescending(it => it.Number)
            .ToListAsync(ct);

    /// <summary>What approving would do now.</summary>
    public async Task<CarriedSuggestion> CarryAsync(PageSuggestion suggestion, CancellationToken ct)
    {
        var now = await revisions.NowAsync(suggestion.GuildId, suggestion.Slug, ct);
        var merged = Merge(suggestion, now.Markdown);
        return new CarriedSuggestion(now, merged, merged is null ? null : await revisions.FaultAsync(suggestion.GuildId, suggestion.Slug, merged, ct));
    }

    /// <summary>The page as approving would make it; as it was written when that cannot be, or when it is decided.</summary>
    public async Task<string> TextOfAsync(PageSuggestion suggestion, CancellationToken ct) =>
        suggestion.State == SuggestionState.Waiting && (await CarryAsync(suggestion, ct)).Merged is { } merged ? merged : suggestion.Markdown;

    /// <summary>Makes the suggestion the page's next revision, carried over to what the page has become since.</summary>
    /// <param name="seen">The suggestion's <see cref="PageStamp"/> when the mentor looked; null when it does not matter.</param>
    public async Task<Approval> ApproveAsync(Snowflake guild, int number, Snowflake mentor, string? seen, CancellationToken ct)
    {
        if (await FindAsync(guild, number, ct) is not { } suggestion)
        {
            return new Approval.Gone();
        }

        if (suggestion.State != SuggestionState.Waiting)
        {
            return new Approval.AlreadyDecided(suggestion);
        }

        if (seen is not null && seen != PageStamp.Of(suggestion))
        {
            return new Approval.Rewritten(suggestion);
        }

        var carried = await CarryAsync(suggestion, ct);
        if (carried.Merged is not { } merged)
        {
            return new Approval.Outdated(suggestion);
        }

        if (carried.Fault is { } fault)
        {
            return new Approval.Invalid(suggestion, fault);
        }

        suggestion.State = SuggestionState.Approved;
        Decide(suggestion, mentor, null);
        var note = suggestion.Note.Length > 0 ? suggestion.Note : carried.Now.Markdown is null ? "New page" : "Changed";
        var revision = revisions.Add(guild, suggestion.Slug, carried.Now, merged, new RevisionNote(note, suggestion.AuthorId, suggestion.CoAuthorId, mentor));
        if (!await SaveAsync(suggestion, ct))
        {
            return new Approval.AlreadyDecided(suggestion);
        }

        foreach (var one in hear)
        {
            await one.PublishedAsync(suggestion, ct);
        }

        return new Approval.Done(suggestion, revision);
    }

    /// <summary>False when it was decided already.</summary>
    public async Task<bool> DeclineAsync(PageSuggestion suggestion, Snowflake mentor, string reason, CancellationToken ct)
    {
        if (suggestion.State != SuggestionState.Waiting)
        {
            return false;
        }

        suggestion.State = SuggestionState.Declined;
        Decide(suggestion, mentor, reason);
        return await SaveAsync(suggestion, ct);
    }

    /// <summary>The author takes it back; false when it was decided already.</summary>
    public async Task<bool> WithdrawAsync(PageSuggestion suggestion, CancellationToken ct)
    {
        if (suggestion.State != SuggestionState.Waiting)
        {
            return false;
        }

        suggestion.State = SuggestionState.Withdrawn;
        Decide(suggestion, suggestion.AuthorId, null);
        return await SaveAsync(suggestion, ct);
    }

    /// <summary>New words for a waiting suggestion; false when it was decided already.</summary>
    /// <param name="markdown">Made from <paramref name="baseMarkdown"/>.</param>
    public async Task<bool> RewriteAsync(PageSuggestion suggestion, string markdown, string? baseMarkdown, string note, CancellationToken ct)
    {
        if (suggestion.State != SuggestionState.Waiting)
        {
            return false;
        }

        suggestion.Markdown = markdown;
        suggestion.BaseMarkdown = baseMarkdown;
        suggestion.Note = note;
        suggestion.Version = Guid.NewGuid();
        return await SaveAsync(suggestion, ct);
    }

    // The day of review is the approval's, so it must not stand in the way of a merge.
    private string? Merge(PageSuggestion suggestion, string? now)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        try
        {
            var mine = PageEdit.Reviewed(suggestion.Markdown, today);
            return now is null || suggestion.BaseMarkdown == now ? mine
                : suggestion.BaseMarkdown is not { } was ? null
                : PageMerge.Merge(PageEdit.Reviewed(was, today), mine, PageEdit.Reviewed(now, today));
        }
        catch (Exception wrong) when (wrong is HubFileException or YamlException)
        {
            // Not a page at all: its fault is told where it is checked.
            return now is null || suggestion.BaseMarkdown == now ? suggestion.Markdown : null;
        }
    }

    private void Decide(PageSuggestion suggestion, Snowflake by, string? reason)
    {
        suggestion.DecidedBy = by;
        suggestion.DecidedAt = clock.GetUtcNow();
        suggestion.Reason = reason;
        suggestion.Version = Guid.NewGuid();
    }

    private async Task<bool> SaveAsync(PageSuggestion suggestion, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody decided in between: nothing of this is saved, and the suggestion is as they left it.
            db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).ToList().ForEach(entry => entry.State = EntityState.Detached);
            await db.Entry(suggestion).ReloadAsync(ct);
            return false;
        }

        hubs.Forget(suggestion.GuildId);
        return true;
    }
}
