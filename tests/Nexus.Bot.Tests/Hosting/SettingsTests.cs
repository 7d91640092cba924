using Microsoft.Extensions.Configuration;
using Nexus.Bot.Data;
using Nexus.Bot.Hosting;

namespace Nexus.Bot.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Discord:Token", "", "Discord:Token is not set")]
    [InlineData("Discord:Token", "Bot abc.def", "Discord:Token has blanks in it")]
    [InlineData("Discord:ApiBase", "discord.com", "Discord:ApiBase 'discord.com' is no http(s) address")]
    [InlineData("Discord:ApiBase", "http://example.org/api", "would send the token unencrypted")]
    [InlineData("Discord:GuildId", "my server", "Discord:GuildId 'my server' is no server id")]
    [InlineData("Discord:ShardId", "1", "is no shard")]
    [InlineData("Discord:ShardId", "one", "Failed to convert configuration value 'one' at 'Discord:ShardId'")]
    [InlineData("Discord:TokenFile", "/no/such/file", null)]
    [InlineData("Database:Provider", "mysql", "Database:Provider 'mysql' is not known")]
    [InlineData("Database:Provider", "Postgres", "Database:ConnectionString is not set, and Database:Provider Postgres needs it")]
    [InlineData("Database:ConnectionString", "Nonsense=1", "Database:ConnectionString is no SQLite connection string")]
    [InlineData("Database:ConnectionStringFile", "/no/such/file", "Database:ConnectionStringFile: the file '/no/such/file' cannot be read")]
    [InlineData("Health:Urls", "127.0.0.1:80", "Health:Urls '127.0.0.1:80' is not one http address")]
    [InlineData("Health:Urls", "", null)]
    [InlineData("Telemetry:OtlpEndpoint", "collector", "Telemetry:OtlpEndpoint 'collector' is no http(s) address")]
    [InlineData("Logging:Format", "xml", "Logging:Format 'xml' is not known")]
    [InlineData("Routing:MaxConcurrent", "0", "Routing:MaxConcurrent 0 is not between 1 and 1000")]
    [InlineData("Routing:CooldownPerSecond", "0", "must be above 0")]
    [InlineData("Routing:CooldownBurst", "0", null)]
    [InlineData("Routing:DeferAfter", "00:00:05", "Routing:DeferAfter must be above 0")]
    public void A_wrong_setting_is_named_with_its_key(string key, string value, string? problem)
    {
        var settings = new Dictionary<string, string?> { ["Discord:Token"] = "a.b.c", [key] = value };
        if (problem is null)
        {
            Read(settings);
            return;
        }

        var refused = Assert.Throws<BotConfigurationException>(() => Read(settings));
        Assert.Contains(problem, Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var refused = Assert.Throws<BotConfigurationException>(() => Read(new() { ["Discord:GuildId"] = "x", ["Database:Provider"] = "y", ["Routing:MaxConcurrent"] = "z" }));

        Assert.Equal(4, refused.Problems.Count);
        Assert.All(["Discord:Token", "Discord:GuildId", "Database:Provider", "Routing:MaxConcurrent"], key => Assert.Contains(key, refused.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_token_both_ways_on_are_named()
    {
        var refused = Assert.Throws<BotConfigurationException>(() => Read([]));

        Assert.Contains("NEXUS_Discord__Token", refused.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project src/Nexus.Sandbox", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_may_come_from_a_file_and_its_last_line_break_does_not_count()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "from.the.file\n");
            Assert.Equal("from.the.file", Read(new() { ["Discord:TokenFile"] = file }).Discord.Token);
            Assert.Equal("set.by.hand", Read(new() { ["Discord:TokenFile"] = file, ["Discord:Token"] = "set.by.hand" }).Discord.Token);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void No_problem_repeats_a_secret()
    {
        var refused = Assert.Throws<BotConfigurationException>(() => Read(new()
        {
            ["Discord:Token"] = "very secret token",
            ["Database:ConnectionString"] = "Password=hunter2;Nonsense=1",
        }));

        Assert.Equal(2, refused.Problems.Count);
        Assert.DoesNotContain("very secret", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_never_reach_the_console_whatever_a_line_is_made_of()
    {
        var settings = Read(new() { ["Discord:Token"] = "abc.def.ghi", ["Logging:Level"] = "Verbose", ["Database:Provider"] = DatabaseOptions.Postgres, ["Database:ConnectionString"] = "Host=db;Password=hunter2222" });
        foreach (var isDevelopment in new[] { true, false })
        {
            using var console = new StringWriter();
            using (var logger = BotLogging.CreateLogger(settings, isDevelopment, console))
            {
                logger.Error(new InvalidOperationException("refused Host=db;Password=hunter2222"), "With {Token} in {@Options}", "abc.def.ghi", settings.Discord);
            }

            Assert.Contains("[secret]", console.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("abc.def.ghi", console.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("hunter2222", console.ToString(), StringComparison.Ordinal);
        }
    }

    private static BotSettings Read(Dictionary<string, string?> settings) =>
        BotSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
