using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Ideas.Rules;
using Nexus.Discord;
using NodaTime;

namespace Nexus.Bot.Features.Ideas.Settings;

/// <summary>How one server treats its ideas; the values of a new row are those of a server that chose nothing.</summary>
internal sealed class IdeaSettings : IGuildRow
{
    public required Snowflake GuildId { get; init; }

    public bool NeedsReview { get; set; }

    public bool AuthorsMayVote { get; set; }

    public int? MostOpenVotes { get; set; }

    public int? MostPlaces { get; set; } = 3;

    public bool AuthorsFormTeams { get; set; }

    /// <summary>Weeks without a touch until an idea is asked about.</summary>
    public int QuietWeeks { get; set; } = 3;

    /// <summary>The cohort's first day as days since 1970; null while nobody said: then nobody is shown who has no idea yet.</summary>
    public int? CohortStartDay { get; set; }

    /// <summary>Where mentors hear of ideas: reviews that wait, teams that can begin, the first week. Null: the log channel.</summary>
    public Snowflake? MentorChannelId { get; set; }

    public LocalDate? CohortStart
    {
        get => CohortStartDay is { } day ? new LocalDate(1970, 1, 1).PlusDays(day) : null;
        set => CohortStartDay = value is { } date ? Period.DaysBetween(new LocalDate(1970, 1, 1), date) : null;
    }

    public IdeaPolicy Policy => new()
    {
        NeedsReview = NeedsReview,
        AuthorsMayVote = AuthorsMayVote,
        MostOpenVotes = MostOpenVotes,
        MostPlaces = MostPlaces,
        AuthorsFormTeams = AuthorsFormTeams,
        Quiet = TimeSpan.FromDays(7 * QuietWeeks),
    };
}

internal sealed class IdeaSettingsTable : IEntityTypeConfiguration<IdeaSettings>
{
    public void Configure(EntityTypeBuilder<IdeaSettings> builder)
    {
        builder.ToTable("IdeaSettings");
        builder.HasKey(settings => settings.GuildId);
        builder.Property(settings => settings.GuildId).ValueGeneratedNever();
        builder.Ignore(settings => settings.CohortStart);
        builder.Ignore(settings => settings.Policy);
    }
}
