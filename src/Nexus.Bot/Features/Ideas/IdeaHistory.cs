using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>A step of an idea from one status to another, with its reason: what followers are told of.</summary>
internal sealed class IdeaMove : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long IdeaId { get; init; }

    /// <summary>Counts the moves of one idea from 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>None (0) for the clock.</summary>
    public required Snowflake By { get; init; }

    public required IdeaStatus From { get; init; }

    public required IdeaStatus To { get; init; }

    public required string Reason { get; init; }

    /// <summary>The idea that it was merged into, or that it came back from.</summary>
    public long? OtherId { get; init; }
}

/// <summary>What an idea said until somebody changed it.</summary>
internal sealed class IdeaWording : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long IdeaId { get; init; }

    /// <summary>Until when it stood so.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Who changed it.</summary>
    public required Snowflake By { get; init; }

    public required string Title { get; init; }

    public required string Problem { get; init; }

    public required string ForWhom { get; init; }

    public required string Solution { get; init; }
}

internal sealed class IdeaMoveTable : IEntityTypeConfiguration<IdeaMove>
{
    public void Configure(EntityTypeBuilder<IdeaMove> builder)
    {
        builder.ToTable("IdeaMoves");
        builder.HasKey(move => move.Id);
        builder.Property(move => move.From).HasConversion<string>().HasMaxLength(20);
        builder.Property(move => move.To).HasConversion<string>().HasMaxLength(20);
        builder.Property(move => move.Reason).HasMaxLength(MoveRules.MostReason);
        builder.HasIndex(move => new { move.IdeaId, move.Number }).IsUnique();
        builder.HasIndex(move => move.GuildId);
    }
}

internal sealed class IdeaWordingTable : IEntityTypeConfiguration<IdeaWording>
{
    public void Configure(EntityTypeBuilder<IdeaWording> builder)
    {
        builder.ToTable("IdeaWordings");
        builder.HasKey(wording => wording.Id);
        builder.Property(wording => wording.Title).HasMaxLength(Idea.MostTitle);
        builder.Property(wording => wording.Problem).HasMaxLength(Idea.MostProblem);
        builder.Property(wording => wording.ForWhom).HasMaxLength(Idea.MostForWhom);
        builder.Property(wording => wording.Solution).HasMaxLength(Idea.MostSolution);
        builder.HasIndex(wording => new { wording.GuildId, wording.IdeaId });
    }
}
