using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Profiles;

/// <summary>What somebody said about themselves on one server. Their time zone is the one of <c>/timezone</c>.</summary>
internal sealed class Profile : IGuildRow
{
    public long Id { get; private init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake PersonId { get; init; }

    /// <summary>Null while they leave it to their roles.</summary>
    public Tracks? Track { get; private set; }

    /// <summary>Each as <c>django:3</c>.</summary>
    public IReadOnlyList<string> Skills { get; private set; } = [];

    /// <summary>Slugs of the hub.</summary>
    public IReadOnlyList<string> Interests { get; private set; } = [];

    /// <summary>By their own clock; null while they have not said.</summary>
    public LocalWeek? Hours { get; private set; }

    public IReadOnlyList<string> Languages { get; private set; } = [];

    public string Goal { get; private set; } = "";

    public IReadOnlyList<string> Prefers { get; private set; } = [];

    public IReadOnlyList<string> Avoids { get; private set; } = [];

    public bool IsOutOfPairs { get; private set; }

    public bool IsOutOfTeams { get; private set; }

    /// <summary>Counts changes: Undo under an older answer must not take back a newer change.</summary>
    public int Revision { get; private set; }

    /// <summary>What it was before the last change, as JSON; null when there is nothing to undo.</summary>
    public string? Before { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public ProfileValues Values => new()
    {
        Track = Track,
        Skills = [.. Skills.Select(SkillLevel.OfText)],
        Interests = Interests,
        Hours = Hours,
        Languages = Languages,
        Goal = Goal,
        Prefers = [.. Prefers.Select(text => Snowflake.Parse(text))],
        Avoids = [.. Avoids.Select(text => Snowflake.Parse(text))],
        IsOutOfPairs = IsOutOfPairs,
        IsOutOfTeams = IsOutOfTeams,
    };

    public void Take(ProfileValues values, string? before, DateTimeOffset now)
    {
        (Track, Hours, Goal, IsOutOfPairs, IsOutOfTeams) = (values.Track, values.Hours, values.Goal, values.IsOutOfPairs, values.IsOutOfTeams);
        Skills = [.. values.Skills.Select(skill => skill.ToText())];
        (Interests, Languages) = (values.Interests, values.Languages);
        Prefers = [.. values.Prefers.Select(person => person.ToString())];
        Avoids = [.. values.Avoids.Select(person => person.ToString())];
        (Before, UpdatedAt) = (before, now);
        Revision++;
    }
}

internal sealed class ProfileTable : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> builder)
    {
        builder.ToTable("Profiles");
        builder.HasKey(profile => profile.Id);
        Texts(nameof(Profile.Skills), 600);
        Texts(nameof(Profile.Interests), 1000);
        Texts(nameof(Profile.Languages), 400);
        Texts(nameof(Profile.Prefers), 200);
        Texts(nameof(Profile.Avoids), 300);
        builder.Property(profile => profile.Hours).HasConversion<WeekConverter>().HasMaxLength(WeekHours.TextLength);
        builder.Property(profile => profile.Goal).HasMaxLength(ProfileValues.MostGoal);
        builder.Property(profile => profile.Revision).IsConcurrencyToken();
        builder.Ignore(profile => profile.Values);
        builder.HasIndex(profile => new { profile.GuildId, profile.PersonId }).IsUnique();

        void Texts(string property, int most) =>
            builder.Property<IReadOnlyList<string>>(property).HasConversion<TextListConverter>(TextListConverter.Same).HasMaxLength(most);
    }
}
