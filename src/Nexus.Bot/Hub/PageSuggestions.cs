using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Discord;

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
    internal sealed record Outdated(PageSuggestion Suggestion, HubPage Now) : Approval;

    /// <summary>The page it makes cannot be served.</summary>
    internal sealed record Invalid(PageSuggestion Suggestion, string Reason) : Approval;

    internal sealed record Gone : Approval;
}

/// <summary>A server's suggestions and what mentors decide about them. Every decision is one save, and the first one counts.</summary>
internal sealed class PageSuggestions(NexusDb db, GuildHubs hubs, TimeProvider clock)
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

    /// <summary>Makes the suggestion the page's next revision, carried over to what the page has become since.</summary>
    public async Task<Approval> ApproveAsync(Snowflake guild, int number, Snowflake mentor, CancellationToken ct)
    {
        if (await FindAsync(guild, number, ct) is not { } suggestion)
        {
            return new Approval.Gone();
        }

        if (suggestion.State != SuggestionState.Waiting)
        {
            return new Approval.AlreadyDecided(suggestion);
        }

        var now = (await hubs.OfAsync(guild, ct)).BySlug(suggestion.Slug);
        var merged = now is null || suggestion.BaseMarkdown == now.Markdown
            ? suggestion.Markdown
            : suggestion.BaseMarkdown is null ? null : PageText.Merge(suggestion.BaseMarkdown, suggestion.Markdown, now.Markdown);
        if (merged is null)
        {
            return new Approval.Outdated(suggestion, now!);
        }

        if (await FaultAsync(guild, suggestion.Slug, merged, ct) is { } fault)
        {
            return new Approval.Invalid(suggestion, fault);
        }

        suggestion.State = SuggestionState.Approved;
        Decide(suggestion, mentor, null);
        var revision = await ReviseAsync(guild, suggestion.Slug, merged, suggestion.Note.Length > 0 ? suggestion.Note : now is null ? "New page" : "Changed", suggestion.AuthorId, suggestion.CoAuthorId, mentor, ct);
        return await SaveAsync(suggestion, ct) ? new Approval.Done(suggestion, revision) : new Approval.AlreadyDecided(suggestion);
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

    /// <summary>New words for a waiting suggestion, on the page as it is now; false when it was decided already.</summary>
    public async Task<bool> RewriteAsync(PageSuggestion suggestion, string markdown, CancellationToken ct)
    {
        if (suggestion.State != SuggestionState.Waiting)
        {
            return false;
        }

        suggestion.Markdown = markdown;
        suggestion.BaseMarkdown = (await hubs.OfAsync(suggestion.GuildId, ct)).BySlug(suggestion.Slug)?.Markdown;
        suggestion.Version = Guid.NewGuid();
        return await SaveAsync(suggestion, ct);
    }

    /// <summary>Why a server could not serve this text as that page, or null.</summary>
    public async Task<string?> FaultAsync(Snowflake guild, string slug, string markdown, CancellationToken ct)
    {
        if (HubFile.Parse(slug + ".md", markdown) is HubFile.Broken broken)
        {
            return broken.Reason;
        }

        var page = ((HubFile.Read)HubFile.Parse(slug + ".md", markdown)).Page;
        return page.Slug != slug
            ? $"the slug must stay '{slug}'."
            : (await hubs.OfAsync(guild, ct)).NameTaken(page) is { } taken
                ? $"'{taken.Name}' is a name of the page '{taken.By.Slug}' already."
                : null;
    }

    /// <summary>Adds the page's next revision to the unit of work; the caller saves.</summary>
    public async Task<PageRevision> ReviseAsync(
        Snowflake guild, string slug, string? markdown, string note, Snowflake author, Snowflake? coAuthor, Snowflake mentor, CancellationToken ct)
    {
        var last = await db.In<PageRevision>(guild).Where(it => it.Slug == slug).MaxAsync(it => (int?)it.Number, ct) ?? 0;
        var revision = new PageRevision
        {
            GuildId = guild,
            Slug = slug,
            Number = last + 1,
            Markdown = markdown,
            FileMarkdown = (await hubs.OfAsync(null, ct)).BySlug(slug)?.Markdown,
            Note = note,
            AuthorId = author,
            CoAuthorId = coAuthor,
            ApprovedBy = mentor,
            ApprovedAt = clock.GetUtcNow(),
        };
        db.Add(revision);
        return revision;
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
