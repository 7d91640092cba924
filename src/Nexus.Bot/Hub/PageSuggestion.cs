using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

internal enum SuggestionState
{
    /// <summary>In the mentors' queue.</summary>
    Waiting,
    Approved,
    Declined,
    Withdrawn,
}

/// <summary>A new page or a change to one that somebody proposes; a mentor decides.</summary>
internal sealed class PageSuggestion : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>Counts a server's suggestions from 1: how people name it.</summary>
    public required int Number { get; init; }

    public required string Slug { get; init; }

    /// <summary>The whole page as proposed, with its front matter.</summary>
    public required string Markdown { get; set; }

    /// <summary>What the page was when it was written; null for a new page. By it a change in between is noticed.</summary>
    public string? BaseMarkdown { get; set; }

    /// <summary>Why, in the author's words.</summary>
    public string Note { get; set; } = "";

    public required Snowflake AuthorId { get; init; }

    /// <summary>A second person with credit.</summary>
    public Snowflake? CoAuthorId { get; init; }

    /// <summary>What it was made from, such as <c>message:123</c>; one suggestion each. Null when written freely.</summary>
    public string? Origin { get; init; }

    /// <summary>A link to that.</summary>
    public string? OriginUrl { get; init; }

    public SuggestionState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Snowflake? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>What the mentor says to the author.</summary>
    public string? Reason { get; set; }

    /// <summary>Settles two decisions at once.</summary>
    public Guid Version { get; set; } = Guid.NewGuid();
}

internal sealed class PageSuggestionTable : IEntityTypeConfiguration<PageSuggestion>
{
    public void Configure(EntityTypeBuilder<PageSuggestion> builder)
    {
        builder.ToTable("PageSuggestions");
        builder.HasKey(suggestion => suggestion.Id);
        builder.Property(suggestion => suggestion.Slug).HasMaxLength(50);
        builder.Property(suggestion => suggestion.Note).HasMaxLength(300);
        builder.Property(suggestion => suggestion.Origin).HasMaxLength(100);
        builder.Property(suggestion => suggestion.OriginUrl).HasMaxLength(200);
        builder.Property(suggestion => suggestion.Reason).HasMaxLength(500);
        builder.Property(suggestion => suggestion.Version).IsConcurrencyToken();
        builder.HasIndex(suggestion => new { suggestion.GuildId, suggestion.Number }).IsUnique();
        builder.HasIndex(suggestion => new { suggestion.GuildId, suggestion.Origin }).IsUnique();
        builder.HasIndex(suggestion => new { suggestion.GuildId, suggestion.State });
    }
}
