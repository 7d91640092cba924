using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.People;

/// <summary>Somebody who wrote or pressed something on a server: without the members intent the bot knows nobody else.</summary>
internal sealed class SeenMember : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake PersonId { get; init; }

    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>Ids of the roles they had then.</summary>
    public IReadOnlyList<string> Roles { get; set; } = [];

    /// <summary>To the day.</summary>
    public DateTimeOffset SeenAt { get; set; }
}

internal sealed class SeenMemberTable : IEntityTypeConfiguration<SeenMember>
{
    public void Configure(EntityTypeBuilder<SeenMember> builder)
    {
        builder.ToTable("SeenMembers");
        builder.HasKey(seen => seen.Id);
        builder.Property(seen => seen.Roles).HasConversion<TextListConverter>(TextListConverter.Same);
        builder.HasIndex(seen => new { seen.GuildId, seen.PersonId }).IsUnique();
    }
}
