using System.Collections.Concurrent;
using Nexus.Discord.Gateway;
using Nexus.Discord.Model;

namespace Nexus.Discord.Tests.Gateway.Stage;

/// <summary>A real <see cref="GatewayClient"/> between a scripted Discord and a clock that only the test moves.</summary>
internal sealed class GatewayStage : IAsyncDisposable
{
    public const string Token = "MTIz.secret.token";

    private readonly ConcurrentQueue<ScriptedSocket> _sockets = new();
    private readonly System.Threading.Channels.Channel<ScriptedSocket> _opened = System.Threading.Channels.Channel.CreateUnbounded<ScriptedSocket>();
    private Task? _run;

    public GatewayStage(Action<DiscordOptions>? configure = null, double jitter = 0.5)
    {
        var options = new DiscordOptions { Token = Token, ApiBase = new Uri("http://127.0.0.1/api/v10") };
        configure?.Invoke(options);
        Client = new GatewayClient(options, AnswerGatewayBot, OpenSocket, Log, Clock, new FixedRandom(jitter));
    }

    public StageClock Clock { get; } = new();

    public LogBook Log { get; } = new();

    public GatewayClient Client { get; }

    /// <summary>How often GET /gateway/bot was asked.</summary>
    public int GatewayBotAsked { get; private set; }

    /// <summary>What GET /gateway/bot answers.</summary>
    public Func<GatewayBot> GatewayBot { get; set; } = () => new GatewayBot { Url = "ws://gateway.test", SessionStartLimit = new SessionStartLimit { Remaining = 1000, ResetAfter = 86_400_000 } };

    /// <summary>The end of <see cref="GatewayClient.RunAsync"/>.</summary>
    public Task Run => (_run ?? throw new InvalidOperationException("Not started.")).WaitAsync(Patience.Span);

    public void Start(GatewayResume? resume = null, CancellationToken ct = default) => _run = Task.Run(() => Client.RunAsync(resume, ct), CancellationToken.None);

    /// <summary>The next sockets the client opens behave like these; without any they accept.</summary>
    public void Next(params ScriptedSocket[] sockets) => Array.ForEach(sockets, _sockets.Enqueue);

    /// <summary>Waits for the client's next connection.</summary>
    public async Task<ScriptedSocket> ConnectionAsync()
    {
        var socket = await _opened.Reader.ReadAsync().AsTask().WaitAsync(Patience.Span);
        await socket.ConnectedAsync();
        return socket;
    }

    /// <summary>Starts the client and plays the usual beginning, up to READY with session "s1" and sequence 1.</summary>
    public async Task<ScriptedSocket> StartReadyAsync(int heartbeat = 40_000)
    {
        Start();
        var discord = await ConnectionAsync();
        discord.SaysHello(heartbeat);
        await discord.HearsAsync(opcode: 2);
        discord.SaysReady();
        Assert.IsType<ReadyEvent>(await EventAsync());
        return discord;
    }

    /// <summary>The next event a handler would see.</summary>
    public async Task<GatewayEvent> EventAsync() => await Client.Events.ReadAsync().AsTask().WaitAsync(Patience.Span);

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            var stopping = Client.StopAsync(resumable: false);
            Clock.Advance(GatewayConnection.CloseTimeout);
            await stopping.WaitAsync(Patience.Span);
            await _run.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Patience.Span);
        }

        Client.Dispose();
        Assert.DoesNotContain(Log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    private Task<GatewayBot> AnswerGatewayBot(CancellationToken ct)
    {
        GatewayBotAsked++;
        return Task.FromResult(GatewayBot());
    }

    private ScriptedSocket OpenSocket()
    {
        var socket = _sockets.TryDequeue(out var prepared) ? prepared : new ScriptedSocket();
        _opened.Writer.TryWrite(socket);
        return socket;
    }
}
