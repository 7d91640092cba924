using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.People;

/// <summary>What one person chose for themselves, the same on every server.</summary>
internal sealed class PersonSettings : IPersonRow
{
    public required Snowflake UserId { get; init; }

    /// <summary>IANA name; null when not chosen yet.</summary>
    public string? TimeZone { get; set; }

    /// <summary>When they were asked whether the server's clock is theirs; nobody is asked twice.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class PersonSettingsTable : IEntityTypeConfiguration<PersonSettings>
{
    public void Configure(EntityTypeBuilder<PersonSettings> builder)
    {
        builder.ToTable("PersonSettings");
        builder.HasKey(person => person.UserId);
        builder.Property(person => person.UserId).ValueGeneratedNever();
        builder.Property(person => person.TimeZone).HasMaxLength(64);
    }
}
