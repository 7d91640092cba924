using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Deliveries;

internal enum DeliveryState
{
    /// <summary>Not due yet, or waiting for its next try.</summary>
    Waiting,

    /// <summary>Claimed until its lease runs out. After a crash the outcome is unknown.</summary>
    Sending,
    Sent,

    /// <summary>Given up; somebody has to look.</summary>
    Failed,
    Cancelled,
}

/// <summary>Why a message was given up.</summary>
internal enum DeliveryFailure
{
    ChannelGone,
    NotAllowed,

    /// <summary>Discord refused the message itself.</summary>
    Refused,

    /// <summary>Discord could not be reached for too long.</summary>
    OutOfReach,

    /// <summary>What it was about has been deleted.</summary>
    SubjectGone,
}

/// <summary>
/// One message that has to arrive once. The row is the memory: it is written before anything is sent, and keeps the id of the
/// message afterwards. What the message says is known to the <see cref="IDeliverySource"/> of its kind.
/// </summary>
internal sealed class Delivery : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>Which <see cref="IDeliverySource"/> it belongs to.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of what it is about, such as an announcement.</summary>
    public required long SubjectId { get; init; }

    /// <summary>Counts the deliveries of one subject, from 0.</summary>
    public int Occurrence { get; init; }

    public required Snowflake ChannelId { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>By this Discord knows a repeated message: 22 characters of its 25.</summary>
    public required string Nonce { get; init; }

    public required DateTimeOffset NextTryAt { get; set; }

    public int Tries { get; set; }

    /// <summary>From here on the message may be in the channel.</summary>
    public DateTimeOffset? FirstTriedAt { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public Snowflake? MessageId { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DeliveryFailure? Failure { get; set; }

    /// <summary>Discord's error code that goes with the failure; 0 when there was none.</summary>
    public int FailureCode { get; set; }

    /// <summary>How much later than due it was sent; null while it has not been.</summary>
    public TimeSpan? Late => SentAt - DueAt;

    public static Delivery Plan(Snowflake guild, string kind, long subject, Snowflake channel, DateTimeOffset due, int occurrence = 0) => new()
    {
        GuildId = guild,
        Kind = kind,
        SubjectId = subject,
        Occurrence = occurrence,
        ChannelId = channel,
        DueAt = due,
        NextTryAt = due,
        Nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
    };
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.HasKey(delivery => delivery.Id);
        builder.Property(delivery => delivery.Kind).HasMaxLength(32);
        builder.Property(delivery => delivery.Nonce).HasMaxLength(25);
        builder.Ignore(delivery => delivery.Late);
        builder.HasIndex(delivery => new { delivery.Kind, delivery.SubjectId, delivery.Occurrence }).IsUnique();
        builder.HasIndex(delivery => delivery.Nonce).IsUnique();
        builder.HasIndex(delivery => new { delivery.State, delivery.NextTryAt });
        builder.HasIndex(delivery => new { delivery.GuildId, delivery.Kind });
    }
}
