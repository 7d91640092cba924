using Microsoft.EntityFrameworkCore;
using Nexus.Discord;

namespace Nexus.Bot.Data;

/// <summary>
/// One unit of work. Two empty subclasses (<see cref="SqliteNexusDb"/>, <see cref="PostgresNexusDb"/>) exist so that
/// one project can hold a set of migrations for each provider.
/// </summary>
internal abstract class NexusDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whether this unit of work has written anything: people are told when something goes wrong later.</summary>
    public bool HasSaved { get; internal set; }

    /// <summary>What the program remembers about itself, not about a server: published commands, the gateway session.</summary>
    public DbSet<StoredValue> StoredValues => Set<StoredValue>();

    /// <summary>One server's rows. The only way to them, so that no query can forget which server it is for.</summary>
    public IQueryable<T> In<T>(Snowflake guild) where T : class, IGuildRow =>
        Set<T>().Where(row => row.GuildId == guild);

    /// <summary>Every server's rows, for jobs that serve all servers at once. Never for an answer to a person.</summary>
    public IQueryable<T> AcrossGuilds<T>() where T : class, IGuildRow => Set<T>();

    /// <summary>One person's rows, the only way to them: what belongs to a person is no server's.</summary>
    public IQueryable<T> Of<T>(Snowflake person) where T : class, IPersonRow =>
        Set<T>().Where(row => row.UserId == person);

    /// <summary>Everybody's rows, for jobs that serve all people at once. Never for an answer to a person.</summary>
    public IQueryable<T> OfEverybody<T>() where T : class, IPersonRow => Set<T>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        HasSaved |= rows > 0;
        return rows;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Snowflake>().HaveConversion<SnowflakeConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new StoredValueTable());
        modelBuilder.ApplyConfiguration(new GuildConfigurationTable());
        SliceTables.Of(this).ApplyTo(modelBuilder);
    }
}
