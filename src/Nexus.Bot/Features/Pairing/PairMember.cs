using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing;

/// <summary>Somebody who is, or was, in a pair.</summary>
internal sealed class PairMember : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long PairId { get; init; }

    public required Snowflake PersonId { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>When they left the server, or the pair; null in a pair that has ended with them in it.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>The person, while they are in a pair they have found: one such pair each, also for two presses at once.</summary>
    public Snowflake? SoleOf { get; set; }

    /// <summary>They were let into the thread.</summary>
    public bool IsInThread { get; set; }
}

internal sealed class PairMemberTable : IEntityTypeConfiguration<PairMember>
{
    public void Configure(EntityTypeBuilder<PairMember> builder)
    {
        builder.ToTable("PairMembers");
        builder.HasKey(member => member.Id);
        builder.HasIndex(member => new { member.PairId, member.PersonId }).IsUnique();
        builder.HasIndex(member => new { member.GuildId, member.SoleOf }).IsUnique();
        builder.HasIndex(member => new { member.GuildId, member.PersonId });
    }
}
