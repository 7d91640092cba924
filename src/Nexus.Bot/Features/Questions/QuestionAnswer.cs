using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Questions;

/// <summary>A message that answers a question, or was noticed as a try to; it helped when it is accepted.</summary>
internal sealed class QuestionAnswer : IGuildRow
{
    public const int MostText = 2000;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long QuestionId { get; init; }

    public required Snowflake ChannelId { get; init; }

    public required Snowflake MessageId { get; init; }

    public required Snowflake AuthorId { get; init; }

    /// <summary>With secrets masked; empty when the bot may not read it.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset SaidAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public Snowflake? AcceptedBy { get; set; }
}

internal sealed class QuestionAnswerTable : IEntityTypeConfiguration<QuestionAnswer>
{
    public void Configure(EntityTypeBuilder<QuestionAnswer> builder)
    {
        builder.ToTable("QuestionAnswers");
        builder.HasKey(answer => answer.Id);
        builder.Property(answer => answer.Text).HasMaxLength(QuestionAnswer.MostText);
        builder.HasIndex(answer => new { answer.GuildId, answer.MessageId }).IsUnique();
        builder.HasIndex(answer => new { answer.QuestionId, answer.AcceptedAt });
    }
}
