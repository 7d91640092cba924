using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

internal enum TeamAct
{
    Created,
    Joined,
    Left,

    /// <summary>Left the server.</summary>
    Gone,
    Renamed,
    Repository,
    Board,
    ApiDocs,

    /// <summary>The last one left, or a mentor ended it.</summary>
    Ended,

    /// <summary>Who ended it came back, or took that back.</summary>
    Resumed,

    /// <summary>A mentor moved them to another team.</summary>
    Moved,

    /// <summary>A mentor took them off it.</summary>
    Removed,

    /// <summary>Somebody who was invited does not come.</summary>
    Declined,
}

/// <summary>Something that was done to a team: what its thread is told, and what undoing it needs.</summary>
internal sealed class TeamStep : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long TeamId { get; init; }

    /// <summary>Counts the steps of one team, from 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required TeamAct Act { get; init; }

    public required Snowflake ById { get; init; }

    /// <summary>Who joined or left; null where the step is about nobody.</summary>
    public Snowflake? PersonId { get; init; }

    /// <summary>The name or link that was there; of who joined by a mentor's move, the team they come from.</summary>
    public string? Before { get; init; }

    /// <summary>The name or link that is there now; of who joined, their track.</summary>
    public string? After { get; init; }
}

internal sealed class TeamStepTable : IEntityTypeConfiguration<TeamStep>
{
    public void Configure(EntityTypeBuilder<TeamStep> builder)
    {
        builder.ToTable("TeamSteps");
        builder.HasKey(step => step.Id);
        builder.Property(step => step.Act).HasConversion<string>().HasMaxLength(20);
        builder.Property(step => step.Before).HasMaxLength(Team.MostLink);
        builder.Property(step => step.After).HasMaxLength(Team.MostLink);
        builder.HasIndex(step => new { step.TeamId, step.Number }).IsUnique();
    }
}
