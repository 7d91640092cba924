using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.ServerLog;
using Nexus.Bot.Times;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Teams.CheckIns;

/// <summary>Whether and when a server's teams are asked how they do. By itself none is.</summary>
internal sealed class CheckInSettings : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    /// <summary>1 for Monday to 7 for Sunday; null: teams are not asked.</summary>
    public int? Day { get; set; }

    /// <summary>By the server's clock.</summary>
    public int Hour { get; set; } = 15;

    /// <summary>When teams are asked in a week; null when they are not.</summary>
    /// <param name="week">Its Monday as days since 1970.</param>
    public DateTimeOffset? AskedAt(int week, DateTimeZone zone) =>
        Day is { } day ? Zones.Moment(new LocalDate(1970, 1, 1).PlusDays(week + day - 1) + new LocalTime(Hour, 0), zone).ToDateTimeOffset().ToUniversalTime() : null;
}

internal sealed class CheckInSettingsTable : IEntityTypeConfiguration<CheckInSettings>
{
    public void Configure(EntityTypeBuilder<CheckInSettings> builder)
    {
        builder.ToTable("TeamCheckInSettings");
        builder.HasKey(settings => settings.GuildId);
        builder.Property(settings => settings.GuildId).ValueGeneratedNever();
    }
}

internal sealed class CheckInSettingsStore(INexusDbFactory databases, LogBook log, DeliveryQueue queue, TimeProvider clock)
    : SettingsStore<CheckInSettings>(databases, log, queue, clock, guild => new CheckInSettings { GuildId = guild }, "when teams are asked how they do");
