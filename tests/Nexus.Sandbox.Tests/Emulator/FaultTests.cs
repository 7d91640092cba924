using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Nexus.Sandbox.Emulator;

namespace Nexus.Sandbox.Tests.Emulator;

public sealed class FaultTests
{
    [Theory]
    [InlineData("""{"rest":{"status":500,"count":2}}""", 500, null, false)]
    [InlineData("""{"rest":{"status":502,"count":2}}""", 502, null, false)]
    [InlineData("""{"rest":{"status":429,"count":2}}""", 429, "user", false)]
    [InlineData("""{"rest":{"status":429,"scope":"shared","count":2}}""", 429, "shared", false)]
    [InlineData("""{"rest":{"status":429,"scope":"global","count":2}}""", 429, "global", true)]
    public async Task The_next_requests_fail_as_planned_and_then_no_more(string fault, int status, string? scope, bool global)
    {
        await using var host = await TestSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = host.ApiBase };
        await FaultAsync(host, fault);

        for (var i = 0; i < 2; i++)
        {
            using var response = await http.GetAsync("gateway");
            var body = Json.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal(status, (int)response.StatusCode);
            if (scope is null)
            {
                Assert.Equal(0, body.Int("code"));
                continue;
            }

            Assert.Equal(scope, response.Headers.GetValues("X-RateLimit-Scope").Single());
            Assert.Equal(global, body.Bool("global"));
            Assert.Equal(1, body.GetProperty("retry_after").GetDouble());
            Assert.NotEmpty(response.Headers.Via);
        }

        Assert.Equal(200, (int)(await http.GetAsync("gateway")).StatusCode);
    }

    [Fact]
    public async Task A_fault_hits_its_route_only_and_DELETE_takes_it_back()
    {
        await using var host = await TestSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = host.ApiBase };
        await FaultAsync(host, """{"rest":{"status":500,"route":"GET /channels/{id}/messages","count":100}}""");

        Assert.Equal(200, (int)(await http.GetAsync("gateway")).StatusCode);
        Assert.Equal(500, (int)(await http.GetAsync("channels/1/messages")).StatusCode);
        using var mended = await http.DeleteAsync(new Uri(host.BaseAddress, "_sandbox/faults"));
        Assert.Equal(204, (int)mended.StatusCode);
        Assert.Equal(401, (int)(await http.GetAsync("channels/1/messages")).StatusCode);
    }

    [Fact]
    public async Task A_slow_answer_is_slow()
    {
        await using var host = await TestSandbox.StartAsync();
        using var http = new HttpClient { BaseAddress = host.ApiBase };
        await FaultAsync(host, """{"rest":{"delay_ms":60,"count":1}}""");

        Assert.Equal(200, (int)(await http.GetAsync("gateway")).StatusCode);
        Assert.InRange(host.Requests.Since(0)[0].Milliseconds, 50, 60_000);
    }

    [Theory]
    [InlineData("""{"gateway":{"close":4000}}""", 4000)]
    [InlineData("""{"gateway":{"close":4009}}""", 4009)]
    [InlineData("""{"gateway":{"close":1001}}""", 1001)]
    public async Task The_gateway_closes_with_the_code_asked_for(string fault, int code)
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);

        await FaultAsync(host, fault);

        Assert.Equal(code, await peer.ClosedWithAsync());
    }

    [Fact]
    public async Task A_drop_is_no_goodbye()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);

        await FaultAsync(host, """{"gateway":{"close":"drop"}}""");

        await Assert.ThrowsAnyAsync<WebSocketException>(peer.ClosedWithAsync);
    }

    [Fact]
    public async Task Op_7_and_op_9_are_sent_at_once()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);

        await FaultAsync(host, """{"gateway":{"op":7}}""");
        await peer.NextAsync(op: 7);
        await FaultAsync(host, """{"gateway":{"op":9,"d":true}}""");
        Assert.True((await peer.NextAsync(op: 9)).Bool("d"));
        await FaultAsync(host, """{"gateway":{"op":9,"d":false}}""");
        Assert.False((await peer.NextAsync(op: 9)).Bool("d"));
    }

    [Fact]
    public async Task Duplicated_events_come_twice_with_the_same_number()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);
        await FaultAsync(host, """{"gateway":{"duplicate":true}}""");

        await host.As("ada").SayAsync("hello");

        var first = await peer.NextAsync("MESSAGE_CREATE");
        var second = await peer.NextAsync("MESSAGE_CREATE");
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task A_silent_link_sends_nothing_until_its_time_is_over()
    {
        await using var host = await TestSandbox.StartAsync();
        await using var peer = await GatewayPeer.IdentifyAsync(host);
        await FaultAsync(host, """{"gateway":{"silent_ms":90000}}""");

        await peer.SendAsync("""{"op":1,"d":null}""");
        var ack = peer.NextAsync(op: 11);
        await using var other = await GatewayPeer.ConnectAsync(host);
        await other.NextAsync(op: 10);
        Assert.False(ack.IsCompleted);

        host.Clock.Advance(TimeSpan.FromSeconds(91));
        await ack;
    }

    private static async Task FaultAsync(SandboxHost host, string fault)
    {
        using var http = new HttpClient();
        using var content = new StringContent(fault, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(host.BaseAddress, "_sandbox/faults"), content);
        Assert.True(response.StatusCode == System.Net.HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync());
    }
}
