namespace Nexus.Discord.Model;

/// <summary>The bot's application. See <see href="https://discord.com/developers/docs/resources/application"/>.</summary>
public sealed record Application
{
    public Snowflake Id { get; init; }
    public string Name { get; init; } = "";

    /// <summary>Bits of granted privileged intents among others; see the page.</summary>
    public long Flags { get; init; }
    public User? Owner { get; init; }
}

/// <summary>Where and how often a bot may connect. See <see href="https://discord.com/developers/docs/events/gateway#get-gateway-bot"/>.</summary>
public sealed record GatewayBot
{
    public string Url { get; init; } = "";
    public int Shards { get; init; } = 1;
    public SessionStartLimit SessionStartLimit { get; init; } = new();
}

/// <summary>The identify budget. Exceeding it resets the bot's token.</summary>
public sealed record SessionStartLimit
{
    public int Total { get; init; } = 1000;
    public int Remaining { get; init; } = 1000;

    /// <summary>Milliseconds until <see cref="Remaining"/> is <see cref="Total"/> again.</summary>
    public long ResetAfter { get; init; }

    /// <summary>Identifies allowed per 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;
}
