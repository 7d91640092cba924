using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>What somebody wrote into a form that could not become a suggestion yet: kept, so that nobody types it twice.</summary>
internal sealed class SuggestionDraft : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake UserId { get; init; }

    /// <summary>What the form was about: empty for a new page, a slug, or <c>#12</c> for a waiting suggestion.</summary>
    public required string Target { get; init; }

    /// <summary>The part of the page; empty for a new page.</summary>
    public required string Part { get; init; }

    /// <summary>The form's fields as JSON.</summary>
    public required string Fields { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SuggestionDraftTable : IEntityTypeConfiguration<SuggestionDraft>
{
    public void Configure(EntityTypeBuilder<SuggestionDraft> builder)
    {
        builder.ToTable("SuggestionDrafts");
        builder.HasKey(draft => draft.Id);
        builder.Property(draft => draft.Target).HasMaxLength(60);
        builder.Property(draft => draft.Part).HasMaxLength(20);
        builder.HasIndex(draft => new { draft.GuildId, draft.UserId });
    }
}
