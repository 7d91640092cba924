using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Times;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>When a server's rounds of pairs come. Without a row, nobody has asked for any.</summary>
internal sealed class RoundSchedule : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    /// <summary>Null while rounds come once, or when a mentor starts them.</summary>
    public Recurrence? Repeats { get; set; }

    /// <summary>When the next one is drawn; null while none is planned.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>None is drawn by the schedule until a mentor says so.</summary>
    public bool IsStopped { get; set; }

    /// <summary>A mentor wants one now.</summary>
    public DateTimeOffset? AskedAt { get; set; }

    public Snowflake? AskedBy { get; set; }

    /// <summary>Where the call stands, and where each round is told of; null while no mentor has chosen a channel.</summary>
    public Snowflake? ChannelId { get; set; }

    /// <summary>How many calls were posted.</summary>
    public int Calls { get; set; }

    /// <summary>The latest round; they count from 1.</summary>
    public int LastNumber { get; set; }

    /// <summary>Mentors were told that too few take part; once, until there is a round again.</summary>
    public bool IsTooFewTold { get; set; }

    /// <summary>Settles two changes at once: nothing is drawn twice.</summary>
    public int Revision { get; set; }

    public bool IsDue(DateTimeOffset now) => AskedAt is not null || (!IsStopped && NextAt <= now);

    /// <summary>When the next one comes by the schedule.</summary>
    public DateTimeOffset? Next => IsStopped ? null : NextAt;
}

internal sealed class RoundScheduleTable : IEntityTypeConfiguration<RoundSchedule>
{
    public void Configure(EntityTypeBuilder<RoundSchedule> builder)
    {
        builder.ToTable("RoundSchedules");
        builder.HasKey(schedule => schedule.GuildId);
        builder.Property(schedule => schedule.GuildId).ValueGeneratedNever();
        builder.Property(schedule => schedule.Repeats).HasConversion<RecurrenceConverter>().HasMaxLength(1000);
        builder.Property(schedule => schedule.Revision).IsConcurrencyToken();
        builder.Ignore(schedule => schedule.Next);
    }
}
