namespace Nexus.Sandbox;

/// <summary>What a bot needs to know to connect to the sandbox.</summary>
internal sealed record BotConnection(Uri ApiBase, string Token, ulong ApplicationId, ulong GuildId, TimeProvider Clock, string DatabasePath)
{
    /// <summary>The bot's settings, by its configuration keys.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Discord:Token"] = Token,
        ["Discord:ApiBase"] = ApiBase.ToString(),
        ["Discord:GuildId"] = Emulator.Snowflakes.Text(GuildId),
        ["Database:ConnectionString"] = $"Data Source={DatabasePath}",
        ["Health:Urls"] = "http://127.0.0.1:0",
    };
}
