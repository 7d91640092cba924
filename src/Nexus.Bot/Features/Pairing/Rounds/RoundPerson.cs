using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>How somebody stands to the next round.</summary>
internal enum RoundPart
{
    /// <summary>Nobody is in a round without having said so.</summary>
    Out,
    In,

    /// <summary>In again after the next one.</summary>
    Skipping,

    /// <summary>Until a time, or until they come back.</summary>
    Paused,

    /// <summary>Paused by itself after rounds without a word from them.</summary>
    Asleep,
}

/// <summary>Somebody who takes part in rounds of pairs, or did.</summary>
internal sealed class RoundPerson : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake PersonId { get; init; }

    /// <summary>When they last came in, or came back.</summary>
    public required DateTimeOffset JoinedAt { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>The next round goes without them; it takes this away.</summary>
    public bool Skips { get; set; }

    public bool IsPaused { get; set; }

    /// <summary>Null for a pause that they end themselves.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    public bool IsAsleep { get; set; }

    /// <summary>The round into which they came late, and were tried to be placed.</summary>
    public int TriedIn { get; set; }

    public RoundPart PartAt(DateTimeOffset now) =>
        LeftAt is not null ? RoundPart.Out
        : IsAsleep ? RoundPart.Asleep
        : IsPaused && !(PausedUntil <= now) ? RoundPart.Paused
        : Skips ? RoundPart.Skipping
        : RoundPart.In;
}

internal sealed class RoundPersonTable : IEntityTypeConfiguration<RoundPerson>
{
    public void Configure(EntityTypeBuilder<RoundPerson> builder)
    {
        builder.ToTable("RoundPeople");
        builder.HasKey(person => person.Id);
        builder.HasIndex(person => new { person.GuildId, person.PersonId }).IsUnique();
    }
}
