using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>A file that goes with an announcement. Kept whole: Discord's own links to an uploaded file run out within a day.</summary>
internal sealed class AnnouncementFile : IGuildRow
{
    public const int Most = 5;

    /// <summary>Of all files of an announcement together.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const int MostName = 100;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long AnnouncementId { get; init; }

    public required string Name { get; init; }

    public string? ContentType { get; init; }

    /// <summary>For people who cannot see it, when it is a picture.</summary>
    public string? Description { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The same file for another announcement.</summary>
    public AnnouncementFile For(Announcement announcement) => new()
    {
        GuildId = announcement.GuildId, AnnouncementId = announcement.Id, Name = Name, ContentType = ContentType, Description = Description, Content = Content,
    };

    /// <summary>A name that a card can refer to, like no other of the same announcement: Discord itself changes any other character.</summary>
    public static string NameOf(string uploaded, IEnumerable<string> taken)
    {
        var plain = string.Concat(uploaded.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).Trim('.', '_');
        plain = plain.Length > MostName ? plain[^MostName..] : plain.Length == 0 ? "file" : plain;
        var names = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, names.Count + 1).Select(n => n == 1 ? plain : $"{n}-{plain}").First(name => !names.Contains(name));
    }
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
