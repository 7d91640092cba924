using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Nexus.Bot.Data;
using Nexus.Bot.Features.Reminders;
using Nexus.Bot.Routing;
using Nexus.Discord;

namespace Nexus.Bot.Hosting;

// Each rule names the key and what to do about it; none repeats the value of a secret.

internal sealed class DiscordBotOptionsRules : IValidateOptions<DiscordBotOptions>
{
    public const string NoToken =
        "Discord:Token is not set. To connect to Discord, set it: `dotnet user-secrets set Discord:Token <token> --project src/Nexus.Bot`, "
        + "or the environment variable NEXUS_Discord__Token, or a file named by Discord:TokenFile. "
        + "To try Nexus without a token or an account, run the sandbox: `dotnet run --project src/Nexus.Sandbox`.";

    public ValidateOptionsResult Validate(string? name, DiscordBotOptions options)
    {
        List<string> problems = [];
        if (string.IsNullOrWhiteSpace(options.Token))
        {
            problems.Add(NoToken);
        }
        else if (options.Token.Any(char.IsWhiteSpace) || options.Token.Any(char.IsControl))
        {
            problems.Add("Discord:Token has blanks in it. Copy it again from the developer portal (Bot → Reset Token), without the word \"Bot\".");
        }

        if (!Uri.TryCreate(options.ApiBase, UriKind.Absolute, out var api) || api.Scheme is not ("http" or "https"))
        {
            problems.Add($"Discord:ApiBase '{options.ApiBase}' is no http(s) address. Remove the key to use Discord's own.");
        }
        else if (api.Scheme == "http" && !api.IsLoopback)
        {
            problems.Add($"Discord:ApiBase '{options.ApiBase}' would send the token unencrypted. Use https, or http on this machine only.");
        }

        if (!string.IsNullOrWhiteSpace(options.GuildId) && (!Snowflake.TryParse(options.GuildId, out var guild) || guild.Value == 0))
        {
            problems.Add($"Discord:GuildId '{options.GuildId}' is no server id. Switch on Developer Mode in Discord, right-click the server, Copy Server ID; or remove the key to publish commands everywhere.");
        }

        if (options.ShardCount < 1 || options.ShardId < 0 || options.ShardId >= options.ShardCount)
        {
            problems.Add($"Discord:ShardId {options.ShardId} of Discord:ShardCount {options.ShardCount} is no shard. Ids go from 0 to count - 1; remove both keys for a single shard.");
        }

        if (options.Activity is { Length: > 128 })
        {
            problems.Add("Discord:Activity is longer than 128 characters. Shorten it.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}

internal sealed class DatabaseOptionsRules : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (options.IsPostgres)
        {
            return string.IsNullOrWhiteSpace(options.ConnectionString)
                ? ValidateOptionsResult.Fail("Database:ConnectionString is not set, and Database:Provider Postgres needs it: `Host=…;Username=…;Password=…;Database=nexus`, or a file named by Database:ConnectionStringFile.")
                : ValidateOptionsResult.Success;
        }

        if (!string.Equals(options.Provider, DatabaseOptions.Sqlite, StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail($"Database:Provider '{options.Provider}' is not known. Use Sqlite (the default) or Postgres.");
        }

        try
        {
            _ = new SqliteConnectionStringBuilder(options.EffectiveConnectionString);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException)
        {
            return ValidateOptionsResult.Fail("Database:ConnectionString is no SQLite connection string. It looks like `Data Source=data/nexus.db`.");
        }
    }
}

internal sealed class HealthOptionsRules : IValidateOptions<HealthOptions>
{
    public ValidateOptionsResult Validate(string? name, HealthOptions options) =>
        string.IsNullOrWhiteSpace(options.Urls) || HealthAddress.TryParse(options.Urls, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Health:Urls '{options.Urls}' is not one http address such as http://127.0.0.1:8081 (or http://+:8081 for all interfaces). Empty switches the health page off.");
}

internal sealed class TelemetryOptionsRules : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options) =>
        string.IsNullOrWhiteSpace(options.OtlpEndpoint) || (Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https")
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Telemetry:OtlpEndpoint '{options.OtlpEndpoint}' is no http(s) address. Use one such as http://localhost:4317, or remove the key.");
}

internal sealed class LogOptionsRules : IValidateOptions<LogOptions>
{
    public ValidateOptionsResult Validate(string? name, LogOptions options) =>
        options.Format is null or "" || options.Format.Equals("Text", StringComparison.OrdinalIgnoreCase) || options.Format.Equals("Json", StringComparison.OrdinalIgnoreCase)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Logging:Format '{options.Format}' is not known. Use Text or Json.");
}

internal sealed class RoutingOptionsRules : IValidateOptions<RoutingOptions>
{
    public ValidateOptionsResult Validate(string? name, RoutingOptions options)
    {
        List<string> problems = [];
        if (options.MaxConcurrent is < 1 or > 1000)
        {
            problems.Add($"Routing:MaxConcurrent {options.MaxConcurrent} is not between 1 and 1000.");
        }

        if (options.CooldownBurst < 0 || (options.CooldownBurst > 0 && options.CooldownPerSecond <= 0))
        {
            problems.Add("Routing:CooldownBurst and Routing:CooldownPerSecond must be above 0; a burst of 0 switches the cooldown off.");
        }

        if (options.DeferAfter <= TimeSpan.Zero || options.DeferAfter > TimeSpan.FromSeconds(2.5))
        {
            problems.Add("Routing:DeferAfter must be above 0 and at most 00:00:02.5, because Discord gives up at 3 s.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}

internal sealed class ReminderOptionsRules : IValidateOptions<ReminderOptions>
{
    public ValidateOptionsResult Validate(string? name, ReminderOptions options) => options.MostPerPerson is >= 1 and <= 10_000
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Reminders:MostPerPerson {options.MostPerPerson} is not between 1 and 10000.");
}
