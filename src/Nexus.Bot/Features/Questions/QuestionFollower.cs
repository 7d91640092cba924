using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>Somebody who has the same question, and hears when it is solved. Its asker is none.</summary>
internal sealed class QuestionFollower : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long QuestionId { get; init; }

    public required Snowflake PersonId { get; init; }

    public required DateTimeOffset Since { get; init; }
}

internal sealed class QuestionFollowerTable : IEntityTypeConfiguration<QuestionFollower>
{
    public void Configure(EntityTypeBuilder<QuestionFollower> builder)
    {
        builder.ToTable("QuestionFollowers");
        builder.HasKey(follower => follower.Id);
        builder.HasIndex(follower => new { follower.QuestionId, follower.PersonId }).IsUnique();
        builder.HasIndex(follower => new { follower.GuildId, follower.PersonId });
    }
}
