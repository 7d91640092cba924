using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>Somebody else who wants a public reminder too.</summary>
internal sealed class ReminderFollower : IGuildRow, IPersonRow
{
    /// <summary>All of them are mentioned in one message, and Discord pings at most 100.</summary>
    public const int Most = 80;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long ReminderId { get; init; }

    public required Snowflake UserId { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ReminderFollowerTable : IEntityTypeConfiguration<ReminderFollower>
{
    public void Configure(EntityTypeBuilder<ReminderFollower> builder)
    {
        builder.ToTable("ReminderFollowers");
        builder.HasKey(follower => follower.Id);
        builder.HasIndex(follower => new { follower.ReminderId, follower.UserId }).IsUnique();
    }
}
