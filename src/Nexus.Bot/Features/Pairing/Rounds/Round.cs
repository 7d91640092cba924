using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Discord;

namespace Nexus.Bot.Features.Pairing.Rounds;

/// <summary>A round of pairs that was drawn. Its pairs are rows of their own, saved together with it.</summary>
internal sealed class Round : IGuildRow
{
    /// <summary>A round without another one to come goes on so long.</summary>
    public static readonly TimeSpan UsualLength = TimeSpan.FromDays(14);

    private static readonly TimeSpan LeastToNudge = TimeSpan.FromDays(4);
    private static readonly TimeSpan BeforeTheEnd = TimeSpan.FromDays(1);

    /// <summary>Made here, so that its pairs can name it in the same save.</summary>
    public required long Id { get; init; }

    public required Snowflake GuildId { get; init; }

    /// <summary>Counts a server's rounds from 1: no two are drawn as the same one.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The mentor who started it; null when it came by the schedule.</summary>
    public Snowflake? ById { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required int Pairs { get; init; }

    /// <summary>How many of the pairs are three people.</summary>
    public required int Trios { get; init; }

    /// <summary>Ids of those whom nobody present could be with: the next round takes them first.</summary>
    public IReadOnlyList<string> LeftOut { get; set; } = [];

    public DateTimeOffset? NudgedAt { get; set; }

    /// <summary>Its people were asked whether they met.</summary>
    public DateTimeOffset? CheckedInAt { get; set; }

    /// <summary>Half of it: who comes later waits for the next one.</summary>
    public DateTimeOffset HalfAt => At + ((EndsAt - At) / 2);

    /// <summary>When the pairs that have said nothing are reminded; null for a round that is too short for it.</summary>
    public DateTimeOffset? NudgeAt(QuietHours? quiet) => EndsAt - At < LeastToNudge ? null : quiet?.Wait(HalfAt) ?? HalfAt;

    /// <summary>When its people are asked whether they met.</summary>
    public DateTimeOffset CheckInAt(QuietHours? quiet)
    {
        var length = EndsAt - At;
        var at = EndsAt - (length > 3 * BeforeTheEnd ? BeforeTheEnd : length / 4);
        return quiet?.Wait(at) ?? at;
    }
}

internal sealed class RoundTable : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("Rounds");
        builder.HasKey(round => round.Id);
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.Property(round => round.LeftOut).HasConversion<TextListConverter>(TextListConverter.Same);
        builder.Ignore(round => round.HalfAt);
        builder.HasIndex(round => new { round.GuildId, round.Number }).IsUnique();
        builder.HasIndex(round => round.CheckedInAt);
    }
}
