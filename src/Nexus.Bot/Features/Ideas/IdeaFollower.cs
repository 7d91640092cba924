using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>Whether somebody hears of an idea, and why.</summary>
internal sealed class IdeaFollower : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long IdeaId { get; init; }

    public required Snowflake PersonId { get; init; }

    public required FollowReason Reason { get; set; }

    public required bool IsOn { get; set; }

    public required DateTimeOffset At { get; set; }

    public Follow Facts => new(IdeaId, PersonId, Reason, IsOn, At);
}

internal sealed class IdeaFollowerTable : IEntityTypeConfiguration<IdeaFollower>
{
    public void Configure(EntityTypeBuilder<IdeaFollower> builder)
    {
        builder.ToTable("IdeaFollowers");
        builder.HasKey(follower => follower.Id);
        builder.Ignore(follower => follower.Facts);
        builder.Property(follower => follower.Reason).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(follower => new { follower.IdeaId, follower.PersonId }).IsUnique();
        builder.HasIndex(follower => follower.GuildId);
    }
}
