using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Committing;

/// <summary>
/// A formation that became teams: what their places are, and until when all of it can be undone. What was made for one team is kept
/// with that team; here is only what they share.
/// </summary>
internal sealed class Commitment : IGuildRow
{
    /// <summary>How long it can be undone.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromHours(48);

    public required long FormationId { get; init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>The formation's, by which people name it.</summary>
    public required int Number { get; init; }

    public required TeamPlace Place { get; init; }

    public required bool WithRoles { get; init; }

    public required Snowflake ById { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset UndoUntil { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public Snowflake? UndoneById { get; set; }

    /// <summary>The category of its channels; null while there is none, and when it was taken away.</summary>
    public Snowflake? CategoryId { get; set; }

    /// <summary>A category has been asked for since then, and perhaps made.</summary>
    public DateTimeOffset? CategorySince { get; set; }

    /// <summary>The category was made for it; one that was there before is left alone.</summary>
    public bool IsCategoryOurs { get; set; }

    /// <summary>Counts the changes, and settles two at once.</summary>
    public int Revision { get; set; }
}

internal sealed class CommitmentTable : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("TeamCommitments");
        builder.HasKey(commitment => commitment.FormationId);
        builder.Property(commitment => commitment.FormationId).ValueGeneratedNever();
        builder.Property(commitment => commitment.Place).HasConversion<string>().HasMaxLength(20);
        builder.Property(commitment => commitment.Revision).IsConcurrencyToken();
        builder.HasIndex(commitment => new { commitment.GuildId, commitment.Number });
    }
}
