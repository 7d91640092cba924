using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Data;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>A page at this moment, as the database and the folder have it.</summary>
/// <param name="Newest">The server's newest revision; null when it has none.</param>
/// <param name="File">The file's text; null when there is no file.</param>
internal sealed record PageNow(PageRevision? Newest, string? File)
{
    /// <summary>What is served; null when the page is not in the hub.</summary>
    public string? Markdown => Newest?.Markdown ?? File;

    public int Number => Newest?.Number ?? 0;

    /// <summary>The file was changed after the server's own text was approved, and the two are not the same now.</summary>
    public bool IsInConflict => Newest?.Markdown is { } text && Newest.FileMarkdown != File && text != File;
}

/// <summary>What somebody does to a page; who wrote the text keeps the credit.</summary>
internal sealed record RevisionNote(string Text, Snowflake Author, Snowflake? CoAuthor, Snowflake ApprovedBy);

/// <summary>What became of going back to an earlier state, or of settling a conflict.</summary>
internal abstract record Revised
{
    private Revised()
    {
    }

    internal sealed record Done(PageRevision Revision) : Revised;

    /// <summary>That is what is served already.</summary>
    internal sealed record Same : Revised;

    /// <summary>The page was changed after the person looked.</summary>
    internal sealed record Moved : Revised;

    /// <summary>That text cannot be served (any more).</summary>
    internal sealed record Invalid(string Reason) : Revised;

    internal sealed record Gone : Revised;
}

/// <summary>Which text of a page in conflict shall be served.</summary>
internal enum ConflictChoice
{
    File,
    Ours,
    Both,
}

/// <summary>A server's revisions of the hub's pages. They only ever grow: two at once meet at the number's unique index, and the router runs the second again.</summary>
internal sealed class PageRevisions(NexusDb db, GuildHubs hubs, TimeProvider clock)
{
    private const int MostNote = 200;

    /// <summary>Newest first.</summary>
    public Task<List<PageRevision>> OfAsync(Snowflake guild, string slug, CancellationToken ct) =>
        db.In<PageRevision>(guild).AsNoTracking().Where(it => it.Slug == slug).OrderByDescending(it => it.Number).ToListAsync(ct);

    /// <summary>Read from the database, not from memory: another instance may have changed the page a moment ago.</summary>
    public async Task<PageNow> NowAsync(Snowflake guild, string slug, CancellationToken ct) => new(
        await db.In<PageRevision>(guild).AsNoTracking().Where(it => it.Slug == slug).OrderByDescending(it => it.Number).FirstOrDefaultAsync(ct),
        (await hubs.OfAsync(null, ct)).BySlug(slug)?.Markdown);

    /// <summary>Adds the page's next revision to the unit of work; the caller saves and calls <see cref="GuildHubs.Forget"/>.</summary>
    /// <param name="settles">Whether the person chose between the server's text and its changed file; if not, that is still to be decided.</param>
    public PageRevision Add(Snowflake guild, string slug, PageNow now, string? markdown, RevisionNote note, bool settles = false)
    {
        var revision = new PageRevision
        {
            GuildId = guild,
            Slug = slug,
            Number = now.Number + 1,
            Markdown = markdown,
            FileMarkdown = now.IsInConflict && !settles ? now.Newest!.FileMarkdown : now.File,
            Note = Md.Cut(note.Text, MostNote),
            AuthorId = note.Author,
            CoAuthorId = note.CoAuthor,
            ApprovedBy = note.ApprovedBy,
            ApprovedAt = clock.GetUtcNow(),
        };
        db.Add(revision);
        return revision;
    }

    /// <summary>Serves an earlier revision's text again; 0 is the file, or nothing when there is none.</summary>
    /// <param name="seen">The newest revision when the person looked.</param>
    public async Task<Revised> RevertAsync(Snowflake guild, string slug, int to, int seen, Snowflake mentor, CancellationToken ct)
    {
        var now = await NowAsync(guild, slug, ct);
        if (now.Number != seen)
        {
            return new Revised.Moved();
        }

        var old = await db.In<PageRevision>(guild).AsNoTracking().SingleOrDefaultAsync(it => it.Slug == slug && it.Number == to, ct);
        if (now.Newest is null || (old is null && to != 0))
        {
            return new Revised.Gone();
        }

        if (old?.Markdown == now.Newest.Markdown)
        {
            return new Revised.Same();
        }

        if (old?.Markdown is { } text && await FaultAsync(guild, slug, text, ct) is { } fault)
        {
            return new Revised.Invalid(fault);
        }

        var note = old is not null ? $"Back to revision {to}" : now.File is null ? "Taken out of the hub" : "Back to the file";
        return await SaveAsync(Add(guild, slug, now, old?.Markdown, old?.Markdown is null
            ? new RevisionNote(note, mentor, null, mentor)
            : new RevisionNote(note, old.AuthorId, old.CoAuthorId, mentor)), ct);
    }

    /// <summary>Decides a conflict between the server's revision and its changed file.</summary>
    /// <param name="seen">The newest revision and the file's stamp when the person looked.</param>
    public async Task<Revised> SettleAsync(Snowflake guild, string slug, ConflictChoice choice, (int Number, string File) seen, Snowflake mentor, CancellationToken ct)
    {
        var now = await NowAsync(guild, slug, ct);
        if (now.Newest is not { } newest || now.Number != seen.Number || PageStamp.Of(now.File ?? "") != seen.File)
        {
            return new Revised.Moved();
        }

        if (PageConflict.Of(newest, (await hubs.OfAsync(null, ct)).BySlug(slug)) is not { } conflict)
        {
            return new Revised.Gone();
        }

        var text = choice switch
        {
            ConflictChoice.File => null,
            ConflictChoice.Ours => newest.Markdown,
            ConflictChoice.Both => conflict.Both,
        };
        if (choice == ConflictChoice.Both && text is null)
        {
            return new Revised.Invalid("both changed the same lines.");
        }

        if (text is not null && await FaultAsync(guild, slug, text, ct) is { } fault)
        {
            return new Revised.Invalid(fault);
        }

        return await SaveAsync(Add(guild, slug, now, text, choice switch
        {
            ConflictChoice.File => new RevisionNote(now.File is null ? "Taken out of the hub, as its file was" : "Took the changed file", mentor, null, mentor),
            ConflictChoice.Ours => new RevisionNote("Kept ours when the file changed", newest.AuthorId, newest.CoAuthorId, mentor),
            ConflictChoice.Both => new RevisionNote("Took both: ours and the changed file", newest.AuthorId, newest.CoAuthorId, mentor),
        }, settles: true), ct);
    }

    /// <summary>Why a server could not serve this text as that page, or null.</summary>
    public async Task<string?> FaultAsync(Snowflake guild, string slug, string markdown, CancellationToken ct)
    {
        switch (HubFile.Parse(slug + ".md", markdown))
        {
            case HubFile.Broken broken:
                return broken.Reason;
            case HubFile.Read { Page: var page }:
                if (page.Slug != slug)
                {
                    return $"the slug must stay '{slug}'.";
                }

                return (await hubs.OfAsync(guild, ct)).NameTaken(page) is { } taken
                    ? $"'{taken.Name}' is a name of the page '{taken.By.Slug}' already."
                    : PageRules.FaultOf(page);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The same, and what would be cut on its card: for words that somebody still can change.</summary>
    public async Task<string?> MisfitAsync(Snowflake guild, string slug, string markdown, string? before, CancellationToken ct) =>
        await FaultAsync(guild, slug, markdown, ct) is { } fault ? fault
        : HubFile.Parse(slug, markdown) is HubFile.Read read ? PageRules.MisfitOf(read.Page, before is not null && HubFile.Parse(slug, before) is HubFile.Read was ? was.Page : null)
        : null;

    private async Task<Revised> SaveAsync(PageRevision revision, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        hubs.Forget(revision.GuildId);
        return new Revised.Done(revision);
    }
}
