using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

internal enum TeamAskKind
{
    /// <summary>The team asks the person.</summary>
    Invitation,

    /// <summary>The person asks the team.</summary>
    Request,

    /// <summary>Would have liked a place in the idea: the first to invite when somebody leaves.</summary>
    Waiting,
}

internal enum TeamAskAnswer
{
    None,
    Yes,
    No,
    TakenBack,
}

/// <summary>Whether somebody comes to a team: one row for each two, so nobody is asked over and over.</summary>
internal sealed class TeamAsk : IGuildRow
{
    public static readonly TimeSpan Holds = TimeSpan.FromDays(3);

    /// <summary>An invitation that was let pass is sent once more, not thrice.</summary>
    public const int MostTimes = 2;

    public long Id { get; init; } = Team.NewId();

    public required Snowflake GuildId { get; init; }

    public required long TeamId { get; init; }

    public required Snowflake PersonId { get; init; }

    public required TeamAskKind Kind { get; set; }

    /// <summary>As what they would come. See <see cref="TeamTracks"/>.</summary>
    public required string Track { get; set; }

    public required Snowflake ById { get; set; }

    /// <summary>A mentor's invitation holds also for somebody who is on another team.</summary>
    public bool IsByMentor { get; set; }

    public required DateTimeOffset At { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public TeamAskAnswer Answer { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How often it was put to them.</summary>
    public int Times { get; set; }

    public static TeamAsk New(Team team, Snowflake person, string track) =>
        new() { GuildId = team.GuildId, TeamId = team.Id, PersonId = person, Kind = TeamAskKind.Invitation, Track = track, ById = person, At = default, ExpiresAt = default };

    /// <summary>Each putting is a message of its own, so the count never begins anew.</summary>
    public void Put(TeamAskKind kind, Snowflake by, string track, DateTimeOffset now)
    {
        (Kind, ById, Track, At, ExpiresAt) = (kind, by, track, now, now + Holds);
        (Answer, AnsweredAt, IsByMentor) = (TeamAskAnswer.None, null, false);
        Times++;
    }

    public bool IsOpen(DateTimeOffset now) => Answer == TeamAskAnswer.None && Kind != TeamAskKind.Waiting && ExpiresAt > now;
}

internal sealed class TeamAskTable : IEntityTypeConfiguration<TeamAsk>
{
    public void Configure(EntityTypeBuilder<TeamAsk> builder)
    {
        builder.ToTable("TeamAsks");
        builder.HasKey(ask => ask.Id);
        builder.Property(ask => ask.Id).ValueGeneratedNever();
        builder.Property(ask => ask.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(ask => ask.Track).HasMaxLength(20);
        builder.Property(ask => ask.Answer).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
        builder.HasIndex(ask => new { ask.TeamId, ask.PersonId }).IsUnique();
        builder.HasIndex(ask => new { ask.GuildId, ask.PersonId });
    }
}
