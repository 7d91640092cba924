using System.Net.WebSockets;
using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>The websocket at <c>/gateway</c>, and the routes that tell clients where it is.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway</remarks>
internal static class GatewayEndpoint
{
    public static void Map(WebApplication app, IEndpointRouteBuilder api, World world, Gateway gateway, CancellationToken stopping)
    {
        app.Map("/gateway/{**rest}", context => AcceptAsync(context, world, gateway, stopping));
        api.MapGet("/gateway", context => AnswerAsync(context, json =>
        {
            json.WriteStartObject();
            json.WriteString("url", gateway.Url);
            json.WriteEndObject();
        }));
        api.MapGet("/gateway/bot", context => AnswerAsync(context, json => WriteBot(json, gateway)));
    }

    private static void WriteBot(Utf8JsonWriter json, Gateway gateway)
    {
        var (total, remaining, resetAfter, concurrency) = gateway.Budget.State();
        json.WriteStartObject();
        json.WriteString("url", gateway.Url);
        json.WriteNumber("shards", 1);
        json.WriteStartObject("session_start_limit");
        json.WriteNumber("total", total);
        json.WriteNumber("remaining", remaining);
        json.WriteNumber("reset_after", (long)resetAfter.TotalMilliseconds);
        json.WriteNumber("max_concurrency", concurrency);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static Task AnswerAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(Json.Write(write)).AsTask();
    }

    private static async Task AcceptAsync(HttpContext context, World world, Gateway gateway, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var query = context.Request.Query;
        var compress = query["compress"] == "zlib-stream";
        await using var connection = new GatewayConnection(socket, world.Clock, compress);
        var conversation = new GatewayConversation(socket, connection, world, gateway);
        await conversation.RunAsync(query["v"].ToString(), query["encoding"].ToString(), stopping);
    }
}
