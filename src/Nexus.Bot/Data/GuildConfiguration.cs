using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Discord;

namespace Nexus.Bot.Data;

/// <summary>What an admin chose for one server with <c>/nexus setup</c>. Null means: not chosen yet.</summary>
internal sealed class GuildConfiguration : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    public Snowflake? AnnouncementChannelId { get; set; }

    public Snowflake? QuestionForumId { get; set; }

    public Snowflake? IdeaForumId { get; set; }

    /// <summary>The text channel under which each team has its private thread.</summary>
    public Snowflake? TeamChannelId { get; set; }

    /// <summary>Where actions of mentors and admins are logged.</summary>
    public Snowflake? LogChannelId { get; set; }

    public Snowflake? BackendRoleId { get; set; }

    public Snowflake? FrontendRoleId { get; set; }

    public Snowflake? MentorRoleId { get; set; }

    /// <summary>IANA name, for example <c>Africa/Accra</c>.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Where people are mentioned whose DMs are closed to the bot.</summary>
    public Snowflake? ReminderChannelId { get; set; }

    /// <summary>An announcement waits for a second mentor.</summary>
    public bool AnnouncementsNeedApproval { get; set; }

    /// <summary>Announcements wait from this minute of the server's day, until <see cref="QuietUntil"/>; null for never.</summary>
    public int? QuietFrom { get; set; }

    public int? QuietUntil { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public Snowflake UpdatedBy { get; set; }
}

internal sealed class GuildConfigurationTable : IEntityTypeConfiguration<GuildConfiguration>
{
    public void Configure(EntityTypeBuilder<GuildConfiguration> builder)
    {
        builder.ToTable("GuildConfigurations");
        builder.HasKey(configuration => configuration.GuildId);
        builder.Property(configuration => configuration.GuildId).ValueGeneratedNever();
        builder.Property(configuration => configuration.TimeZone).HasMaxLength(64);
    }
}
