using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing;

internal enum PairStatus
{
    Active,

    /// <summary>Its thread is archived.</summary>
    Ended,
}

internal enum PairSource
{
    /// <summary>One invited the other.</summary>
    Found,

    /// <summary>Put together by a round.</summary>
    Round,
}

/// <summary>
/// Two people who build or learn together; of an odd number, three. Their private thread is made from the row by
/// <see cref="Home.PlacePairsJob"/>, which can be interrupted anywhere.
/// </summary>
internal sealed class Pair : IGuildRow
{
    public const int MostName = 100;

    /// <summary>Made here, so that its people and messages can name it in the same save.</summary>
    public long Id { get; init; } = NewId();

    public required Snowflake GuildId { get; init; }

    public required PairSource Source { get; init; }

    public long? RoundId { get; init; }

    /// <summary>What its thread is called; no two pairs that begin at the same time have the same.</summary>
    public required string Name { get; init; }

    public PairStatus Status { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Who ended a found pair.</summary>
    public Snowflake? EndedById { get; set; }

    /// <summary>In a found pair, one of them said that they have met. Those of a round say so to themselves.</summary>
    public DateTimeOffset? MetAt { get; set; }

    public Snowflake? ThreadId { get; init; }

    /// <summary>How many threads it has had: one that was deleted is made anew.</summary>
    public int Threads { get; init; }

    /// <summary>The thread was put away because the pair ended.</summary>
    public bool IsPutAway { get; init; }

    /// <summary>A thread has been asked for since then, and perhaps made.</summary>
    public DateTimeOffset? PlacingSince { get; init; }

    /// <summary>When its place is to be looked after; null while it is as it should be.</summary>
    public DateTimeOffset? PlaceAt { get; set; }

    /// <summary>Somebody looks after its place until then.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>How often in a row its place could not be brought up to date.</summary>
    public int PlaceTries { get; init; }

    /// <summary>Mentors were told that it has no place.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Counts the changes, and settles two at once.</summary>
    public int Revision { get; set; }

    /// <summary>The change that its place shows.</summary>
    public int PlacedRevision { get; init; }

    public static long NewId() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;
}

internal sealed class PairTable : IEntityTypeConfiguration<Pair>
{
    public void Configure(EntityTypeBuilder<Pair> builder)
    {
        builder.ToTable("Pairs");
        builder.HasKey(pair => pair.Id);
        builder.Property(pair => pair.Id).ValueGeneratedNever();
        builder.Property(pair => pair.Source).HasConversion<string>().HasMaxLength(20);
        builder.Property(pair => pair.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(pair => pair.Name).HasMaxLength(Pair.MostName);
        builder.Property(pair => pair.Revision).IsConcurrencyToken();
        builder.HasIndex(pair => new { pair.GuildId, pair.RoundId });
        builder.HasIndex(pair => new { pair.GuildId, pair.ThreadId });
        builder.HasIndex(pair => pair.PlaceAt);
    }
}
