using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Answerers;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Settings;

/// <summary>How one server treats its questions; the values of a new row are those of a server that chose nothing.</summary>
internal sealed class QuestionSettings : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    /// <summary>Whoever fits best is pinged at once; else they are only named.</summary>
    public bool PingsAtOnce { get; set; } = true;

    /// <summary>Minutes of working time without a claim until those who know the topic are asked.</summary>
    public int SpecialistsAfter { get; set; } = 60;

    public int MentorsAfter { get; set; } = 3 * 60;

    public int LeadAfter { get; set; } = 8 * 60;

    /// <summary>Who is asked last; null for nobody: then the log channel is told.</summary>
    public Snowflake? LeadRoleId { get; set; }

    /// <summary>Minute of the server's day.</summary>
    public int WorkFrom { get; set; } = 8 * 60;

    public int WorkUntil { get; set; } = 20 * 60;

    /// <summary>Bit 0 is Monday.</summary>
    public int WorkDays { get; set; } = DutyTime.Weekdays;

    /// <summary>Hours without an answer until a claim lapses.</summary>
    public int ClaimLapsesAfter { get; set; } = 24;

    /// <summary>Days without a word until the asker is asked whether an answered question is solved.</summary>
    public int QuietDays { get; set; } = 5;

    /// <summary>First replies of others are noticed by themselves. That somebody wrote is told without the message-content intent; what they wrote is not.</summary>
    public bool NoticesReplies { get; set; }

    /// <summary>Where the mentors' board of open questions stands.</summary>
    public Snowflake? BoardChannelId { get; set; }

    public Snowflake? BoardMessageId { get; set; }

    /// <summary>Mentors are sent what is unanswered once a week.</summary>
    public bool SendsDigest { get; set; } = true;
}

internal sealed class QuestionSettingsTable : IEntityTypeConfiguration<QuestionSettings>
{
    public void Configure(EntityTypeBuilder<QuestionSettings> builder)
    {
        builder.ToTable("QuestionSettings");
        builder.HasKey(settings => settings.GuildId);
        builder.Property(settings => settings.GuildId).ValueGeneratedNever();
    }
}
