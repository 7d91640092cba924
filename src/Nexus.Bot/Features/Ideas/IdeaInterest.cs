using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>How many of a role an idea needs.</summary>
internal sealed class IdeaNeed : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long IdeaId { get; init; }

    public required IdeaRole Role { get; init; }

    public required int Minimum { get; set; }

    public required int Slots { get; set; }
}

/// <summary>Somebody wants to build it, with a place or on the waiting list. Of two who take one place at once the database lets one.</summary>
internal sealed class IdeaInterest : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long IdeaId { get; init; }

    public required Snowflake PersonId { get; init; }

    public required IdeaRole Role { get; set; }

    /// <summary>From 1; null on the waiting list.</summary>
    public int? Seat { get; set; }

    public required DateTimeOffset Since { get; set; }

    /// <summary>The merged idea they came with.</summary>
    public long? CameFrom { get; set; }
}

internal sealed class IdeaNeedTable : IEntityTypeConfiguration<IdeaNeed>
{
    public void Configure(EntityTypeBuilder<IdeaNeed> builder)
    {
        builder.ToTable("IdeaNeeds");
        builder.HasKey(need => need.Id);
        builder.Property(need => need.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(need => new { need.IdeaId, need.Role }).IsUnique();
        builder.HasIndex(need => need.GuildId);
    }
}

internal sealed class IdeaInterestTable : IEntityTypeConfiguration<IdeaInterest>
{
    public void Configure(EntityTypeBuilder<IdeaInterest> builder)
    {
        builder.ToTable("IdeaInterests");
        builder.HasKey(interest => interest.Id);
        builder.Property(interest => interest.Role).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(interest => new { interest.IdeaId, interest.PersonId }).IsUnique();

        // Any number of people may wait: both databases hold that no two NULLs are the same.
        builder.HasIndex(interest => new { interest.IdeaId, interest.Role, interest.Seat }).IsUnique();
        builder.HasIndex(interest => new { interest.GuildId, interest.PersonId });
    }
}
