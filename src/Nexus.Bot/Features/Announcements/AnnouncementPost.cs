using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>What happened to a posted announcement after it was posted; the <see cref="Delivery"/> knows where and when it was.</summary>
internal sealed class AnnouncementPost : IGuildRow
{
    /// <summary>So long a post can be taken back by a press.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromMinutes(10);

    public required long DeliveryId { get; init; }

    public required Snowflake GuildId { get; init; }

    public required long AnnouncementId { get; init; }

    public Snowflake? ThreadId { get; set; }

    /// <summary>Discord's error code (or its status) for which there is no thread.</summary>
    public int? ThreadFailure { get; set; }

    public DateTimeOffset? CrosspostedAt { get; set; }

    /// <summary>Discord's error code (or its status) for which it was not published.</summary>
    public int? CrosspostFailure { get; set; }

    /// <summary>How many "Got it" the message says.</summary>
    public int ShownCount { get; set; }

    /// <summary>Taken back within its first minutes.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    public Snowflake? RemovedBy { get; set; }

    public static bool CanBeUndone(Delivery post, DateTimeOffset now) => post.SentAt + UndoWithin > now;
}

internal sealed class AnnouncementPostTable : IEntityTypeConfiguration<AnnouncementPost>
{
    public void Configure(EntityTypeBuilder<AnnouncementPost> builder)
    {
        builder.ToTable("AnnouncementPosts");
        builder.HasKey(post => post.DeliveryId);
        builder.Property(post => post.DeliveryId).ValueGeneratedNever();
        builder.HasIndex(post => post.AnnouncementId);
    }
}
