using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>One approved state of a page in one server. The newest is served; none is ever changed or deleted.</summary>
internal sealed class PageRevision : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required string Slug { get; init; }

    /// <summary>Counts the revisions of one page in one server, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The whole page with its front matter; null goes back to the file.</summary>
    public string? Markdown { get; init; }

    /// <summary>The file's text when this was approved; null when there was no file. By it a later change of the file is noticed.</summary>
    public string? FileMarkdown { get; init; }

    /// <summary>What changed, in a few words.</summary>
    public required string Note { get; init; }

    /// <summary>Who wrote it: keeps the credit.</summary>
    public required Snowflake AuthorId { get; init; }

    /// <summary>A second person with credit, such as who asked the question the page answers.</summary>
    public Snowflake? CoAuthorId { get; init; }

    public required Snowflake ApprovedBy { get; init; }

    public required DateTimeOffset ApprovedAt { get; init; }
}

internal sealed class PageRevisionTable : IEntityTypeConfiguration<PageRevision>
{
    public void Configure(EntityTypeBuilder<PageRevision> builder)
    {
        builder.ToTable("PageRevisions");
        builder.HasKey(revision => revision.Id);
        builder.Property(revision => revision.Slug).HasMaxLength(50);
        builder.Property(revision => revision.Note).HasMaxLength(200);
        builder.HasIndex(revision => new { revision.GuildId, revision.Slug, revision.Number }).IsUnique();
    }
}
