using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>What somebody says of an idea. It stays with that idea when it is merged: see <see cref="Tally"/>.</summary>
internal sealed class IdeaVote : IGuildRow
{
    public const int MostWhy = 200;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long IdeaId { get; init; }

    public required Snowflake PersonId { get; init; }

    public required Stance Stance { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>What is missing for them to be for it, in one line for its author and for mentors; only with <see cref="Stance.NotYet"/>.</summary>
    public string? Why { get; set; }

    public Vote Facts => new(IdeaId, PersonId, Stance, At);
}

internal sealed class IdeaVoteTable : IEntityTypeConfiguration<IdeaVote>
{
    public void Configure(EntityTypeBuilder<IdeaVote> builder)
    {
        builder.ToTable("IdeaVotes");
        builder.HasKey(vote => vote.Id);
        builder.Ignore(vote => vote.Facts);
        builder.Property(vote => vote.Stance).HasConversion<string>().HasMaxLength(10);
        builder.Property(vote => vote.Why).HasMaxLength(IdeaVote.MostWhy);
        builder.HasIndex(vote => new { vote.IdeaId, vote.PersonId }).IsUnique();
        builder.HasIndex(vote => new { vote.GuildId, vote.PersonId });
    }
}
