using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Mentoring;

/// <summary>How many teams a mentor looks after at most, as they say. Without a row they are asked for none, and may take any by themselves.</summary>
internal sealed class MentorRoom : IGuildRow
{
    public const int MostTeams = 20;

    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake PersonId { get; init; }

    public required int Most { get; set; }

    /// <summary>Counts the places that were taken, so that two at once cannot both have the last one.</summary>
    public int Revision { get; set; }
}

/// <summary>A team that waits for a mentor, since when. It waits no longer once it has one, whichever way.</summary>
internal sealed class MentorWish : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required long TeamId { get; init; }

    public required Snowflake ById { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class MentorRoomTable : IEntityTypeConfiguration<MentorRoom>
{
    public void Configure(EntityTypeBuilder<MentorRoom> builder)
    {
        builder.ToTable("MentorRooms");
        builder.HasKey(room => room.Id);
        builder.Property(room => room.Revision).IsConcurrencyToken();
        builder.HasIndex(room => new { room.GuildId, room.PersonId }).IsUnique();
    }
}

internal sealed class MentorWishTable : IEntityTypeConfiguration<MentorWish>
{
    public void Configure(EntityTypeBuilder<MentorWish> builder)
    {
        builder.ToTable("MentorWishes");
        builder.HasKey(wish => wish.Id);
        builder.HasIndex(wish => wish.TeamId).IsUnique();
        builder.HasIndex(wish => new { wish.GuildId, wish.At });
    }
}
