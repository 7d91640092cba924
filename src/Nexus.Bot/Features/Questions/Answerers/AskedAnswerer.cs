using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions.Answerers;

/// <summary>Somebody whom a step of the ladder asked to take a question, and why. Nobody is asked twice while it is open once.</summary>
internal sealed class AskedAnswerer : IGuildRow
{
    /// <summary>In place of a step: they were not asked, they had it and gave it back, so it is not offered to them.</summary>
    public const int GaveItBack = -1;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long QuestionId { get; init; }

    public required int Opening { get; init; }

    /// <summary>The number of the step, or <see cref="GaveItBack"/>.</summary>
    public required int Step { get; init; }

    /// <summary>Whom they were asked in place of, who had said no: the row's id; null when the step itself chose them.</summary>
    public long? InsteadOfId { get; init; }

    public required Snowflake PersonId { get; init; }

    /// <summary>A <see cref="Rules.Reason"/>, as JSON.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset AskedAt { get; set; }

    /// <summary>They said that they cannot take it, or gave it back.</summary>
    public DateTimeOffset? DeclinedAt { get; set; }
}

internal sealed class AskedAnswererTable : IEntityTypeConfiguration<AskedAnswerer>
{
    public void Configure(EntityTypeBuilder<AskedAnswerer> builder)
    {
        builder.ToTable("AskedAnswerers");
        builder.HasKey(asked => asked.Id);
        builder.Property(asked => asked.Reason).HasMaxLength(2000);
        builder.HasIndex(asked => new { asked.QuestionId, asked.Opening, asked.PersonId }).IsUnique();
        builder.HasIndex(asked => asked.InsteadOfId).IsUnique();
        builder.HasIndex(asked => new { asked.GuildId, asked.PersonId, asked.AskedAt });
    }
}
