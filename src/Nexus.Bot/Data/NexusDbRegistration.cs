using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Nexus.Bot.Data;

/// <summary>Wires the configured provider.</summary>
internal static class NexusDbRegistration
{
    public static IServiceCollection AddNexusDb(this IServiceCollection services, DatabaseOptions options, IReadOnlyList<SliceTable> tables)
    {
        if (options.IsPostgres)
        {
            services.AddPooledDbContextFactory<PostgresNexusDb>(builder => UsePostgres(builder, options.EffectiveConnectionString, tables));
            services.AddSingleton<INexusDbFactory, NexusDbFactory<PostgresNexusDb>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteNexusDb>(builder => UseSqlite(builder, options.EffectiveConnectionString, tables));
            services.AddSingleton<INexusDbFactory, NexusDbFactory<SqliteNexusDb>>();
        }

        services.AddScoped<UnitOfWork>();
        services.AddScoped(static scope =>
        {
            var db = scope.GetRequiredService<INexusDbFactory>().Create();
            scope.GetRequiredService<UnitOfWork>().Db = db;
            return db;
        });
        services.AddSingleton<GuildConfigurations>();
        return services;
    }

    public static void UseSqlite(DbContextOptionsBuilder builder, string connectionString, IReadOnlyList<SliceTable> tables) =>
        UseTables(builder.UseSqlite(SqliteFile.Complete(connectionString)).AddInterceptors(SqliteTuning.Instance), tables);

    public static void UsePostgres(DbContextOptionsBuilder builder, string connectionString, IReadOnlyList<SliceTable> tables) =>
        UseTables(builder.UseNpgsql(connectionString), tables);

    private static void UseTables(DbContextOptionsBuilder builder, IReadOnlyList<SliceTable> tables)
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new SliceTables(tables));
        builder.ReplaceService<IModelCacheKeyFactory, SliceModelCache>();

        // The router reports failures once, with a reference; EF would log each a second time, with the command's text.
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SaveChangesFailed, RelationalEventId.CommandError));
    }
}
