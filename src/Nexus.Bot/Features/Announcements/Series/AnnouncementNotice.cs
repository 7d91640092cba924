using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements.Series;

internal enum NoticeAbout
{
    /// <summary>To the log: somebody may approve it.</summary>
    HandedIn,

    /// <summary>To who handed it in.</summary>
    Approved,

    /// <summary>To who handed it in, with the reason.</summary>
    SentBack,

    /// <summary>To the new owner, and to the log.</summary>
    HandedOver,

    /// <summary>To the log: a mentor may take over what the actor owned.</summary>
    OwnerLeft,

    /// <summary>To the log: what somebody did.</summary>
    Done,
}

/// <summary>Something about announcements that mentors have to hear of; it goes through the queue like any message.</summary>
internal sealed class AnnouncementNotice : IGuildRow
{
    public const string DeliveryKind = "announcement-notice";
    public const int MostReason = 500;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required NoticeAbout About { get; init; }

    /// <summary>None for what concerns all announcements of the actor.</summary>
    public long? AnnouncementId { get; init; }

    public required Snowflake ActorId { get; init; }

    /// <summary>Which handing-in it was: a later one has other words.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>A reason somebody typed, or what was done, in words.</summary>
    public string? Words { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class AnnouncementNoticeTable : IEntityTypeConfiguration<AnnouncementNotice>
{
    public void Configure(EntityTypeBuilder<AnnouncementNotice> builder)
    {
        builder.ToTable("AnnouncementNotices");
        builder.HasKey(notice => notice.Id);
        builder.Property(notice => notice.Words).HasMaxLength(AnnouncementNotice.MostReason);
        builder.HasIndex(notice => new { notice.GuildId, notice.AnnouncementId });
    }
}
