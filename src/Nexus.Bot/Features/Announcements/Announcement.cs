using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Announcements.Series;
using Nexus.Bot.Routing;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>
/// What a mentor has to say to a channel at a time. It is a draft until it has a <see cref="Delivery"/>; what somebody wrote stays
/// until somebody discards it.
/// </summary>
internal sealed class Announcement : IGuildRow
{
    public const string DeliveryKind = "announcement";
    public const int MostTitle = 100;

    /// <summary>With the title and the words around a preview this stays below Discord's 4000 characters.</summary>
    public const int MostText = 3000;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake AuthorId { get; init; }

    public required Snowflake ChannelId { get; set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>The (first) time; null for a draft that has none yet, and is posted as soon as it is confirmed.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Whose it is now: the author, until it is handed over.</summary>
    public required Snowflake OwnerId { get; set; }

    public Recurrence? Repeats { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>Somebody chose that it goes out in quiet hours too.</summary>
    public bool IgnoresQuietHours { get; set; }

    /// <summary>The owner was found to have left the server.</summary>
    public DateTimeOffset? OwnerLeftAt { get; set; }

    /// <summary>The role that is pinged, on the mentor's explicit choice; the server's own id is everyone.</summary>
    public Snowflake? PingRoleId { get; set; }

    public IReadOnlyList<AnnouncementLink> Links { get; set; } = [];

    public bool AsksForAcknowledgement { get; set; }

    /// <summary>A discussion thread is opened under each post.</summary>
    public bool OpensThread { get; set; }

    /// <summary>Each post is published to the servers that follow the announcement channel.</summary>
    public bool IsCrossposted { get; set; }

    /// <summary>Also stands among the server's scheduled events; null when it does not.</summary>
    public AnnouncedEvent? Event { get; set; }

    /// <summary>Handed in for a second mentor's approval.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }

    public Snowflake? SubmittedBy { get; set; }

    public Snowflake? ApprovedBy { get; set; }

    /// <summary>Why it was sent back; it is a draft again until it is handed in anew.</summary>
    public string? SentBackReason { get; set; }

    /// <summary>The announcement that this one corrects.</summary>
    public long? CorrectsId { get; set; }

    /// <summary>The blanks of the template it was made from, such as <c>speaker</c>. It is not posted while one stands unfilled.</summary>
    public IReadOnlyList<string> Blanks { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A draft that was thrown away; it can be brought back for a day.</summary>
    public DateTimeOffset? DiscardedAt { get; set; }

    /// <summary>The words were changed after they had been posted.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>What was typed last and could not be taken over, so that the form shows it again.</summary>
    public RefusedWords? Refused { get; set; }

    public bool IsWritten => Title.Length > 0;

    public bool AwaitsApproval => SubmittedAt is not null && ApprovedBy is null;

    /// <summary>Nothing of it is to be posted as it stands, whatever waits in the queue.</summary>
    public bool IsHeldBack => CancelledAt is not null || DiscardedAt is not null || PausedAt is not null || AwaitsApproval || SentBackReason is not null;

    /// <summary>Puts the words in, or says what is wrong with them.</summary>
    public WordingResult Write(string title, string text)
    {
        title = Md.Line(title);
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

/// <summary>A form as it was sent in, when it was not taken over.</summary>
internal sealed class RefusedWords
{
    /// <summary>What Discord lets a field of a form hold.</summary>
    public const int Most = 4000;

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required string When { get; init; }

    public static string Cut(string typed) => Md.Cut(typed, Most);
}

/// <summary>A button that opens an address.</summary>
internal sealed record AnnouncementLink(string Label, string Url);

/// <summary>When the announced thing itself takes place.</summary>
internal sealed class AnnouncedEvent
{
    public const int MostPlace = 100;

    public required DateTimeOffset StartsAt { get; set; }

    public required int Minutes { get; set; }

    public required string Place { get; set; }
}

internal enum WordingResult
{
    Fits,
    Empty,
    TooLong,
}

internal sealed class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.ToTable("Announcements");
        builder.HasKey(announcement => announcement.Id);
        builder.Property(announcement => announcement.Title).HasMaxLength(Announcement.MostTitle);
        builder.Property(announcement => announcement.Text).HasMaxLength(Announcement.MostText);
        builder.Property(announcement => announcement.Repeats).HasConversion<RecurrenceConverter>().HasMaxLength(2000);
        builder.Property(announcement => announcement.Links).HasConversion<AnnouncementLinksConverter>(AnnouncementLinksConverter.Same).HasMaxLength(2000);
        builder.Property(announcement => announcement.Blanks).HasConversion<TextListConverter>(TextListConverter.Same).HasMaxLength(2000).HasDefaultValueSql("'[]'");
        builder.OwnsOne(announcement => announcement.Event, it => it.Property(held => held.Place).HasMaxLength(AnnouncedEvent.MostPlace));
        builder.OwnsOne(announcement => announcement.Refused, it =>
        {
            it.Property(words => words.Title).HasMaxLength(RefusedWords.Most);
            it.Property(words => words.Text).HasMaxLength(RefusedWords.Most);
            it.Property(words => words.When).HasMaxLength(RefusedWords.Most);
        });
        builder.Ignore(announcement => announcement.IsWritten);
        builder.Property(announcement => announcement.SentBackReason).HasMaxLength(AnnouncementNotice.MostReason);
        builder.Ignore(announcement => announcement.AwaitsApproval);
        builder.Ignore(announcement => announcement.IsHeldBack);
        builder.HasIndex(announcement => new { announcement.GuildId, announcement.AuthorId });
    }
}
