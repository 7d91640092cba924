using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Ideas;

/// <summary>
/// An idea for a project, from the form to what was shipped. The row is written before Discord is asked, so that a failure loses no
/// words and one form makes one post. Until it has a <see cref="Number"/> only its author sees it.
/// </summary>
internal sealed class Idea : INumbered
{
    public const int MostTitle = 100;

    // Together with what the card says around them these stay below Discord's 4000 characters of a card.
    public const int MostProblem = 1000;
    public const int MostForWhom = 300;
    public const int MostSolution = 1200;
    public const int MostTags = 5;
    public const int MostTeam = 100;
    public const int MostRepository = 300;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>Counts a server's ideas from 1: how people name it. Null until it is posted or waits for a mentor's review.</summary>
    public int? Number { get; set; }

    public required Snowflake AuthorId { get; init; }

    /// <summary>The press or command that it began with: one idea each.</summary>
    public required Snowflake PressId { get; init; }

    public required string Title { get; set; }

    public required string Problem { get; set; }

    public required string ForWhom { get; set; }

    public required string Solution { get; set; }

    /// <summary>Slugs of pages of the hub.</summary>
    public IReadOnlyList<string> Tags { get; set; } = [];

    public IdeaStatus Status { get; set; } = IdeaStatus.Proposed;

    /// <summary>It was on the board at least once.</summary>
    public bool WasPublished { get; set; }

    /// <summary>The idea as which it goes on; that one may go on as another.</summary>
    public long? MergedIntoId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its words were last changed after it was posted.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>The last vote, comment, interest, edit, move or "Keep".</summary>
    public required DateTimeOffset TouchedAt { get; set; }

    /// <summary>Somebody is posting it until then.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? PostedAt { get; set; }

    public Snowflake? ThreadId { get; set; }

    /// <summary>Where the card is: the thread, or under a text channel the channel itself.</summary>
    public Snowflake? CardChannelId { get; set; }

    /// <summary>Null while there is no card, as when its thread was deleted: it can be posted anew.</summary>
    public Snowflake? CardMessageId { get; set; }

    /// <summary>The team that builds it, by name; the teams keep the rest.</summary>
    public string? Team { get; set; }

    /// <summary>Where its team has the code.</summary>
    public string? Repository { get; set; }

    /// <summary>Somebody else than its author wrote in its thread.</summary>
    public bool HasAnswer { get; set; }

    /// <summary>A mentor wrote in its thread, or moved it.</summary>
    public DateTimeOffset? MentorAnsweredAt { get; set; }

    /// <summary>When author and mentors were last told that everybody it needs is there.</summary>
    public DateTimeOffset? CanBeginToldAt { get; set; }

    /// <summary>When its silence is looked at next; null while nobody waits for that.</summary>
    public DateTimeOffset? LookAt { get; set; }

    public DateTimeOffset? AskedAt { get; set; }

    public DateTimeOffset? WarnedAt { get; set; }

    /// <summary>Votes as they were last counted, for lists: the rows are the truth, see <see cref="IdeaCards"/>.</summary>
    public int Votes { get; set; }

    public int NotYet { get; set; }

    /// <summary>See <see cref="Heat.Level"/>; null while nothing has happened.</summary>
    public double? HeatLevel { get; set; }

    /// <summary>Counts the changes, and settles two at once. Votes are none.</summary>
    public int Revision { get; set; }

    /// <summary>The change that its card shows.</summary>
    public int DrawnRevision { get; set; }

    /// <summary>When the card is to be drawn again; null while it is as it should be.</summary>
    public DateTimeOffset? DrawAt { get; set; }

    public IdeaFacts Facts => new(Id, AuthorId) { Status = Status, WasPublished = WasPublished };
}

internal sealed class IdeaTable : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> builder)
    {
        builder.ToTable("Ideas");
        builder.HasKey(idea => idea.Id);
        builder.Ignore(idea => idea.Facts);
        builder.Property(idea => idea.Title).HasMaxLength(Idea.MostTitle);
        builder.Property(idea => idea.Problem).HasMaxLength(Idea.MostProblem);
        builder.Property(idea => idea.ForWhom).HasMaxLength(Idea.MostForWhom);
        builder.Property(idea => idea.Solution).HasMaxLength(Idea.MostSolution);
        builder.Property(idea => idea.Tags).HasConversion<TextListConverter>(TextListConverter.Same).HasMaxLength(500).HasDefaultValueSql("'[]'");
        builder.Property(idea => idea.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(idea => idea.Team).HasMaxLength(Idea.MostTeam);
        builder.Property(idea => idea.Repository).HasMaxLength(Idea.MostRepository);
        builder.Property(idea => idea.Revision).IsConcurrencyToken();
        builder.HasIndex(idea => new { idea.GuildId, idea.PressId }).IsUnique();
        builder.HasIndex(idea => new { idea.GuildId, idea.Number }).IsUnique();
        builder.HasIndex(idea => new { idea.GuildId, idea.ThreadId });
        builder.HasIndex(idea => new { idea.GuildId, idea.Status });
        builder.HasIndex(idea => idea.LookAt);
        builder.HasIndex(idea => idea.DrawAt);
    }
}
