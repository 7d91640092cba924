using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Nexus.Bot.Data;
using Nexus.Bot.Matching;
using Nexus.Discord;

namespace Nexus.Bot.Features.Teams.Forming;

internal enum FormationState
{
    /// <summary>Its rules are being set; there is no plan yet.</summary>
    Draft,

    /// <summary>It has a plan that can be changed and committed.</summary>
    Ready,
    Committed,

    /// <summary>Committed, and taken back.</summary>
    Undone,
    Dropped,
}

/// <summary>Teams that a mentor plans: the rules, and who would be with whom. Nobody else hears of it before it is committed.</summary>
internal sealed class Formation : IGuildRow
{
    public long Id { get; init; } = Team.NewId();

    public required Snowflake GuildId { get; init; }

    /// <summary>Counts a server's formations from 1.</summary>
    public required int Number { get; init; }

    public required Snowflake ById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public FormationState State { get; set; }

    /// <summary>Only who has it; null for everybody.</summary>
    public Snowflake? RoleId { get; set; }

    /// <summary>Also who is on a team now.</summary>
    public bool IncludesPlaced { get; set; }

    public int LeastSize { get; set; } = 3;

    public int MostSize { get; set; } = 5;

    public int LeastBackend { get; set; } = 1;

    public int MostBackend { get; set; } = Quota.NoLimit;

    public int LeastFrontend { get; set; } = 1;

    public int MostFrontend { get; set; } = Quota.NoLimit;

    /// <summary>That all of a team share in a week.</summary>
    public double MinimumHours { get; set; } = 3;

    /// <summary>What counts, the most important first: names of <see cref="Criterion"/>.</summary>
    public IReadOnlyList<string> Order { get; set; } = [.. Enum.GetNames<Criterion>()];

    /// <summary>The same seed, rules and people give the same plan.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Who is not to be in it, by a mentor's choice.</summary>
    public IReadOnlyList<string> Without { get; set; } = [];

    /// <summary>See <see cref="FormationSeats"/>.</summary>
    public string Seats { get; set; } = "";

    /// <summary>The seats before the last change by hand; null when there is nothing to take back.</summary>
    public string? Before { get; set; }

    /// <summary>Who stays where they are when the rest is built anew.</summary>
    public IReadOnlyList<string> Locked { get; set; } = [];

    /// <summary>What would make all rules hold, as was found with the plan. See <see cref="FormationRemedy"/>.</summary>
    public IReadOnlyList<string> Remedies { get; set; } = [];

    /// <summary>When the plan was made: hours are compared by the week that followed.</summary>
    public DateTimeOffset? SolvedAt { get; set; }

    /// <summary>Counts the changes, and settles two at once.</summary>
    public int Revision { get; set; }

    public bool IsOpen => State is FormationState.Draft or FormationState.Ready;

    public MatchRules Rules => new(
        new TeamSize(LeastSize, (LeastSize + MostSize + 1) / 2, MostSize), new Quota(LeastBackend, MostBackend, LeastFrontend, MostFrontend), MinimumHours, CoolDown: 0);

    public Weights Weights => Weights.Ordered([.. Order.Select(Enum.Parse<Criterion>)]);
}

internal sealed class FormationTable : IEntityTypeConfiguration<Formation>
{
    public void Configure(EntityTypeBuilder<Formation> builder)
    {
        builder.ToTable("TeamFormations");
        builder.HasKey(formation => formation.Id);
        builder.Property(formation => formation.Id).ValueGeneratedNever();
        builder.Property(formation => formation.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(formation => formation.Revision).IsConcurrencyToken();
        builder.Ignore(formation => formation.IsOpen).Ignore(formation => formation.Rules).Ignore(formation => formation.Weights);
        builder.HasIndex(formation => new { formation.GuildId, formation.Number }).IsUnique();
    }
}
