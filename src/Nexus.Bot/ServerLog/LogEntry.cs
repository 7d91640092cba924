using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.ServerLog;

/// <summary>What somebody did that mentors have to be able to look up: who, what, to what, and why.</summary>
internal sealed class LogEntry : IGuildRow
{
    public const string DeliveryKind = "log";
    public const int MostWords = 500;

    /// <summary>Made here, so that the delivery can name it in the same save.</summary>
    public required long Id { get; init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>None (0) for what the bot did by itself.</summary>
    public required Snowflake ActorId { get; init; }

    /// <summary>Markdown after the actor's name, such as <c>revealed who asked **#12**</c>; user text in it is escaped.</summary>
    public required string Words { get; init; }

    /// <summary>Where what it is about stands.</summary>
    public string? Link { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class LogEntryTable : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("LogEntries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Words).HasMaxLength(LogEntry.MostWords);
        builder.Property(entry => entry.Link).HasMaxLength(200);
        builder.HasIndex(entry => new { entry.GuildId, entry.At });
    }
}
