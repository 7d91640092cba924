using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nexus.Bot.Data;
using Nexus.Bot.Hosting;
using Nexus.Bot.Jobs;
using Nexus.Bot.Routing;
using Nexus.Discord;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;
using OpenTelemetry.Metrics;

namespace Nexus.Bot;

/// <summary>Builds the whole bot. Nothing in it is static, so several may run in one process.</summary>
public static class NexusBot
{
    /// <param name="args">Settings as <c>--Section:Key=value</c>.</param>
    /// <param name="configure">Runs before settings are read: a source added here wins over all others.</param>
    /// <param name="clock">The bot's time; the system's when null.</param>
    /// <exception cref="BotConfigurationException">A setting is missing or wrong; names them all.</exception>
    public static IHost Build(string[] args, Action<HostApplicationBuilder>? configure = null, TimeProvider? clock = null)
    {
        var builder = CreateBuilder(args);
        configure?.Invoke(builder);
        var settings = BotSettings.Read(builder.Configuration);
        builder.AddBotLogging(settings);
        AddSettings(builder.Services, settings);
        AddDiscord(builder.Services, settings.Discord);
        AddFeatures(builder.Services, settings, clock ?? TimeProvider.System);
        AddHost(builder.Services, settings);
        return builder.Build();
    }

    /// <summary>Settings, later ones winning: appsettings.json, user secrets (in development), environment, command line.</summary>
    internal static HostApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ApplicationName = typeof(NexusBot).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("NEXUS_ENVIRONMENT")
                ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
                ?? Environments.Production,
        });
        foreach (var folder in new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }.Distinct())
        {
            builder.Configuration.AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true);
            builder.Configuration.AddJsonFile(Path.Combine(folder, $"appsettings.{builder.Environment.EnvironmentName}.json"), optional: true);
        }

        builder.Configuration.AddUserSecrets(typeof(NexusBot).Assembly, optional: true);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddEnvironmentVariables("NEXUS_");
        builder.Configuration.AddCommandLine(args);
        return builder;
    }

    private static void AddSettings(IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings.Discord);
        services.AddSingleton(settings.Database);
        services.AddSingleton(settings.Health);
        services.AddSingleton(settings.Routing);
        services.AddSingleton(settings.Reminders);
    }

    private static void AddDiscord(IServiceCollection services, DiscordBotOptions options)
    {
        services.AddSingleton(new DiscordOptions
        {
            Token = options.Token,
            ApiBase = new Uri(options.ApiBase),
            Intents = GatewayIntents.Recommended
                | (options.MembersIntent ? GatewayIntents.GuildMembers : GatewayIntents.None)
                | (options.MessageContentIntent ? GatewayIntents.MessageContent : GatewayIntents.None),
            ShardId = options.ShardId,
            ShardCount = options.ShardCount,
            Compress = options.Compress,
            Activity = string.IsNullOrWhiteSpace(options.Activity) ? null : options.Activity,
        });
        services.AddSingleton<DiscordRest>(provider => new DiscordRest(
            provider.GetRequiredService<DiscordOptions>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<DiscordRest>>()));
        services.AddSingleton<IDiscordRest>(provider => provider.GetRequiredService<DiscordRest>());
        services.AddSingleton(provider => new GatewayClient(
            provider.GetRequiredService<DiscordOptions>(),
            provider.GetRequiredService<IDiscordRest>(),
            provider.GetRequiredService<ILogger<GatewayClient>>(),
            TimeProvider.System)); // not the bot's clock: a jump of the sandbox's would leave no time to acknowledge a heartbeat
    }

    private static void AddFeatures(IServiceCollection services, BotSettings settings, TimeProvider clock)
    {
        var slice = new SliceBuilder(services);
        Slices.Declare(slice);
        services.AddSingleton(clock);
        services.AddSingleton(slice.Build());
        services.AddNexusDb(settings.Database, slice.Tables);
        services.AddSingleton<DatabaseStartup>();
        services.AddSingleton<BotStatus>();
        services.AddSingleton<RecentErrors>();
        services.AddSingleton<InteractionMetrics>();
        services.AddSingleton<Cooldowns>();
        services.AddSingleton<InteractionRouter>();
        services.AddSingleton<CommandPublisher>();
        services.AddJobs(slice.Jobs);
    }

    private static void AddHost(IServiceCollection services, BotSettings settings)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        services.AddMetrics();
        services.AddSingleton<SessionMemory>();
        services.AddSingleton<EventPump>();
        services.AddSingleton<ExitStatus>();
        services.AddHealthChecks()
            .AddCheck<GatewayHealthCheck>("gateway")
            .AddCheck<DatabaseHealthCheck>("database")
            .AddCheck<SchedulerHealthCheck>("scheduler");
        services.AddSingleton<HealthPage>();
        services.AddHostedService(provider => provider.GetRequiredService<HealthPage>());
        services.AddHostedService<BotHost>();
        if (!string.IsNullOrWhiteSpace(settings.Telemetry.OtlpEndpoint))
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics
                .AddMeter(InteractionMetrics.MeterName, "Nexus.Discord")
                .AddOtlpExporter(exporter => exporter.Endpoint = new Uri(settings.Telemetry.OtlpEndpoint)));
        }
    }
}
