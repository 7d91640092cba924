using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Discord.Gateway;

/// <summary>
/// A bot's live connection to Discord: connects, keeps the session alive, resumes or starts it anew when it breaks, and hands events on.
/// One client runs once. Reading, heartbeats and sending never wait for a handler.
/// <see href="https://discord.com/developers/docs/events/gateway"/>
/// </summary>
public sealed class GatewayClient : IDisposable
{
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(30);

    private readonly Func<CancellationToken, Task<GatewayBot>> _getGatewayBot;
    private readonly Func<IGatewaySocket> _openSocket;
    private readonly GatewayContext _context;
    private readonly GatewaySession _session;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _connectionGate = new();
    private GatewayConnection? _connection;
    private Uri? _address;
    private int _stopCode;
    private int _started;

    /// <param name="options">Read once; a change takes a new client.</param>
    /// <param name="rest">Asked where the gateway is and how often the bot may still identify.</param>
    /// <param name="clock">
    /// All waiting is on this clock. Outside of tests of the gateway itself it is the real one: moving it forward by hand
    /// leaves the peer no time to acknowledge a heartbeat, so the link looks dead and is resumed.
    /// </param>
    /// <param name="random">Jitter; null for one of its own.</param>
    /// <param name="meters">Makes the meter <c>Nexus.Discord</c>; null for one of its own.</param>
    /// <exception cref="ArgumentException">The activity is so long that Discord would refuse the identify.</exception>
    public GatewayClient(DiscordOptions options, IDiscordRest rest, ILogger<GatewayClient> logger, TimeProvider clock, Random? random = null, IMeterFactory? meters = null)
        : this(options, rest.GetGatewayBotAsync, () => new WebSocketGatewaySocket(options.Compress, GatewayContext.MaxMessageBytes, options.UserAgent), logger, clock, random ?? new Random(), meters)
    {
    }

    internal GatewayClient(
        DiscordOptions options,
        Func<CancellationToken, Task<GatewayBot>> getGatewayBot,
        Func<IGatewaySocket> openSocket,
        ILogger logger,
        TimeProvider clock,
        Random random,
        IMeterFactory? meters = null)
    {
        _getGatewayBot = getGatewayBot;
        _openSocket = openSocket;
        _session = new GatewaySession(random);
        _context = new GatewayContext(options, _session, random, clock, logger, new GatewayMetrics(meters));
    }

    /// <summary>
    /// What happened, in Discord's order. At most <see cref="DiscordOptions.EventQueueCapacity"/> wait here: then new ones are refused
    /// (logged and counted), interactions only when a further quarter is full too. Completes when the client has stopped.
    /// </summary>
    public ChannelReader<GatewayEvent> Events => _context.Events.Reader;

    public GatewayState State => _session.State;

    public string? SessionId => _session.SessionId;

    /// <summary>Round trip of the last heartbeat; null before the first.</summary>
    public TimeSpan? Latency
    {
        get
        {
            lock (_session)
            {
                return _session.Latency;
            }
        }
    }

    internal Meter Meter => _context.Metrics.Meter;

    /// <summary>Connects and stays connected until <see cref="StopAsync"/> or cancellation, then returns.</summary>
    /// <param name="resume">From an earlier <see cref="StopAsync"/>: tried first; a session that is gone by now is replaced by a new one.</param>
    /// <param name="ct">Cancelling closes the connection so that the session can be resumed.</param>
    /// <exception cref="GatewayFatalException">A person has to change something first; the message says what.</exception>
    public async Task RunAsync(GatewayResume? resume = null, CancellationToken ct = default)
    {
        if (Interlocked.Exchange(ref _started, 1) == 1)
        {
            throw new InvalidOperationException("A gateway client runs once.");
        }

        _session.Restore(resume);
        await using var cancelled = ct.Register(() => RequestStop(GatewayCloseCode.Resumable));
        try
        {
            while (!_stopping.IsCancellationRequested)
            {
                await ConnectOnceAsync(_stopping.Token).ConfigureAwait(false);
                var pause = _context.Pauses.Next(identify: _session.Resumable is null);
                GatewayLog.Pausing(_context.Logger, pause);
                await Task.Delay(pause, _context.Clock, _stopping.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Stopped while connecting or pausing.
        }
        finally
        {
            _session.Closed(null);
            _context.Events.Complete();
            _finished.TrySetResult();
        }
    }

    /// <summary>
    /// Closes the connection. Events received so far can still be read from <see cref="Events"/>; they will not be replayed.
    /// </summary>
    /// <param name="resumable">True keeps the session for a few minutes (a restart); false ends it, and the bot shows as offline.</param>
    /// <param name="ct">Gives up waiting for the connection's end; what is returned is right all the same.</param>
    /// <returns>What a later <see cref="RunAsync"/> can resume with; null when not asked for or when there is no session.</returns>
    public async Task<GatewayResume?> StopAsync(bool resumable = true, CancellationToken ct = default)
    {
        RequestStop(resumable ? GatewayCloseCode.Resumable : GatewayCloseCode.Normal);
        if (Volatile.Read(ref _started) == 1)
        {
            await _finished.Task.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lock (_session)
        {
            return resumable ? _session.Resumable : null;
        }
    }

    /// <summary>
    /// Shows a status and a line of text under the bot's name, now and after every reconnect. May be called at any time and often:
    /// only the newest counts, and Discord is told at most five times in 20 seconds.
    /// </summary>
    /// <exception cref="ArgumentException">The text is so long that Discord would refuse it.</exception>
    public void SetPresence(string? activity, PresenceStatus status = PresenceStatus.Online) => _context.SetPresence(activity, status);

    /// <summary>Asks for members; the answer comes as <see cref="GuildMembersChunkEvent"/>. Waits for a session and for Discord's send limit by itself.</summary>
    /// <returns>False when 64 requests wait already.</returns>
    /// <exception cref="ArgumentException">Over one of the limits of <see cref="GuildMembersRequest"/>.</exception>
    public bool TryRequestGuildMembers(GuildMembersRequest request) => _context.Outbox.TryAdd(GatewayPayloads.RequestGuildMembers(request));

    /// <summary>Frees the meter. Stop the client first.</summary>
    public void Dispose() => _context.Metrics.Dispose();

    private async Task ConnectOnceAsync(CancellationToken ct)
    {
        _session.Connecting();
        var resumeAddress = _session.Resumable?.ResumeUrl is { } url && GatewayAddress.IsAcceptable(url, _context.Options.ApiBase) ? url : null;
        if ((resumeAddress ?? await FindAddressAsync(ct).ConfigureAwait(false)) is not { } address)
        {
            Failed();
            return;
        }

        using var socket = _openSocket();
        GatewayLog.Connecting(_context.Logger, address.Authority, _session.Resumable is null ? "identify" : "resume");
        try
        {
            using var timeout = new CancellationTokenSource(HandshakeTimeout, _context.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, ct);
            await socket.ConnectAsync(GatewayAddress.WithQuery(address, _context.Options.Compress), either.Token).ConfigureAwait(false);
        }
        catch (Exception failed) when (!ct.IsCancellationRequested)
        {
            GatewayLog.ConnectFailed(_context.Logger, address.Authority, failed.GetType().Name);
            ForgetAddress(wasForResume: resumeAddress is not null);
            Failed();
            return;
        }

        _session.IdentifyNotBefore = _context.Budget.NotBefore;
        using var connection = new GatewayConnection(_context, socket);
        SetConnection(connection);
        int? code;
        try
        {
            code = await connection.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            SetConnection(null);
        }

        Ended(code);
    }

    private void Ended(int? code)
    {
        CloseReaction reaction;
        lock (_session)
        {
            reaction = _session.Closed(code);
        }

        _context.Pauses.ConnectionEnded(_context.Now());
        _context.Metrics.Disconnected(code);
        GatewayLog.Ended(_context.Logger, code, reaction);
        if (GatewayCloseCode.IsOurMistake(code))
        {
            GatewayLog.OurMistake(_context.Logger, code);
        }

        if (reaction == CloseReaction.Stop)
        {
            throw new GatewayFatalException(GatewayCloseCode.Advice(code, _context.Options.Intents), code);
        }
    }

    /// <summary>The ordinary address, asked for when it is not known or the identify budget has to be read again. Null when that failed.</summary>
    private async Task<Uri?> FindAddressAsync(CancellationToken ct)
    {
        var identifying = _session.Resumable is null;
        if (_address is not null && !(identifying && _context.Budget.IsStale(_context.Now())))
        {
            return _address;
        }

        try
        {
            var gateway = await _getGatewayBot(ct).ConfigureAwait(false);
            var limit = gateway.SessionStartLimit;
            _context.Budget.Update(limit.Remaining, TimeSpan.FromMilliseconds(Math.Max(0, limit.ResetAfter)), _context.Now());
            _address = Uri.TryCreate(gateway.Url, UriKind.Absolute, out var url) && GatewayAddress.IsAcceptable(url, _context.Options.ApiBase) ? url : null;
            if (_address is null)
            {
                GatewayLog.NoAddress(_context.Logger, "the address is not one this client connects to");
                return null;
            }
        }
        catch (DiscordApiException refused) when (refused.Status == 401)
        {
            throw new GatewayFatalException(GatewayCloseCode.Advice(GatewayCloseCode.AuthenticationFailed, _context.Options.Intents), inner: refused);
        }
        catch (Exception failed) when (!ct.IsCancellationRequested)
        {
            GatewayLog.NoAddress(_context.Logger, failed.Message);
            return null;
        }

        if (identifying && _context.Budget.WaitForReset(_context.Now()) is { Ticks: > 0 } wait)
        {
            GatewayLog.BudgetUsedUp(_context.Logger, wait);
            await Task.Delay(wait, _context.Clock, ct).ConfigureAwait(false);
        }

        return _address;
    }

    private void ForgetAddress(bool wasForResume)
    {
        if (wasForResume)
        {
            _session.ForgetResumeAddress();
        }
        else
        {
            _address = null;
        }
    }

    private void Failed()
    {
        _context.Pauses.ConnectionFailed();
        _session.Closed(null);
    }

    private void SetConnection(GatewayConnection? connection)
    {
        lock (_connectionGate)
        {
            _connection = connection;
            if (connection is not null && _stopCode != 0)
            {
                connection.Close(_stopCode, "stopping");
            }
        }
    }

    private void RequestStop(int code)
    {
        lock (_connectionGate)
        {
            if (_stopCode != 0)
            {
                return;
            }

            _stopCode = code;
            _connection?.Close(code, "stopping");
        }

        _stopping.Cancel();
    }
}
