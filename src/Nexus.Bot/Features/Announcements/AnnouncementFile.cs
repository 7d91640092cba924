using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>A file that goes with an announcement. Kept whole: Discord's own links to an uploaded file run out within a day.</summary>
internal sealed class AnnouncementFile : IGuildRow
{
    public const int Most = 5;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long AnnouncementId { get; init; }

    public required string Name { get; init; }

    public string? ContentType { get; init; }

    /// <summary>For people who cannot see it, when it is a picture.</summary>
    public string? Description { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class AnnouncementFileTable : IEntityTypeConfiguration<AnnouncementFile>
{
    public void Configure(EntityTypeBuilder<AnnouncementFile> builder)
    {
        builder.ToTable("AnnouncementFiles");
        builder.HasKey(file => file.Id);
        builder.Property(file => file.Name).HasMaxLength(260);
        builder.Property(file => file.ContentType).HasMaxLength(128);
        builder.Property(file => file.Description).HasMaxLength(1024);
        builder.HasIndex(file => file.AnnouncementId);
        builder.HasOne<Announcement>().WithMany().HasForeignKey(file => file.AnnouncementId).OnDelete(DeleteBehavior.Cascade);
    }
}
