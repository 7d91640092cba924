using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Questions.Rules;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>
/// A question of a learner, from the form to the answer that helped. The row is written before Discord is asked, so that a failure
/// loses no words and one form makes one post. Until it has a <see cref="Number"/> only its asker sees it.
/// </summary>
internal sealed class Question : INumbered
{
    public const int MostTitle = 100;

    // Together with what the card says around them these stay below Discord's 4000 characters of a card.
    public const int MostText = 2400;
    public const int MostTried = 700;
    public const int MostTopics = 5;

    /// <summary>Why one ended whose asker undid it: it stands in no list, and nobody finds it by name.</summary>
    public const string TakenBack = "taken back";

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>Counts a server's questions from 1: how people name it. Null until it is posted.</summary>
    public int? Number { get; set; }

    public required Snowflake AskerId { get; init; }

    /// <summary>Peers do not see who asks; mentors may look, and that is logged.</summary>
    public bool IsAnonymous { get; set; }

    /// <summary>The press or command that it began with: one question each.</summary>
    public required Snowflake PressId { get; init; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    public required string Tried { get; set; }

    /// <summary>Slugs of pages of the hub, the surest first; chosen by the asker or guessed.</summary>
    public IReadOnlyList<string> Topics { get; set; } = [];

    /// <summary><c>backend</c> or <c>frontend</c>; null when it is both's or nobody said.</summary>
    public string? Track { get; set; }

    /// <summary>The chat message it was made from, when it was not asked with the form.</summary>
    public Snowflake? OriginMessageId { get; init; }

    public Snowflake? OriginChannelId { get; init; }

    /// <summary>Who made it a question, when that was not its asker.</summary>
    public Snowflake? TrackedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its words were last changed after it was posted.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Somebody is posting it until then.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? PostedAt { get; set; }

    public Snowflake? ThreadId { get; set; }

    /// <summary>Where the card is: the thread, or under a text channel the channel itself.</summary>
    public Snowflake? CardChannelId { get; set; }

    /// <summary>Null when there is no card any more, as when its thread was deleted.</summary>
    public Snowflake? CardMessageId { get; set; }

    /// <summary>An earlier answer or a page solved it before it was posted.</summary>
    public DateTimeOffset? DeflectedAt { get; set; }

    /// <summary>What did: <c>question:12</c> (its id) or <c>page:celery-retries</c>.</summary>
    public string? DeflectedBy { get; set; }

    public QuestionState State { get; set; }

    public Snowflake? HolderId { get; set; }

    public DateTimeOffset? ClaimedAt { get; set; }

    /// <summary>Counts how often it was open.</summary>
    public int Opening { get; set; }

    /// <summary>Since when it is open, the last time that it became so.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>The first answer of all.</summary>
    public DateTimeOffset? FirstAnsweredAt { get; set; }

    /// <summary>The first acceptance since it was last open.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>The last sign of life from anybody.</summary>
    public required DateTimeOffset ActiveAt { get; set; }

    /// <summary>The question that it repeats.</summary>
    public long? DuplicateOfId { get; set; }

    /// <summary>Why it ended, in a few words, when the state alone does not tell: its thread was deleted, its asker left.</summary>
    public string? EndedBecause { get; set; }

    /// <summary>The next step of the ladder, and when it is looked at; no time while it climbs none.</summary>
    public int NextStep { get; set; }

    public DateTimeOffset? ClimbAt { get; set; }

    /// <summary>When somebody looks whether its holder is still on it, or, once they were asked, when their claim lapses; null while nobody holds it.</summary>
    public DateTimeOffset? LapseAt { get; set; }

    /// <summary>Its holder was asked whether they are still on it, and has not shown that they are since.</summary>
    public DateTimeOffset? HolderAskedAt { get; set; }

    /// <summary>When it is asked whether it is solved, or falls silent; null while nobody waits for that.</summary>
    public DateTimeOffset? SilenceAt { get; set; }

    /// <summary>It was asked whether it is solved, and nobody has said anything since.</summary>
    public DateTimeOffset? SilenceAskedAt { get; set; }

    /// <summary>Counts the changes, and settles two at once.</summary>
    public int Revision { get; set; }

    /// <summary>The change that its card shows.</summary>
    public int DrawnRevision { get; set; }

    /// <summary>When the card is to be drawn again; null while it is as it should be.</summary>
    public DateTimeOffset? DrawAt { get; set; }
}

internal sealed class QuestionTable : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> builder)
    {
        builder.ToTable("Questions");
        builder.HasKey(question => question.Id);
        builder.Property(question => question.Title).HasMaxLength(Question.MostTitle);
        builder.Property(question => question.Text).HasMaxLength(Question.MostText);
        builder.Property(question => question.Tried).HasMaxLength(Question.MostTried);
        builder.Property(question => question.Topics).HasConversion<TextListConverter>(TextListConverter.Same).HasMaxLength(500).HasDefaultValueSql("'[]'");
        builder.Property(question => question.Track).HasMaxLength(20);
        builder.Property(question => question.DeflectedBy).HasMaxLength(80);
        builder.Property(question => question.EndedBecause).HasMaxLength(200);
        builder.Property(question => question.Revision).IsConcurrencyToken();
        builder.HasIndex(question => new { question.GuildId, question.PressId }).IsUnique();
        builder.HasIndex(question => new { question.GuildId, question.Number }).IsUnique();
        builder.HasIndex(question => new { question.GuildId, question.OriginMessageId }).IsUnique();
        builder.HasIndex(question => new { question.GuildId, question.ThreadId });
        builder.HasIndex(question => new { question.GuildId, question.State, question.PostedAt });
        builder.HasIndex(question => question.ClimbAt);
        builder.HasIndex(question => question.LapseAt);
        builder.HasIndex(question => question.SilenceAt);
        builder.HasIndex(question => question.DrawAt);
    }
}
