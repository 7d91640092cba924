using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>The owner has done what one delivery was about.</summary>
internal sealed class ReminderDone : IPersonRow
{
    public long Id { get; private init; }

    public required long DeliveryId { get; init; }

    public required Snowflake UserId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ReminderDoneTable : IEntityTypeConfiguration<ReminderDone>
{
    public void Configure(EntityTypeBuilder<ReminderDone> builder)
    {
        builder.ToTable("RemindersDone");
        builder.HasKey(done => done.Id);
        builder.HasIndex(done => new { done.DeliveryId, done.UserId }).IsUnique();
    }
}
