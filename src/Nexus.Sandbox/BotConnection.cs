namespace Nexus.Sandbox;

/// <summary>What a bot needs to know to connect to the sandbox.</summary>
internal sealed record BotConnection(Uri ApiBase, string Token, ulong ApplicationId, TimeProvider Clock, string DatabasePath)
{
    /// <summary>The bot's settings, by its configuration keys. Commands are published everywhere, so that they are there in direct messages, too.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Discord:Token"] = Token,
        ["Discord:ApiBase"] = ApiBase.ToString(),
        ["Database:ConnectionString"] = $"Data Source={DatabasePath}",
        ["Health:Urls"] = "http://127.0.0.1:0",
    };
}
