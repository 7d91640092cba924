using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>What somebody who answers said about themselves with <c>/helper set</c>. Their time zone is the one of <c>/timezone</c>.</summary>
internal sealed class AnswererProfile : IGuildRow
{
    public const int MostTopics = 15;
    public const int MostCapacity = 10;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake PersonId { get; init; }

    /// <summary>As their roles were when the bot last saw them.</summary>
    public AnswererRank Rank { get; set; }

    public IReadOnlyList<string> Topics { get; set; } = [];

    public IReadOnlyList<string> Tracks { get; set; } = [];

    /// <summary>So many questions at a time.</summary>
    public int Capacity { get; set; } = 2;

    /// <summary>Minute of their day.</summary>
    public int From { get; set; }

    /// <summary>Minute of their day, of the next one when not after <see cref="From"/>.</summary>
    public int Until { get; set; }

    /// <summary>Bit 0 is Monday.</summary>
    public int Days { get; set; }

    public bool IsOnDuty { get; set; } = true;

    public DateTimeOffset? AwayUntil { get; set; }

    /// <summary>They were found to have left the server.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class AnswererProfileTable : IEntityTypeConfiguration<AnswererProfile>
{
    public void Configure(EntityTypeBuilder<AnswererProfile> builder)
    {
        builder.ToTable("AnswererProfiles");
        builder.HasKey(profile => profile.Id);
        builder.Property(profile => profile.Topics).HasConversion<TextListConverter>(TextListConverter.Same).HasMaxLength(1000);
        builder.Property(profile => profile.Tracks).HasConversion<TextListConverter>(TextListConverter.Same).HasMaxLength(100);
        builder.HasIndex(profile => new { profile.GuildId, profile.PersonId }).IsUnique();
    }
}
