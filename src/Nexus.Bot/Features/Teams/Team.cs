using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams;

internal enum TeamStatus
{
    Active,

    /// <summary>Nobody is on it any more; its place is archived.</summary>
    Ended,
}

internal enum TeamSource
{
    /// <summary>Made by its first member.</summary>
    People,

    /// <summary>An idea's people.</summary>
    Idea,

    /// <summary>Put together by a mentor, with others.</summary>
    Formed,
}

/// <summary>What the place of a team is.</summary>
internal enum TeamPlace
{
    /// <summary>A private thread under the channel for teams.</summary>
    Thread,

    /// <summary>A text channel of its own, which only its people and mentors see.</summary>
    Channel,
}

/// <summary>
/// People who build something together, and what is theirs. Its place in Discord is made from the row by
/// <see cref="Home.PlaceTeamsJob"/>, which can be interrupted anywhere.
/// </summary>
internal sealed class Team : IGuildRow
{
    public const int MostName = 100;
    public const int MostLink = 300;
    public const int MostWhy = 1200;

    /// <summary>No channel for teams is chosen; Discord's own codes are above it.</summary>
    public const int NoChannel = -1;

    /// <summary>Made here, so that its people and messages can name it in the same save.</summary>
    public long Id { get; init; } = NewId();

    public required Snowflake GuildId { get; init; }

    /// <summary>Counts a server's teams from 1: how people name it.</summary>
    public required int Number { get; set; }

    public required string Name { get; set; }

    public required TeamSource Source { get; init; }

    public required Snowflake CreatedBy { get; init; }

    /// <summary>The command that made it: one team each. Null when an idea did.</summary>
    public Snowflake? PressId { get; init; }

    public long? IdeaId { get; init; }

    public int? IdeaNumber { get; init; }

    /// <summary>Where the idea is talked about.</summary>
    public string? IdeaUrl { get; init; }

    /// <summary>The formation that it is of.</summary>
    public long? FormationId { get; init; }

    /// <summary>Why these people are together, as it was when they were put there; null once others are.</summary>
    public string? Why { get; set; }

    public string? Repository { get; set; }

    public string? Board { get; set; }

    public string? ApiDocs { get; set; }

    public TeamStatus Status { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How many <see cref="TeamStep"/>s it has.</summary>
    public int Steps { get; set; }

    public TeamPlace Place { get; init; }

    /// <summary>Its private thread, or its channel.</summary>
    public Snowflake? ThreadId { get; init; }

    /// <summary>What the thread is called, or was to be called when it was asked for; a team renames faster than Discord allows.</summary>
    public string? ThreadName { get; init; }

    /// <summary>The thread was put away because the team ended.</summary>
    public bool IsPutAway { get; init; }

    /// <summary>How many threads it has had: one that was deleted is made anew.</summary>
    public int Threads { get; init; }

    /// <summary>A thread has been asked for since then, and perhaps made.</summary>
    public DateTimeOffset? PlacingSince { get; init; }

    /// <summary>Discord's code when it refused to make the place, or <see cref="NoChannel"/>; null while nothing speaks against it.</summary>
    public int? PlaceRefusal { get; init; }

    /// <summary>Its people hold a role of their own.</summary>
    public bool WantsRole { get; init; }

    public Snowflake? RoleId { get; init; }

    /// <summary>What the role is called, or was to be called when it was asked for.</summary>
    public string? RoleName { get; init; }

    /// <summary>A role has been asked for since then, and perhaps made.</summary>
    public DateTimeOffset? RoleSince { get; init; }

    /// <summary>Discord's code when it refused to make the role or to give it.</summary>
    public int? RoleRefusal { get; init; }

    /// <summary>The formation was undone: what was made for the team is taken away, not kept.</summary>
    public bool IsUndone { get; set; }

    /// <summary>When its place is to be looked after; null while it is as it should be.</summary>
    public DateTimeOffset? PlaceAt { get; set; }

    /// <summary>Somebody looks after its place until then.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>How often in a row its place could not be brought up to date.</summary>
    public int PlaceTries { get; init; }

    /// <summary>Mentors were told that it has no place.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Counts the changes, and settles two at once.</summary>
    public int Revision { get; set; }

    /// <summary>The change that its place shows.</summary>
    public int PlacedRevision { get; init; }

    public static long NewId() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;
}

internal sealed class TeamTable : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("Teams");
        builder.HasKey(team => team.Id);
        builder.Property(team => team.Id).ValueGeneratedNever();
        builder.Property(team => team.Name).HasMaxLength(Team.MostName);
        builder.Property(team => team.ThreadName).HasMaxLength(Team.MostName);
        builder.Property(team => team.Source).HasConversion<string>().HasMaxLength(20);
        builder.Property(team => team.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(team => team.Place).HasConversion<string>().HasMaxLength(20).HasDefaultValue(TeamPlace.Thread);
        builder.Property(team => team.RoleName).HasMaxLength(Team.MostName);
        builder.Property(team => team.Why).HasMaxLength(Team.MostWhy);
        builder.Property(team => team.IdeaUrl).HasMaxLength(200);
        builder.Property(team => team.Repository).HasMaxLength(Team.MostLink);
        builder.Property(team => team.Board).HasMaxLength(Team.MostLink);
        builder.Property(team => team.ApiDocs).HasMaxLength(Team.MostLink);
        builder.Property(team => team.Revision).IsConcurrencyToken();
        builder.HasIndex(team => new { team.GuildId, team.Number }).IsUnique();
        builder.HasIndex(team => new { team.GuildId, team.PressId }).IsUnique();
        builder.HasIndex(team => new { team.GuildId, team.ThreadId });
        builder.HasIndex(team => new { team.GuildId, team.IdeaId });
        builder.HasIndex(team => new { team.GuildId, team.FormationId });
        builder.HasIndex(team => team.PlaceAt);
    }
}
