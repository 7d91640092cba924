using System.Text.Json;

namespace Nexus.Discord.Gateway;

/// <summary>
/// The gateway's rules and nothing else: frames, ticks and closes go in, at most one <see cref="GatewayAction"/> comes out.
/// It owns no socket and no timer. Instants are spans of a monotonic clock. One session object lives across connections.
/// <see href="https://discord.com/developers/docs/events/gateway#connection-lifecycle"/>
/// </summary>
internal sealed class GatewaySession
{
    public static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(15);

    private readonly Random _random;
    private GatewayResume? _resume;
    private long? _sequence;
    private TimeSpan _heartbeatInterval;
    private TimeSpan? _nextHeartbeat;
    private TimeSpan? _identifyAt;
    private TimeSpan? _deadline;
    private TimeSpan? _unacknowledgedSince;

    public GatewaySession(Random random) => _random = random;

    public GatewayState State { get; private set; }

    public string? SessionId => _resume?.SessionId;

    /// <summary>The last event's number: the <c>d</c> of a heartbeat and of a resume.</summary>
    public long? Sequence => _sequence;

    /// <summary>From a heartbeat to its acknowledgement; null until the first.</summary>
    public TimeSpan? Latency { get; private set; }

    /// <summary>No identify before this instant: Discord's budget. HELLO still starts the heartbeat.</summary>
    public TimeSpan IdentifyNotBefore { get; set; }

    /// <summary>When <see cref="Tick"/> next has something to do; null for never.</summary>
    public TimeSpan? NextTick => Earliest(_nextHeartbeat, Earliest(_identifyAt, _deadline));

    /// <summary>What the session could be resumed with, or null when only a new one will do.</summary>
    public GatewayResume? Resumable =>
        _resume is { } resume && _sequence is { } sequence ? resume with { Sequence = sequence } : null;

    /// <summary>Takes up a session that another process left; null for none.</summary>
    public void Restore(GatewayResume? resume)
    {
        _resume = resume;
        _sequence = resume?.Sequence;
    }

    public void Connecting() => State = GatewayState.Connecting;

    public void Opened(TimeSpan now)
    {
        State = GatewayState.AwaitingHello;
        ForgetConnection();
        _deadline = now + HelloTimeout;
    }

    public GatewayAction Receive(in GatewayFrame frame, TimeSpan now)
    {
        if (frame.Sequence is { } sequence && (_sequence is null || sequence > _sequence))
        {
            _sequence = sequence;
        }

        switch (frame.Opcode)
        {
            case GatewayOpcode.Dispatch:
                return Dispatched(frame, now);
            case GatewayOpcode.Heartbeat:
                return GatewayAction.SendHeartbeat;
            case GatewayOpcode.HeartbeatAck:
                Acknowledged(now);
                return GatewayAction.None;
            case GatewayOpcode.Hello when State == GatewayState.AwaitingHello:
                return Greeted(frame.Data, now);
            case GatewayOpcode.Reconnect:
                return Closing("Discord asked for a new connection (op 7)");
            case GatewayOpcode.InvalidSession:
                var resumable = frame.Data.SequenceEqual("true"u8);
                if (!resumable)
                {
                    ForgetSession();
                }

                return Closing(resumable ? "Discord asked to resume again (op 9)" : "Discord dropped the session (op 9)");
            default:
                return GatewayAction.None;
        }
    }

    public GatewayAction Tick(TimeSpan now)
    {
        if (_nextHeartbeat is { } due && due <= now)
        {
            return Beat(due, now);
        }

        if (_identifyAt <= now)
        {
            _identifyAt = null;
            _deadline = now + ReadyTimeout;
            return GatewayAction.SendIdentify;
        }

        if (_deadline <= now)
        {
            return Closing(State switch
            {
                GatewayState.AwaitingHello => "no HELLO in time",
                GatewayState.Resuming => "the replay stood still",
                _ => "no READY in time",
            });
        }

        return GatewayAction.None;
    }

    /// <summary>We end this connection; frames still under way are taken in.</summary>
    public void CloseRequested()
    {
        State = GatewayState.Closing;
        _nextHeartbeat = _identifyAt = _deadline = null;
    }

    /// <summary>The connection has ended. When we ended it ourselves the peer's code only counts if it is fatal.</summary>
    /// <param name="code">The peer's close code, or null when there was none.</param>
    public CloseReaction Closed(int? code)
    {
        var reaction = GatewayCloseCode.ReactionTo(code);
        if (State == GatewayState.Closing && reaction != CloseReaction.Stop)
        {
            reaction = CloseReaction.Resume;
        }

        if (reaction != CloseReaction.Resume)
        {
            ForgetSession();
        }

        ForgetConnection();
        State = GatewayState.Disconnected;
        return Resumable is null && reaction == CloseReaction.Resume ? CloseReaction.StartNewSession : reaction;
    }

    /// <summary>The resume address did not answer: keep the session, use the ordinary address for it.</summary>
    public void ForgetResumeAddress() => _resume = _resume is null ? null : _resume with { ResumeUrl = null };

    private GatewayAction Greeted(ReadOnlySpan<byte> data, TimeSpan now)
    {
        if (HeartbeatInterval(data) is not { } interval)
        {
            return GatewayAction.Malformed;
        }

        _heartbeatInterval = interval;
        _nextHeartbeat = now + (interval * _random.NextDouble());
        _unacknowledgedSince = null;
        if (Resumable is not null)
        {
            State = GatewayState.Resuming;
            _deadline = now + ReadyTimeout;
            return GatewayAction.SendResume;
        }

        State = GatewayState.Identifying;
        _sequence = null;
        if (IdentifyNotBefore > now)
        {
            _identifyAt = IdentifyNotBefore;
            _deadline = null;
            return GatewayAction.None;
        }

        _deadline = now + ReadyTimeout;
        return GatewayAction.SendIdentify;
    }

    private GatewayAction Dispatched(in GatewayFrame frame, TimeSpan now)
    {
        switch (State)
        {
            case GatewayState.Identifying when frame.EventName.SequenceEqual("READY"u8):
                if (ReadReady(frame.Data) is not { } ready)
                {
                    return GatewayAction.Malformed;
                }

                _resume = ready;
                BecomeReady();
                break;
            case GatewayState.Resuming when frame.EventName.SequenceEqual("RESUMED"u8):
                BecomeReady();
                break;
            case GatewayState.Resuming:
                _deadline = now + ReadyTimeout; // a long replay is not a stuck one
                break;
        }

        return GatewayAction.Deliver;
    }

    private void BecomeReady()
    {
        State = GatewayState.Ready;
        _deadline = null;
    }

    private GatewayAction Beat(TimeSpan due, TimeSpan now)
    {
        // A beat that comes late itself (the machine slept, the clock was moved) proves nothing about the link: it gets another chance.
        var late = now - due > _heartbeatInterval / 4;
        if (_unacknowledgedSince is not null && !late)
        {
            return Closing("a heartbeat was not acknowledged");
        }

        _unacknowledgedSince = now;
        _nextHeartbeat = now + _heartbeatInterval;
        return GatewayAction.SendHeartbeat;
    }

    private void Acknowledged(TimeSpan now)
    {
        if (_unacknowledgedSince is { } sent)
        {
            Latency = now - sent;
            _unacknowledgedSince = null;
        }
    }

    private GatewayAction Closing(string why)
    {
        if (State == GatewayState.Closing)
        {
            return GatewayAction.None;
        }

        CloseRequested();
        return GatewayAction.Close(why);
    }

    private void ForgetSession()
    {
        _resume = null;
        _sequence = null;
    }

    private void ForgetConnection()
    {
        _nextHeartbeat = _identifyAt = _deadline = _unacknowledgedSince = null;
    }

    private static TimeSpan? HeartbeatInterval(ReadOnlySpan<byte> data) =>
        Parse(data) is { } hello
        && hello.TryGetProperty("heartbeat_interval"u8, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var milliseconds)
        && milliseconds is >= 1 and <= 3_600_000
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    private GatewayResume? ReadReady(ReadOnlySpan<byte> data)
    {
        if (Parse(data) is not { } ready || Text(ready, "session_id"u8) is not { Length: > 0 } id)
        {
            return null;
        }

        Uri.TryCreate(Text(ready, "resume_gateway_url"u8), UriKind.Absolute, out var url);
        return new GatewayResume(id, _sequence ?? 0, url is { Scheme: "ws" or "wss" } ? url : null);
    }

    private static string? Text(JsonElement element, ReadOnlySpan<byte> name)
    {
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // not UTF-8
        }
    }

    /// <summary>Null unless the bytes are one JSON object.</summary>
    private static JsonElement? Parse(ReadOnlySpan<byte> data)
    {
        try
        {
            var reader = new Utf8JsonReader(data);
            return JsonElement.TryParseValue(ref reader, out var element) && element is { ValueKind: JsonValueKind.Object } ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? Earliest(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null || a <= b ? a : b;
}
