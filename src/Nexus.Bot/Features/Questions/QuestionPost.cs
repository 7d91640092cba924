using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>
/// A question on its way to the forum. The row is written before Discord is asked, so that a failure loses no words and one form
/// makes one post; once the post exists, Discord keeps the words and the row only where it is.
/// </summary>
internal sealed class QuestionPost : IGuildRow
{
    public const int MostTitle = 100;

    // Together with the words around them these stay below Discord's 2000 characters of a message.
    public const int MostText = 1300;
    public const int MostTried = 500;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake AuthorId { get; init; }

    /// <summary>The press that opened the form.</summary>
    public required Snowflake PressId { get; init; }

    public required string Title { get; init; }

    public required string Text { get; set; }

    public required string Tried { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Somebody is posting it until then.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public Snowflake? ThreadId { get; set; }
}

internal sealed class QuestionPostTable : IEntityTypeConfiguration<QuestionPost>
{
    public void Configure(EntityTypeBuilder<QuestionPost> builder)
    {
        builder.ToTable("QuestionPosts");
        builder.HasKey(post => post.Id);
        builder.Property(post => post.Title).HasMaxLength(QuestionPost.MostTitle);
        builder.Property(post => post.Text).HasMaxLength(QuestionPost.MostText);
        builder.Property(post => post.Tried).HasMaxLength(QuestionPost.MostTried);
        builder.HasIndex(post => new { post.GuildId, post.PressId }).IsUnique();
    }
}
