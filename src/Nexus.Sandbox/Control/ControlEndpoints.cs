using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Control;

/// <summary>The control API below <c>/_sandbox</c>: every verb of <see cref="Person"/>, and the sandbox's own switches.</summary>
internal static class ControlEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, SandboxHost sandbox)
    {
        var api = routes.MapGroup("/_sandbox");
        PersonEndpoints.Map(api, sandbox);
        Get(api, "/state", (_, json) => StateView.Write(json, sandbox));
        Get(api, "/channels/{channel}/messages", (request, json) => WriteMessages(request, json, sandbox));
        Get(api, "/notifications", (request, json) => WriteNotifications(request, json, sandbox));
        Get(api, "/metrics", (_, json) => sandbox.Metrics.WriteTo(json));
        Get(api, "/requests", (request, json) => json.WriteItems(sandbox.Requests.Since(request.Number("since", 0))));
        Get(api, "/clock", (_, json) => WriteNow(json, sandbox));
        Post(api, "/clock", async (request, body) =>
        {
            await sandbox.AdvanceAsync(request.Duration(body, "advance"));
            return json => WriteNow(json, sandbox);
        });
        Post(api, "/faults", (_, body) =>
        {
            FaultRequest.Apply(body, sandbox);
            return Nothing;
        });
        Func<ControlRequest, Task<Action<Utf8JsonWriter>?>> mend = _ => MendAsync(sandbox);
        api.MapDelete("/faults", context => ControlRequest.AnswerAsync(context, mend));
        Post(api, "/bot", (request, body) => SwitchBotAsync(sandbox, request.Text(body, "action")));
    }

    internal static readonly Task<Action<Utf8JsonWriter>?> Nothing = Task.FromResult<Action<Utf8JsonWriter>?>(null);

    internal static void Get(IEndpointRouteBuilder api, string route, Action<ControlRequest, Utf8JsonWriter> write)
    {
        Func<ControlRequest, Task<Action<Utf8JsonWriter>?>> act = request => Task.FromResult<Action<Utf8JsonWriter>?>(json => write(request, json));
        api.MapGet(route, context => ControlRequest.AnswerAsync(context, act));
    }

    internal static void Post(IEndpointRouteBuilder api, string route, Func<ControlRequest, JsonElement, Task<Action<Utf8JsonWriter>?>> act)
    {
        Func<ControlRequest, Task<Action<Utf8JsonWriter>?>> read = async request => await act(request, await request.BodyAsync());
        api.MapPost(route, context => ControlRequest.AnswerAsync(context, read));
    }

    private static Task<Action<Utf8JsonWriter>?> MendAsync(SandboxHost sandbox)
    {
        sandbox.Faults.Clear();
        sandbox.Gateway.Duplicate = false;
        sandbox.Gateway.ForEachConnection(connection => connection.Silence(TimeSpan.Zero));
        return Nothing;
    }

    private static async Task<Action<Utf8JsonWriter>?> SwitchBotAsync(SandboxHost sandbox, string action)
    {
        switch (action)
        {
            case "stop":
                await sandbox.StopBotAsync();
                break;
            case "start":
                await sandbox.StartBotAsync();
                break;
            case "restart":
                await sandbox.StopBotAsync();
                await sandbox.StartBotAsync();
                break;
            default:
                throw new PersonRefusal("action is start, stop or restart.");
        }

        return null;
    }

    private static void WriteNow(Utf8JsonWriter json, SandboxHost sandbox)
    {
        json.WriteStartObject();
        json.WriteTime("now", sandbox.Clock.GetUtcNow());
        json.WriteEndObject();
    }

    private static void WriteMessages(ControlRequest request, Utf8JsonWriter json, SandboxHost sandbox)
    {
        var limit = (int)Math.Clamp(request.Number("limit", 50), 1, 1000);
        json.WriteStartArray();
        foreach (var message in sandbox.As(request.Query("as")).Messages(request.Route("channel"), limit))
        {
            message.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private static void WriteNotifications(ControlRequest request, Utf8JsonWriter json, SandboxHost sandbox)
    {
        lock (sandbox.World.Gate)
        {
            json.WriteStartArray();
            foreach (var (user, message) in sandbox.As(request.Query("as")).Notifications())
            {
                json.WriteStartObject();
                json.WriteId("user_id", user);
                json.WriteId("message_id", message.Id);
                json.WriteId("channel_id", message.Channel.Id);
                json.WriteId("author_id", message.Author.Id);
                json.WriteString("text", MessageText.Of(message));
                json.WriteTime("at", message.Timestamp);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
