using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Tips;

/// <summary>A server's wish for a tip of the day: where, when and on which days. One a server.</summary>
internal sealed class TipPlan : IGuildRow
{
    public const string DeliveryKind = "tip";

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public Snowflake ChannelId { get; set; }

    /// <summary>Minutes since midnight, in the server's time zone.</summary>
    public int Minute { get; set; }

    public TipDays Days { get; set; } = TipDays.EveryDay;

    public bool IsActive { get; set; }

    /// <summary>Since when it runs; failures before do not count.</summary>
    public DateTimeOffset StartedAt { get; set; }

    public Snowflake StartedBy { get; set; }

    public LocalTime At => LocalTime.FromMinutesSinceMidnight(Minute);
}

[Flags]
internal enum TipDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Weekdays = Monday | Tuesday | Wednesday | Thursday | Friday,
    EveryDay = Weekdays | Saturday | Sunday,
}

/// <summary>Which tip was given on which day: by it none comes twice before all have come.</summary>
internal sealed class TipUse : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    /// <summary>The day in the server's time zone; see <see cref="TipCalendar.OccurrenceOf"/>.</summary>
    public required int Occurrence { get; init; }

    /// <summary>The page, or <c>page#2</c> for the second of its common mistakes.</summary>
    public required string Tip { get; init; }
}

internal sealed class TipPlanTable : IEntityTypeConfiguration<TipPlan>
{
    public void Configure(EntityTypeBuilder<TipPlan> builder)
    {
        builder.ToTable("TipPlans");
        builder.HasKey(plan => plan.Id);
        builder.Ignore(plan => plan.At);
        builder.HasIndex(plan => plan.GuildId).IsUnique();
    }
}

internal sealed class TipUseTable : IEntityTypeConfiguration<TipUse>
{
    public void Configure(EntityTypeBuilder<TipUse> builder)
    {
        builder.ToTable("TipUses");
        builder.HasKey(use => new { use.GuildId, use.Occurrence });
        builder.Property(use => use.Tip).HasMaxLength(60);
    }
}
