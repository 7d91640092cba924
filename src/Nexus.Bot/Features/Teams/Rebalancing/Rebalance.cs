using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Rebalancing;

internal enum RebalanceState
{
    Proposed,
    Applied,
    Undone,
}

/// <summary>The fewest moves with which the rules of teams hold again, as a mentor was shown them: exactly these are made.</summary>
internal sealed class Rebalance : IGuildRow
{
    public long Id { get; init; } = Team.NewId();

    public required Snowflake GuildId { get; init; }

    public required Snowflake ById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public RebalanceState State { get; set; }

    /// <summary>Also who has no team.</summary>
    public bool TakesFree { get; set; }

    /// <summary>Who stays where they are, by a mentor's choice.</summary>
    public IReadOnlyList<string> Staying { get; set; } = [];

    /// <summary>See <see cref="SeatMoves"/>.</summary>
    public string Moves { get; set; } = "";

    /// <summary>The teams it was made for and their revisions, <c>team:revision</c>: once one is another, it holds no more.</summary>
    public IReadOnlyList<string> Seen { get; set; } = [];

    /// <summary>Counts the changes, and settles two at once.</summary>
    public int Revision { get; set; }
}

internal sealed class RebalanceTable : IEntityTypeConfiguration<Rebalance>
{
    public void Configure(EntityTypeBuilder<Rebalance> builder)
    {
        builder.ToTable("TeamRebalances");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.HasIndex(row => row.GuildId);
    }
}
