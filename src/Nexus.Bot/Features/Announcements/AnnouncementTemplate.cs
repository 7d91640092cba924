using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Words for announcements that come again and again, with blanks such as <c>{speaker}</c>.</summary>
internal sealed class AnnouncementTemplate : IGuildRow
{
    public const int MostName = 50;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required string Name { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    public required Snowflake AuthorId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class AnnouncementTemplateTable : IEntityTypeConfiguration<AnnouncementTemplate>
{
    public void Configure(EntityTypeBuilder<AnnouncementTemplate> builder)
    {
        builder.ToTable("AnnouncementTemplates");
        builder.HasKey(template => template.Id);
        builder.Property(template => template.Name).HasMaxLength(AnnouncementTemplate.MostName);
        builder.Property(template => template.Title).HasMaxLength(Announcement.MostTitle);
        builder.Property(template => template.Text).HasMaxLength(Announcement.MostText);
        builder.HasIndex(template => new { template.GuildId, template.Name }).IsUnique();
    }
}
