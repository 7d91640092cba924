using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Deadlines;

/// <summary>How one person stands to one deadline. No row: nothing was pressed.</summary>
internal sealed class DeadlineMark : IGuildRow, IPersonRow
{
    public required long DeadlineId { get; init; }

    public required Snowflake UserId { get; init; }

    public required Snowflake GuildId { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public DateTimeOffset? MutedAt { get; set; }
}

/// <summary>Somebody wants no reminders of any deadline of this server.</summary>
internal sealed class DeadlineSilence : IGuildRow, IPersonRow
{
    public required Snowflake GuildId { get; init; }

    public required Snowflake UserId { get; init; }

    public DateTimeOffset Since { get; init; }
}

internal sealed class DeadlineMarkTable : IEntityTypeConfiguration<DeadlineMark>
{
    public void Configure(EntityTypeBuilder<DeadlineMark> builder)
    {
        builder.ToTable("DeadlineMarks");
        builder.HasKey(mark => new { mark.DeadlineId, mark.UserId });
        builder.HasIndex(mark => new { mark.GuildId, mark.UserId });
    }
}

internal sealed class DeadlineSilenceTable : IEntityTypeConfiguration<DeadlineSilence>
{
    public void Configure(EntityTypeBuilder<DeadlineSilence> builder)
    {
        builder.ToTable("DeadlineSilences");
        builder.HasKey(silence => new { silence.GuildId, silence.UserId });
    }
}
