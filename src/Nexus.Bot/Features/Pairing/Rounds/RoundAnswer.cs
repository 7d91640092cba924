using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

internal enum Met
{
    /// <summary>They have only written in the thread.</summary>
    Unsaid,
    Yes,
    NotYet,
    Wont,
}

/// <summary>A sign of life from somebody in one pair of a round. What they answered, nobody else sees; mentors see how many.</summary>
internal sealed class RoundAnswer : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long RoundId { get; init; }

    public required long PairId { get; init; }

    public required Snowflake PersonId { get; init; }

    public Met Met { get; set; }

    /// <summary>The latest answer, or the first message.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>They would like a mentor's help; mentors see who.</summary>
    public DateTimeOffset? HelpAskedAt { get; set; }
}

internal sealed class RoundAnswerTable : IEntityTypeConfiguration<RoundAnswer>
{
    public void Configure(EntityTypeBuilder<RoundAnswer> builder)
    {
        builder.ToTable("RoundAnswers");
        builder.HasKey(answer => answer.Id);
        builder.Property(answer => answer.Met).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(answer => new { answer.PairId, answer.PersonId }).IsUnique();
        builder.HasIndex(answer => new { answer.GuildId, answer.RoundId });
    }
}
