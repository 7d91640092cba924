using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.FirstWeek;

/// <summary>What a learner was written to about having no idea yet, and whether they want that.</summary>
internal sealed class IdeaNudge : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake PersonId { get; init; }

    public int Count { get; set; }

    public DateTimeOffset? LastAt { get; set; }

    /// <summary>Who had them written to last.</summary>
    public Snowflake? By { get; set; }

    /// <summary>They said that they want no such messages.</summary>
    public bool WantsNone { get; set; }
}

internal sealed class IdeaNudgeTable : IEntityTypeConfiguration<IdeaNudge>
{
    public void Configure(EntityTypeBuilder<IdeaNudge> builder)
    {
        builder.ToTable("IdeaNudges");
        builder.HasKey(nudge => nudge.Id);
        builder.HasIndex(nudge => new { nudge.GuildId, nudge.PersonId }).IsUnique();
    }
}
