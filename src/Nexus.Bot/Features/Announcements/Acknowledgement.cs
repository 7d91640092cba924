using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Announcements;

/// <summary>Somebody pressed "Got it" under one post.</summary>
internal sealed class Acknowledgement : IGuildRow, IPersonRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long DeliveryId { get; init; }

    public required Snowflake UserId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Somebody who had not pressed it was asked to, once.</summary>
internal sealed class AcknowledgementNudge : IGuildRow, IPersonRow
{
    public const string DeliveryKind = "nudge";

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>The post that is to be acknowledged.</summary>
    public required long DeliveryId { get; init; }

    public required Snowflake UserId { get; init; }

    public required Snowflake AskedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class AcknowledgementTable : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.ToTable("Acknowledgements");
        builder.HasKey(acknowledgement => acknowledgement.Id);
        builder.HasIndex(acknowledgement => new { acknowledgement.DeliveryId, acknowledgement.UserId }).IsUnique();
    }
}

internal sealed class AcknowledgementNudgeTable : IEntityTypeConfiguration<AcknowledgementNudge>
{
    public void Configure(EntityTypeBuilder<AcknowledgementNudge> builder)
    {
        builder.ToTable("AcknowledgementNudges");
        builder.HasKey(nudge => nudge.Id);
        builder.HasIndex(nudge => new { nudge.DeliveryId, nudge.UserId }).IsUnique();
    }
}
