using System.Text;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

/// <summary>A bot of a few lines: one websocket, one HTTP client; the test says what it answers.</summary>
internal sealed class RawBot : IAsyncDisposable
{
    private readonly SandboxHost host;
    private readonly HttpClient http;

    private RawBot(SandboxHost host, GatewayPeer gateway)
    {
        (this.host, Gateway) = (host, gateway);
        http = new HttpClient { BaseAddress = host.ApiBase };
    }

    public GatewayPeer Gateway { get; }

    public static async Task<RawBot> StartAsync(SandboxHost host, int intents = GatewayPeer.UsualIntents, params string[] commands)
    {
        foreach (var command in commands)
        {
            var definition = Json.Parse(command);
            lock (host.World.Gate)
            {
                var id = host.World.Ids.Next();
                host.World.Commands.Add(id, new RegisteredCommand(id, id, host.World.Application.Id, host.World.Guild.Id, definition));
            }
        }

        return new RawBot(host, await GatewayPeer.IdentifyAsync(host, intents));
    }

    /// <summary>The next interaction that reaches the bot.</summary>
    public async Task<JsonElement> InteractionAsync() => (await Gateway.NextAsync("INTERACTION_CREATE")).GetProperty("d");

    public Task<(int Status, JsonElement Body)> AnswerAsync(JsonElement interaction, string body, string query = "") =>
        SendAsync("POST", $"interactions/{interaction.Text("id")}/{interaction.Text("token")}/callback{query}", body);

    /// <summary>Edits, deletes or adds to the answer; no token of the bot is sent.</summary>
    public Task<(int Status, JsonElement Body)> WebhookAsync(JsonElement interaction, string method, string path = "", string? body = null) =>
        SendAsync(method, $"webhooks/{host.World.Application.Id}/{interaction.Text("token")}{path}", body);

    public async Task<(int Status, JsonElement Body)> SendAsync(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : Json.Parse(text));
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Gateway.DisposeAsync();
    }
}
