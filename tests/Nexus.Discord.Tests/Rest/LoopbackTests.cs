using System.Net;
using System.Text;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Tests.Rest;

/// <summary>The client's own connections, against a plain HTTP server on this machine.</summary>
public sealed class LoopbackTests : IDisposable
{
    private readonly HttpListener _server = new();
    private readonly Uri _address;

    public LoopbackTests()
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        _address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/api/v10");
        free.Stop();
        _server.Prefixes.Add($"{_address}/");
        _server.Start();
    }

    public void Dispose() => _server.Close();

    [Fact]
    public async Task Requests_reach_an_API_at_any_base_address()
    {
        using var rest = new DiscordRest(new DiscordOptions { Token = "t", ApiBase = _address }, TimeProvider.System);
        var serving = ServeAsync(4);

        await rest.RespondAsync(RestWorld.Interaction, InteractionResponse.Message(new MessageCreate { Content = "hi" }));
        await rest.AddReactionAsync(RestWorld.Channel, new Snowflake(8), "👍");
        await rest.CrosspostMessageAsync(RestWorld.Channel, new Snowflake(8));
        await rest.CreateMessageAsync(RestWorld.Channel, new MessageCreate { Files = [new FileUpload("ü.txt", "text"u8.ToArray())] });

        var requests = await serving;
        Assert.Equal(
            [
                "POST /api/v10/interactions/11/interaction-token-SECRET/callback",
                "PUT /api/v10/channels/7/messages/8/reactions/%F0%9F%91%8D/@me",
                "POST /api/v10/channels/7/messages/8/crosspost",
                "POST /api/v10/channels/7/messages",
            ],
            requests.Select(request => request.Line));
        Assert.Contains("filename=\"ü.txt\"", requests[3].Body);
        Assert.EndsWith("--\r\n", requests[3].Body);
    }

    [Fact]
    public async Task Nobody_listening_is_a_typed_error_that_may_pass()
    {
        _server.Stop();
        using var rest = new DiscordRest(new DiscordOptions { Token = "t", ApiBase = _address }, TimeProvider.System);

        var error = await Assert.ThrowsAsync<DiscordApiException>(() => rest.RespondAsync(RestWorld.Interaction, InteractionResponse.DeferUpdate()));

        Assert.Equal((0, false), (error.Status, error.IsPermanent));
        // On a machine that is busy the time for a callback ends before the connection is refused.
        Assert.Matches(@"(The connection failed \(ConnectionError\)|No answer in time)\.$", error.Message);
    }

    private async Task<IReadOnlyList<(string Line, string Body)>> ServeAsync(int count)
    {
        var requests = new List<(string, string)>();
        for (var n = 0; n < count; n++)
        {
            var context = await _server.GetContextAsync();
            using var body = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            requests.Add(($"{context.Request.HttpMethod} {context.Request.RawUrl}", await body.ReadToEndAsync()));
            var answer = context.Request.RawUrl!.EndsWith("messages", StringComparison.Ordinal) || context.Request.RawUrl.EndsWith("crosspost", StringComparison.Ordinal) ? """{"id":"1"}""" : "";
            context.Response.StatusCode = answer.Length > 0 ? 200 : 204;
            context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
        }

        return requests;
    }
}
