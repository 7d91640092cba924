using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>
/// One reminder of a deadline for one person, planned or sent; the delivery of the same id knows which. By its key nobody is
/// reminded twice for the same rung of the same time.
/// </summary>
internal sealed class DeadlineReminder : IGuildRow, IPersonRow
{
    public const string DeliveryKind = "deadline";

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long DeadlineId { get; init; }

    /// <summary>Nobody (0) when it goes to a channel, because Discord does not tell who holds the role.</summary>
    public required Snowflake UserId { get; init; }

    public required Rung Rung { get; init; }

    public required int Revision { get; init; }

    /// <summary>When the deadline was due as it was planned.</summary>
    public required DateTimeOffset About { get; init; }

    /// <summary>Of news: what the person was told before.</summary>
    public DateTimeOffset? ToldBefore { get; init; }

    public bool IsForAll => UserId == default;
}

internal sealed class DeadlineReminderTable : IEntityTypeConfiguration<DeadlineReminder>
{
    public void Configure(EntityTypeBuilder<DeadlineReminder> builder)
    {
        builder.ToTable("DeadlineReminders");
        builder.HasKey(reminder => reminder.Id);
        builder.Ignore(reminder => reminder.IsForAll);
        builder.HasIndex(reminder => new { reminder.DeadlineId, reminder.UserId, reminder.Rung, reminder.Revision }).IsUnique();
    }
}
