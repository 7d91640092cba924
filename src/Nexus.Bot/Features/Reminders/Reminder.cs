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
