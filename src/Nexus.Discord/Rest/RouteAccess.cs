namespace Nexus.Discord.Rest;

/// <summary>What entitles a request to its route, and with it which of Discord's limits count it.</summary>
internal enum RouteAccess
{
    /// <summary>The bot token; counted by the global limit.</summary>
    Bot,

    /// <summary>The token in the path (webhooks, interaction messages); outside the global limit, no Authorization header.</summary>
    WebhookToken,

    /// <summary>The token in the path, once per interaction; outside every shared limit, no Authorization header.</summary>
    InteractionCallback,
}
