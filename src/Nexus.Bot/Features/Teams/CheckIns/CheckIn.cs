using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary>How a team does, by its own word.</summary>
internal enum Standing
{
    OnTrack,
    Stuck,
    NeedsMentor,
}

/// <summary>What a team said of one week; the last word of any of its people holds.</summary>
internal sealed class CheckIn : IGuildRow
{
    public const int MostNote = 300;

    public long Id { get; init; } = Team.NewId();

    public required Snowflake GuildId { get; init; }

    public required long TeamId { get; init; }

    /// <summary>Its Monday, by the server's clock, as days since 1970.</summary>
    public required int Week { get; init; }

    public required Standing Standing { get; set; }

    public string? Note { get; set; }

    public required Snowflake ById { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Mentors were told that one is needed: once a week.</summary>
    public DateTimeOffset? ToldAt { get; set; }

    public static int WeekOf(DateTimeOffset at, DateTimeZone zone)
    {
        var day = Instant.FromDateTimeOffset(at).InZone(zone).Date;
        return Period.DaysBetween(new LocalDate(1970, 1, 1), day.PlusDays(1 - (int)day.DayOfWeek));
    }
}

internal sealed class CheckInTable : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("TeamCheckIns");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Standing).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Note).HasMaxLength(CheckIn.MostNote);
        builder.HasIndex(row => new { row.TeamId, row.Week }).IsUnique();
        builder.HasIndex(row => new { row.GuildId, row.Week });
    }
}
