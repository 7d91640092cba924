using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Finding;

internal enum PairAnswer
{
    None,
    Yes,
    No,
    TakenBack,
}

/// <summary>Whether two people become a pair: one row for each two, whoever asks, so that two who ask each other at once have agreed.</summary>
internal sealed class PairAsk : IGuildRow
{
    public const int MostOpen = 3;
    public const int MostName = 40;

    public static readonly TimeSpan Holds = TimeSpan.FromDays(3);

    /// <summary>Nobody asks the same person again sooner.</summary>
    public static readonly TimeSpan AgainAfter = TimeSpan.FromDays(14);

    public long Id { get; init; } = Pair.NewId();

    public required Snowflake GuildId { get; init; }

    /// <summary>Of the two, the one with the smaller id.</summary>
    public required Snowflake OneId { get; init; }

    public required Snowflake OtherId { get; init; }

    /// <summary>Who asked last.</summary>
    public Snowflake ById { get; set; }

    /// <summary>What they are called; half the name of the thread.</summary>
    public string ByName { get; set; } = "";

    public DateTimeOffset At { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? OneAskedAt { get; set; }

    public DateTimeOffset? OtherAskedAt { get; set; }

    public PairAnswer Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How often it was put to one of them.</summary>
    public int Times { get; set; }

    /// <summary>What came of a yes.</summary>
    public long? PairId { get; set; }

    /// <summary>Who is asked.</summary>
    public Snowflake AskedId => ById == OneId ? OtherId : OneId;

    public static PairAsk Of(Snowflake guild, Snowflake person, Snowflake with) => person.Value < with.Value
        ? new PairAsk { GuildId = guild, OneId = person, OtherId = with }
        : new PairAsk { GuildId = guild, OneId = with, OtherId = person };

    public bool IsOpen(DateTimeOffset now) => Answer == PairAnswer.None && ExpiresAt > now;

    /// <summary>Also after a no: they may think again while it holds.</summary>
    public bool MayAccept(DateTimeOffset now) => Answer is PairAnswer.None or PairAnswer.No && ExpiresAt > now;

    /// <summary>When somebody may ask the other one again; null when now.</summary>
    public DateTimeOffset? AgainFrom(Snowflake person, DateTimeOffset now) =>
        Answer != PairAnswer.Yes && (person == OneId ? OneAskedAt : OtherAskedAt) + AgainAfter is { } from && from > now ? from : null;

    public void Put(Snowflake by, string name, DateTimeOffset now)
    {
        (ById, ByName, At, ExpiresAt) = (by, name, now, now + Holds);
        (Answer, AnsweredAt, PairId) = (PairAnswer.None, null, null);
        OneAskedAt = by == OneId ? now : OneAskedAt;
        OtherAskedAt = by == OtherId ? now : OtherAskedAt;
        Times++;
    }
}

internal sealed class PairAskTable : IEntityTypeConfiguration<PairAsk>
{
    public void Configure(EntityTypeBuilder<PairAsk> builder)
    {
        builder.ToTable("PairAsks");
        builder.HasKey(ask => ask.Id);
        builder.Property(ask => ask.Id).ValueGeneratedNever();
        builder.Ignore(ask => ask.AskedId);
        builder.Property(ask => ask.ByName).HasMaxLength(PairAsk.MostName);
        builder.Property(ask => ask.Answer).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.Property(ask => ask.Times).IsConcurrencyToken();
        builder.HasIndex(ask => new { ask.GuildId, ask.OneId, ask.OtherId }).IsUnique();
        builder.HasIndex(ask => new { ask.GuildId, ask.OtherId });
    }
}
