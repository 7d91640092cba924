using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

/// <summary>Somebody who is, or was, on a team.</summary>
internal sealed class TeamMember : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long TeamId { get; init; }

    public required Snowflake PersonId { get; init; }

    /// <summary>See <see cref="TeamTracks"/>.</summary>
    public required string Track { get; set; }

    public required DateTimeOffset Since { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>The person, while they are here by their own choice: one such team each, also for two presses at once.</summary>
    public Snowflake? SoleOf { get; set; }

    /// <summary>They were let into the thread or channel.</summary>
    public bool IsInThread { get; set; }

    /// <summary>They were given the team's role.</summary>
    public bool HasRole { get; set; }

    public bool IsMentor => Track == TeamTracks.Mentor;
}

internal sealed class TeamMemberTable : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers");
        builder.HasKey(member => member.Id);
        builder.Ignore(member => member.IsMentor);
        builder.Property(member => member.Track).HasMaxLength(20);
        builder.HasIndex(member => new { member.TeamId, member.PersonId }).IsUnique();
        builder.HasIndex(member => new { member.GuildId, member.SoleOf }).IsUnique();
        builder.HasIndex(member => new { member.GuildId, member.PersonId });
    }
}
