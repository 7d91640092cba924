using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Reminders;

/// <summary>
/// What somebody wants to be reminded of. When, is in its deliveries: those of kind <see cref="DeliveryKind"/> are its own times, those of
/// kind <see cref="SnoozeKind"/> come again because somebody put one off. Without any it is a draft whose time could not be read.
/// </summary>
internal sealed class Reminder : IGuildRow, IPersonRow
{
    public const string DeliveryKind = "reminder";
    public const string SnoozeKind = "snoozed-reminder";
    public const int MostText = 1000;

    public long Id { get; private init; }

    /// <summary>Whose it is.</summary>
    public required Snowflake UserId { get; init; }

    /// <summary>The server it was asked on; none (0) in a DM.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>Where it was asked, or where a role is reminded; null in a DM.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>It comes as a DM.</summary>
    public required bool ByDm { get; init; }

    public string Text { get; private set; } = "";

    public Recurrence? Repeats { get; set; }

    /// <summary>The message it was made from.</summary>
    public string? Link { get; init; }

    /// <summary>What it is about, if it goes with something of the bot's.</summary>
    public string? SubjectKind { get; init; }

    public long SubjectId { get; init; }

    /// <summary>The role that is reminded, in place of the person.</summary>
    public Snowflake? RoleId { get; init; }

    /// <summary>Others may join it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The interaction that made it: one makes no second.</summary>
    public required Snowflake AskedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Cancelled or stopped. What is on its way then is not sent.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public Snowflake? Guild => GuildId == default ? null : GuildId;

    /// <summary>Puts the words in; false when there are none, or too many.</summary>
    public bool Write(string text)
    {
        text = text.ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > MostText)
        {
            return false;
        }

        Text = text;
        return true;
    }
}

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

/// <summary>The owner has done what one delivery was about.</summary>
internal sealed class ReminderDone : IPersonRow
{
    public long Id { get; private init; }

    public required long DeliveryId { get; init; }

    public required Snowflake UserId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A reminder with its next delivery, and the last one that is over.</summary>
internal sealed record ReminderEntry(Reminder Reminder, Delivery? Next, Delivery? Last)
{
    public bool IsSnoozed => Next?.Kind == Reminder.SnoozeKind;
}

internal sealed class ReminderTable : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.HasKey(reminder => reminder.Id);
        builder.Ignore(reminder => reminder.Guild);
        builder.Property(reminder => reminder.Text).HasMaxLength(Reminder.MostText);
        builder.Property(reminder => reminder.Repeats).HasConversion<RecurrenceConverter>().HasMaxLength(2000);
        builder.Property(reminder => reminder.Link).HasMaxLength(200);
        builder.Property(reminder => reminder.SubjectKind).HasMaxLength(32);
        builder.HasIndex(reminder => reminder.UserId);
        builder.HasIndex(reminder => reminder.AskedBy).IsUnique();
    }
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

internal sealed class ReminderDoneTable : IEntityTypeConfiguration<ReminderDone>
{
    public void Configure(EntityTypeBuilder<ReminderDone> builder)
    {
        builder.ToTable("RemindersDone");
        builder.HasKey(done => done.Id);
        builder.HasIndex(done => new { done.DeliveryId, done.UserId }).IsUnique();
    }
}
