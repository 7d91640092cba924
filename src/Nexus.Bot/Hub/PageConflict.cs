namespace Nexus.Bot.Hub;

/// <summary>
/// A page whose file was changed after the server's newest revision was approved: the revision is served, and a mentor says which
/// text it shall be.
/// </summary>
/// <param name="File">The file's page; null when the file is gone or cannot be read.</param>
internal sealed record PageConflict(PageRevision Revision, HubPage? File)
{
    public string Slug => Revision.Slug;

    /// <summary>The page's name, whichever text has one.</summary>
    public string Title => HubFile.Parse(Slug, Revision.Markdown!) is HubFile.Read read ? read.Page.Title : File?.Title ?? Slug;

    /// <summary>Both changes in one text; null when they touch the same lines, or there is no file.</summary>
    public string? Both => Revision.FileMarkdown is { } was && File is { } file ? PageMerge.Merge(was, Revision.Markdown!, file.Markdown) : null;

    /// <summary>Null when the two agree, or the newest revision went back to the file.</summary>
    public static PageConflict? Of(PageRevision newest, HubPage? file) =>
        new PageNow(newest, file?.Markdown).IsInConflict ? new PageConflict(newest, file) : null;
}
