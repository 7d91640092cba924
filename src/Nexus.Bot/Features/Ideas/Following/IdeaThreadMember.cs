using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas.Following;

/// <summary>
/// Somebody was put into an idea's thread, or came by writing there. It is done once: Discord tells a bot without the members intent
/// of nobody who leaves, and who left is not brought back.
/// </summary>
internal sealed class IdeaThreadMember : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long IdeaId { get; init; }

    public required Snowflake PersonId { get; init; }
}

internal sealed class IdeaThreadMemberTable : IEntityTypeConfiguration<IdeaThreadMember>
{
    public void Configure(EntityTypeBuilder<IdeaThreadMember> builder)
    {
        builder.ToTable("IdeaThreadMembers");
        builder.HasKey(member => member.Id);
        builder.HasIndex(member => new { member.IdeaId, member.PersonId }).IsUnique();
        builder.HasIndex(member => member.GuildId);
    }
}
