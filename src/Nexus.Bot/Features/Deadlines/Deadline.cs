using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>Something that a track, a role or everyone has to have done by a moment.</summary>
internal sealed class Deadline : IGuildRow
{
    public const int MostName = 80;
    public const int MostDetails = 1000;
    public const int MostLink = 400;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required string Name { get; set; }

    /// <summary>In the mentor's words; markdown.</summary>
    public string? Details { get; set; }

    /// <summary>An address as <see cref="Uri.AbsoluteUri"/> gives it.</summary>
    public string? Link { get; set; }

    /// <summary>Whose holders it is for; everyone when null.</summary>
    public Snowflake? RoleId { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Since when it is due then. What would have come before is not sent any more.</summary>
    public DateTimeOffset SetAt { get; set; }

    /// <summary>Counts up whenever it moves, is removed or brought back: reminders of an older one are void.</summary>
    public int Revision { get; set; }

    public required Snowflake AuthorId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Where it was added, and where its card is.</summary>
    public required Snowflake ChannelId { get; init; }

    public Snowflake? CardId { get; set; }

    /// <summary>From then on the card is to be brought up to date; null when it is.</summary>
    public DateTimeOffset? CardStaleAt { get; set; }

    /// <summary>How many rungs of the ladder have their reminders planned, of this revision.</summary>
    public int Planned { get; set; }

    /// <summary>When there is something to plan next; null when there is not.</summary>
    public DateTimeOffset? PlanAt { get; set; }

    /// <summary>When those who were reminded of something else are told; null when nothing has changed.</summary>
    public DateTimeOffset? NewsAt { get; set; }

    public bool IsRemoved => RemovedAt is not null;

    /// <summary>Nothing can be done for it any more.</summary>
    public bool IsOver(DateTimeOffset now) => IsRemoved || DueAt <= now;

    public bool IsFor(IReadOnlyList<Snowflake> roles) => RoleId is not { } role || roles.Contains(role);
}

internal sealed class DeadlineTable : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("Deadlines");
        builder.HasKey(deadline => deadline.Id);
        builder.Property(deadline => deadline.Name).HasMaxLength(Deadline.MostName);
        builder.Property(deadline => deadline.Details).HasMaxLength(Deadline.MostDetails);
        builder.Property(deadline => deadline.Link).HasMaxLength(Deadline.MostLink);
        builder.Ignore(deadline => deadline.IsRemoved);
        builder.HasIndex(deadline => new { deadline.GuildId, deadline.DueAt });
        builder.HasIndex(deadline => deadline.PlanAt);
        builder.HasIndex(deadline => deadline.CardStaleAt);
    }
}
