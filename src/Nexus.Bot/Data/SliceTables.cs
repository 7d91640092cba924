using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Nexus.Bot.Data;

/// <param name="Name">Tells one table from another.</param>
internal sealed record SliceTable(string Name, Action<ModelBuilder> AddTo);

/// <summary>
/// Carries the slices' tables into the model as an option of the context, so that Data knows no feature
/// and pooled contexts need no constructor arguments.
/// </summary>
internal sealed class SliceTables(IReadOnlyList<SliceTable> tables) : IDbContextOptionsExtension
{
    /// <summary>Which tables there are: contexts with the same ones share a model.</summary>
    public string Signature { get; } = string.Join(' ', tables.Select(table => table.Name));

    public DbContextOptionsExtensionInfo Info => new SliceTablesInfo(this);

    public static SliceTables Of(DbContext db) =>
        db.GetService<IDbContextOptions>().FindExtension<SliceTables>()
        ?? throw new InvalidOperationException("The context was built without SliceTables; build it with NexusDbOptions.");

    public void ApplyTo(ModelBuilder model)
    {
        foreach (var table in tables)
        {
            table.AddTo(model);
        }
    }

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class SliceTablesInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is SliceTablesInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}
