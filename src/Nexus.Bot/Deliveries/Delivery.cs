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

    /// <summary>A later occurrence of the same subject was due as well and went in its place.</summary>
    Superseded,
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

    /// <summary>The person takes no direct messages from the bot.</summary>
    DmClosed,

    /// <summary>The person has left every server that the bot is in.</summary>
    PersonGone,
}

/// <summary>
/// One message that has to arrive once. The row is the memory: it is written before anything is sent, and keeps the id of the
/// message afterwards. What the message says is known to the <see cref="IDeliverySource"/> of its kind.
/// </summary>
internal sealed class Delivery : IGuildRow
{
    public long Id { get; private init; }

    /// <summary>The server it belongs to; none (0) for what belongs to a person on no server, such as a reminder.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>Which <see cref="IDeliverySource"/> it belongs to.</summary>
    public required string Kind { get; init; }

    /// <summary>The id of what it is about, such as an announcement.</summary>
    public required long SubjectId { get; init; }

    /// <summary>Counts the deliveries of one subject, from 0.</summary>
    public int Occurrence { get; init; }

    /// <summary>The channel it goes to, or instead of the DM.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>The person whose DM it goes to, or instead of the channel.</summary>
    public Snowflake? PersonId { get; init; }

    /// <summary>The channel or the person it goes to now. What goes to one place goes in the order in which it is due.</summary>
    public required Snowflake LaneId { get; set; }

    /// <summary>Why it does not go to its first place any more.</summary>
    public DeliveryFailure? FellBack { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>By this Discord knows a repeated message: 22 characters of its 25.</summary>
    public required string Nonce { get; init; }

    public required DateTimeOffset NextTryAt { get; set; }

    /// <summary>How often it did not work out. One that a crash cut off is not counted: that says nothing about the message.</summary>
    public int Tries { get; set; }

    public DateTimeOffset? FirstTriedAt { get; set; }

    /// <summary>From here on an earlier try may have put the message there unheard of; null when none can have.</summary>
    public DateTimeOffset? UnsureSince { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>The channel, or the DM, in which the message is.</summary>
    public Snowflake? PostedIn { get; set; }

    public Snowflake? MessageId { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When the <see cref="IDeliveryFinisher"/> of its kind is to be called (again); null when nothing is left to do.</summary>
    public DateTimeOffset? FinishAt { get; set; }

    public int FinishTries { get; set; }

    /// <summary>Why it was not sent; of one that was sent, why its finisher was given up.</summary>
    public DeliveryFailure? Failure { get; set; }

    /// <summary>Discord's error code that goes with the failure; 0 when there was none.</summary>
    public int FailureCode { get; set; }

    /// <summary>How much later than due it was sent; null while it has not been.</summary>
    public TimeSpan? Late => SentAt - DueAt;

    public bool ByDm => LaneId == PersonId;

    /// <summary>Where it can still go when it cannot go where it goes now.</summary>
    public Snowflake? Fallback => FellBack is not null ? null : ByDm ? ChannelId : PersonId;

    public static Delivery Plan(Snowflake guild, string kind, long subject, DeliveryTarget target, DateTimeOffset due, int occurrence = 0) => new()
    {
        GuildId = guild,
        Kind = kind,
        SubjectId = subject,
        Occurrence = occurrence,
        ChannelId = target.Channel,
        PersonId = target.Person,
        LaneId = target.First,
        DueAt = due,
        NextTryAt = due,
        Nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
    };

    /// <summary>A later one of the same subject, to the same first place.</summary>
    public Delivery PlanLater(Occurrence occurrence)
    {
        var place = new DeliveryTarget(ChannelId, PersonId, DmFirst: FellBack is null ? ByDm : !ByDm);
        var later = Plan(GuildId, Kind, SubjectId, place, occurrence.DueAt, occurrence.Number);
        later.FinishAt = FinishAt is null ? null : later.DueAt;
        return later;
    }
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
        builder.Ignore(delivery => delivery.ByDm);
        builder.Ignore(delivery => delivery.Fallback);
        builder.HasIndex(delivery => new { delivery.Kind, delivery.SubjectId, delivery.Occurrence }).IsUnique();
        builder.HasIndex(delivery => delivery.Nonce).IsUnique();
        builder.HasIndex(delivery => new { delivery.State, delivery.NextTryAt, delivery.LaneId });
        builder.HasIndex(delivery => new { delivery.LaneId, delivery.State, delivery.DueAt });
        builder.HasIndex(delivery => new { delivery.GuildId, delivery.Kind });
        builder.HasIndex(delivery => delivery.FinishAt);
    }
}
