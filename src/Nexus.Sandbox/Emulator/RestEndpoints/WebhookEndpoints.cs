using System.Security.Cryptography;

namespace Nexus.Sandbox.Emulator;

/// <summary>Incoming webhooks: made by the bot, used by their token.</summary>
/// <remarks>https://discord.com/developers/docs/resources/webhook</remarks>
internal static class WebhookEndpoints
{
    private const int PerChannelMax = 15;

    public static void Map(RestRoutes routes) => routes
        .Get("/channels/{channel}/webhooks", List, RateLimitRules.Channel)
        .Post("/channels/{channel}/webhooks", Create, RateLimitRules.Channel)
        .Get("/webhooks/{webhook}", call => RestAnswer.Ok(Managed(call)))
        .Delete("/webhooks/{webhook}", call => Remove(call, Managed(call)))
        .Post("/webhooks/{webhook}/{token}", call => Execute(call, ByToken(call)), RateLimitRules.WebhookToken)
        .Get("/webhooks/{webhook}/{token}/messages/{message}", call => OnMessage(call, ByToken(call)), RateLimitRules.WebhookToken)
        .Patch("/webhooks/{webhook}/{token}/messages/{message}", call => OnMessage(call, ByToken(call)), RateLimitRules.WebhookToken)
        .Delete("/webhooks/{webhook}/{token}/messages/{message}", call => OnMessage(call, ByToken(call)), RateLimitRules.WebhookToken);

    /// <summary>The webhook of a path with a token, which needs nothing else.</summary>
    public static Webhook ByToken(RestCall call) =>
        call.World.Webhooks.GetValueOrDefault(call.Id("webhook")) is not { } webhook ? throw DiscordError.UnknownWebhook()
            : webhook.Token != call.Text("token") ? throw DiscordError.InvalidWebhookToken()
            : webhook;

    /// <summary>POST /webhooks/{webhook}/{token}.</summary>
    public static RestAnswer Execute(RestCall call, Webhook webhook)
    {
        RestCall.Check(PayloadRules.Message(call.Body, call.Files.Count));
        var channel = call.World.Channel(call.QueryId("thread_id") ?? webhook.ChannelId) ?? throw DiscordError.UnknownChannel();
        var origin = new MessageOrigin(channel, call.Me)
        {
            WebhookId = webhook.Id,
            WebhookName = call.Body.Text("username") ?? webhook.Name,
            ApplicationId = webhook.ApplicationId,
            MentionsUsersOnly = true,
        };
        var message = MessageFactory.Create(call.World, origin, call.Body, call.Files);
        call.World.Post(message);
        return call.Asks("wait") ? RestAnswer.Ok(call.Write(message)) : RestAnswer.NoContent;
    }

    /// <summary>GET, PATCH and DELETE /webhooks/{webhook}/{token}/messages/{message}.</summary>
    public static RestAnswer OnMessage(RestCall call, Webhook webhook)
    {
        var channel = call.World.Channel(call.QueryId("thread_id") ?? webhook.ChannelId) ?? throw DiscordError.UnknownChannel();
        var message = call.Message(channel) is { } found && found.WebhookId == webhook.Id ? found : throw DiscordError.UnknownMessage();
        switch (call.Method)
        {
            case "DELETE":
                call.World.Delete(message);
                return RestAnswer.NoContent;
            case "PATCH":
                RestCall.Check(PayloadRules.MessageEdit(call.Body, (long)message.Flags, call.Files.Count));
                MessageFactory.Edit(call.World, message, call.Body, call.Files);
                call.World.Update(message);
                break;
        }

        return RestAnswer.Ok(call.Write(message));
    }

    private static RestAnswer List(RestCall call)
    {
        var channel = call.Channel(Permission.ManageWebhooks);
        return RestAnswer.List(call.World.Webhooks.Values.Where(webhook => webhook.ChannelId == channel.Id));
    }

    private static RestAnswer Create(RestCall call)
    {
        var channel = call.Channel(Permission.ManageWebhooks);
        RestCall.Check(PayloadRules.Webhook(call.Body));
        if (call.World.Webhooks.Values.Count(existing => existing.ChannelId == channel.Id) >= PerChannelMax)
        {
            throw DiscordError.TooManyWebhooks();
        }

        var webhook = new Webhook(
            call.World.Ids.Next(), channel.Id, call.Guild.Id, call.Body.Text("name")!, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(34)),
            call.World.Application.Id, call.Me);
        call.World.Webhooks.Add(webhook.Id, webhook);
        DispatchUpdate(call, webhook);
        return RestAnswer.Ok(webhook);
    }

    private static Webhook Managed(RestCall call)
    {
        var webhook = call.World.Webhooks.GetValueOrDefault(call.Id("webhook")) ?? throw DiscordError.UnknownWebhook();
        call.Require(call.World.Channel(webhook.ChannelId) ?? throw DiscordError.UnknownChannel(), Permission.ManageWebhooks);
        return webhook;
    }

    private static RestAnswer Remove(RestCall call, Webhook webhook)
    {
        call.World.Webhooks.Remove(webhook.Id);
        DispatchUpdate(call, webhook);
        return RestAnswer.NoContent;
    }

    private static void DispatchUpdate(RestCall call, Webhook webhook) => call.World.Dispatch("WEBHOOKS_UPDATE", Intents.Webhooks, json =>
    {
        json.WriteStartObject();
        json.WriteId("guild_id", webhook.GuildId);
        json.WriteId("channel_id", webhook.ChannelId);
        json.WriteEndObject();
    }, webhook.ChannelId);
}
