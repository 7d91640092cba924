using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Hub;

/// <summary>How often a page was shown on one day. Knows nobody.</summary>
internal sealed class PageUse : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    public required string Slug { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }

    public int Shown { get; set; }
}

/// <summary>What was looked up and not found, in normalised words without names, numbers and secrets. Knows nobody.</summary>
internal sealed class LookupMiss : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    public required string Question { get; init; }

    /// <summary>The page people then pressed; empty while none was.</summary>
    public string PickedSlug { get; init; } = "";

    public int Count { get; set; }

    public DateTimeOffset LastAt { get; set; }
}

/// <summary>One person's "Was this helpful?" for one page; the last word counts.</summary>
internal sealed class PageFeedback : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    public required string Slug { get; init; }

    public required Snowflake UserId { get; init; }

    public bool IsHelpful { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>A person has marked a page as read.</summary>
internal sealed class ReadMark : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    public required Snowflake UserId { get; init; }

    public required string Slug { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class PageUseTable : IEntityTypeConfiguration<PageUse>
{
    public void Configure(EntityTypeBuilder<PageUse> builder)
    {
        builder.ToTable("PageUses");
        builder.HasKey(use => new { use.GuildId, use.Slug, use.Day });
        builder.Property(use => use.Slug).HasMaxLength(50);
    }
}

internal sealed class LookupMissTable : IEntityTypeConfiguration<LookupMiss>
{
    public const int MaxQuestion = 100;

    public void Configure(EntityTypeBuilder<LookupMiss> builder)
    {
        builder.ToTable("LookupMisses");
        builder.HasKey(miss => new { miss.GuildId, miss.Question, miss.PickedSlug });
        builder.Property(miss => miss.Question).HasMaxLength(MaxQuestion);
        builder.Property(miss => miss.PickedSlug).HasMaxLength(50);
    }
}

internal sealed class PageFeedbackTable : IEntityTypeConfiguration<PageFeedback>
{
    public void Configure(EntityTypeBuilder<PageFeedback> builder)
    {
        builder.ToTable("PageFeedbacks");
        builder.HasKey(feedback => new { feedback.GuildId, feedback.Slug, feedback.UserId });
        builder.Property(feedback => feedback.Slug).HasMaxLength(50);
    }
}

internal sealed class ReadMarkTable : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> builder)
    {
        builder.ToTable("ReadMarks");
        builder.HasKey(mark => new { mark.GuildId, mark.UserId, mark.Slug });
        builder.Property(mark => mark.Slug).HasMaxLength(50);
    }
}
