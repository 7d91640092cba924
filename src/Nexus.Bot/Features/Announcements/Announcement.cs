using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>What a mentor has to say to a channel at a time. It is a draft until it has a <see cref="Delivery"/>.</summary>
internal sealed class Announcement : IGuildRow
{
    public const string DeliveryKind = "announcement";
    public const int MostTitle = 100;

    /// <summary>With the title and the words around a preview this stays below Discord's 4000 characters.</summary>
    public const int MostText = 3000;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake AuthorId { get; init; }

    public required Snowflake ChannelId { get; init; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public required DateTimeOffset DueAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Puts the words in, or says what is wrong with them.</summary>
    public WordingResult Write(string title, string text)
    {
        title = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text = text.ReplaceLineEndings("\n").Trim();
        if (title.Length == 0 || text.Length == 0)
        {
            return WordingResult.Empty;
        }

        if (title.Length > MostTitle || text.Length > MostText)
        {
            return WordingResult.TooLong;
        }

        (Title, Text) = (title, text);
        return WordingResult.Fits;
    }
}

internal enum WordingResult
{
    Fits,
    Empty,
    TooLong,
}

/// <summary>An announcement that was confirmed, with what became of it.</summary>
internal sealed record AnnouncementEntry(Announcement Announcement, Delivery Delivery);

internal sealed class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("Announcements");
        builder.HasKey(announcement => announcement.Id);
        builder.Property(announcement => announcement.Title).HasMaxLength(Announcement.MostTitle);
        builder.Property(announcement => announcement.Text).HasMaxLength(Announcement.MostText);
        builder.HasIndex(announcement => new { announcement.GuildId, announcement.AuthorId });
    }
}
