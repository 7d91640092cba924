using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Reminders;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Hosting;

/// <summary>Everything that can be set, read and checked once at start.</summary>
internal sealed record BotSettings(
    DiscordBotOptions Discord, DatabaseOptions Database, HealthOptions Health, TelemetryOptions Telemetry, LogOptions Log, RoutingOptions Routing,
    ReminderOptions Reminders)
{
    /// <exception cref="BotConfigurationException">Names every wrong key and its fix, all at once.</exception>
    public static BotSettings Read(IConfiguration configuration)
    {
        List<string> problems = [];
        HashSet<string> unread = [];
        var settings = new BotSettings(
            Bind<DiscordBotOptions>(DiscordBotOptions.Section),
            Bind<DatabaseOptions>(DatabaseOptions.Section),
            Bind<HealthOptions>(HealthOptions.Section),
            Bind<TelemetryOptions>(TelemetryOptions.Section),
            Bind<LogOptions>(LogOptions.Section),
            Bind<RoutingOptions>(RoutingOptions.Section),
            Bind<ReminderOptions>(ReminderOptions.Section));
        ReadSecret("Discord:Token", settings.Discord.Token, settings.Discord.TokenFile, secret => settings.Discord.Token = secret);
        ReadSecret("Database:ConnectionString", settings.Database.ConnectionString, settings.Database.ConnectionStringFile, secret => settings.Database.ConnectionString = secret);
        Check(DiscordBotOptions.Section, new DiscordBotOptionsRules(), settings.Discord);
        Check(DatabaseOptions.Section, new DatabaseOptionsRules(), settings.Database);
        Check(HealthOptions.Section, new HealthOptionsRules(), settings.Health);
        Check(TelemetryOptions.Section, new TelemetryOptionsRules(), settings.Telemetry);
        Check(LogOptions.Section, new LogOptionsRules(), settings.Log);
        Check(RoutingOptions.Section, new RoutingOptionsRules(), settings.Routing);
        Check(ReminderOptions.Section, new ReminderOptionsRules(), settings.Reminders);

        return problems.Count == 0 ? settings : throw new BotConfigurationException(problems);

        T Bind<T>(string section) where T : class, new()
        {
            try
            {
                return configuration.GetSection(section).Get<T>() ?? new T();
            }
            catch (InvalidOperationException exception)
            {
                problems.Add($"{exception.Message.TrimEnd('.')}. Correct the value or remove the key to use its default.");
                unread.Add(section);
                return new T();
            }
        }

        void ReadSecret(string key, string? value, string? file, Action<string> use)
        {
            if (!string.IsNullOrWhiteSpace(value) || string.IsNullOrWhiteSpace(file))
            {
                return;
            }

            try
            {
                use(File.ReadAllText(file).Trim());
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{key}File: the file '{file}' cannot be read ({exception.GetType().Name}). Put the secret there, or set {key} instead.");
                unread.Add(key.Split(':')[0]);
            }
        }

        void Check<T>(string section, IValidateOptions<T> rules, T options) where T : class
        {
            if (!unread.Contains(section) && rules.Validate(null, options) is { Failed: true, Failures: { } failures })
            {
                problems.AddRange(failures);
            }
        }
    }
}
