using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Rest;

/// <summary>A bare client with the bot's token, over real loopback HTTP; nothing between the test and the wire.</summary>
internal sealed class RestPeer : IAsyncDisposable
{
    private readonly HttpClient http;

    private RestPeer(SandboxHost host)
    {
        Host = host;
        http = new HttpClient { BaseAddress = host.ApiBase };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", host.World.Application.Token);
        host.World.Changed += change => Events.Add(change.Type);
    }

    public SandboxHost Host { get; }

    public World World => Host.World;

    public HttpClient Http => http;

    /// <summary>Types of all events since the start or the last <c>Clear</c>, in order.</summary>
    public List<string> Events { get; } = [];

    public ulong Guild => World.Guild.Id;

    public ulong App => World.Application.Id;

    public static async Task<RestPeer> StartAsync(bool rateLimits = false) =>
        new(await SandboxHost.StartAsync(new SandboxOptions { Page = false, RateLimits = rateLimits, Seed = 1 }));

    public Channel Channel(string name) => World.FindChannel(name)!;

    public User User(string name) => World.FindUser(name)!;

    public Role Role(string name) => World.Guild.Roles.Values.First(role => role.Name == name);

    /// <summary>Takes a permission from everybody in the server, the bot's own role included.</summary>
    public void Deny(Permission permission)
    {
        foreach (var role in World.Guild.Roles.Values)
        {
            role.Permissions &= ~permission;
        }
    }

    public void Grant(Permission permission) => Role("Nexus").Permissions |= permission;

    public async Task<RestReply> SendAsync(string method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.TrimStart('/'));
        if (json is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        return await SendAsync(request);
    }

    public async Task<RestReply> SendAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new RestReply((int)response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body), response.Headers.ToDictionary(h => h.Key, h => h.Value.First()));
    }

    public Task<RestReply> Get(string path) => SendAsync("GET", path);

    public Task<RestReply> Post(string path, string json = "{}") => SendAsync("POST", path, json);

    public Task<RestReply> Put(string path, string? json = null) => SendAsync("PUT", path, json);

    public Task<RestReply> Patch(string path, string json) => SendAsync("PATCH", path, json);

    public Task<RestReply> Delete(string path) => SendAsync("DELETE", path);

    /// <summary>A message of the bot, by its path.</summary>
    public async Task<string> Said(string channel, string content = "hello") =>
        (await Post($"/channels/{Channel(channel).Id}/messages", $$"""{"content":"{{content}}"}""")).Text("id");

    /// <summary>A message of a person, by its id.</summary>
    public ulong SaidBy(string person, string channel, string content = "hi")
    {
        lock (World.Gate)
        {
            var message = new StoredMessage(World.Ids.Next(), Channel(channel), User(person), World.Now) { Content = content };
            World.Post(message);
            return message.Id;
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Host.DisposeAsync();
    }
}
