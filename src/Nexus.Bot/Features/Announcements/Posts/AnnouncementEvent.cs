using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Posts;

/// <summary>What stands among the server's scheduled events for an announcement; what shall stand there is <see cref="Announcement.Event"/>.</summary>
internal sealed class AnnouncementEvent : IGuildRow
{
    public required long AnnouncementId { get; init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>Null while Discord refuses it.</summary>
    public Snowflake? EventId { get; set; }

    /// <summary>What Discord was last told: it is told again when this differs from what shall stand there.</summary>
    public required string Told { get; set; }

    /// <summary>Discord's error code (or its status) for refusing what it was told.</summary>
    public int? Failure { get; set; }

    public required DateTimeOffset TriedAt { get; set; }
}

internal sealed class AnnouncementEventTable : IEntityTypeConfiguration<AnnouncementEvent>
{
    public void Configure(EntityTypeBuilder<AnnouncementEvent> builder)
    {
        builder.ToTable("AnnouncementEvents");
        builder.HasKey(row => row.AnnouncementId);
        builder.Property(row => row.AnnouncementId).ValueGeneratedNever();
        builder.Property(row => row.Told).HasMaxLength(2000);
    }
}
