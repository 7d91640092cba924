using System.Text.Json;

namespace Nexus.Sandbox.Emulator;

/// <summary>All sessions of the gateway: new ones, resumed ones, and what is sent to them.</summary>
internal sealed class Gateway : IDispatchSink
{
    private readonly World world;
    private readonly Metrics metrics;
    private readonly Random random;
    private readonly bool listAllMembers;
    private readonly Dictionary<string, GatewaySession> sessions = new(StringComparer.Ordinal);
    private readonly List<GatewayConnection> connections = [];
    private volatile bool duplicate;

    public Gateway(World world, Metrics metrics, GatewayLimits limits, Random random, bool listAllMembers)
    {
        (this.world, this.metrics, this.random, this.listAllMembers) = (world, metrics, random, listAllMembers);
        Limits = limits;
        Budget = new IdentifyBudget(world.Clock, limits);
        world.Gateway = this;
    }

    public GatewayLimits Limits { get; }

    public IdentifyBudget Budget { get; }

    /// <summary>The address clients are told; known once the server listens.</summary>
    public string Url { get; set; } = "";

    /// <summary>Every event reaches the client twice.</summary>
    public bool Duplicate
    {
        get => duplicate;
        set => duplicate = value;
    }

    /// <summary>A client is identified and connected.</summary>
    public bool IsConnected
    {
        get
        {
            lock (world.Gate)
            {
                return sessions.Values.Any(session => session.Connection is not null);
            }
        }
    }

    /// <summary>Nothing waits to be sent.</summary>
    public bool IsIdle
    {
        get
        {
            lock (world.Gate)
            {
                return connections.TrueForAll(connection => connection.IsIdle);
            }
        }
    }

    public void Dispatch(DispatchEvent dispatch)
    {
        lock (world.Gate)
        {
            foreach (var session in sessions.Values)
            {
                if (!session.Wants(dispatch.Intents) || !(dispatch.Direct ? session.Shard == 0 : session.Covers(world.Guild.Id)))
                {
                    continue;
                }

                var payload = dispatch.WithoutContent is { } stripped && !session.Intents.HasFlag(Intents.MessageContent) ? stripped : dispatch.Payload;
                session.Send(dispatch.Type, payload, duplicate);
                metrics.Count(Counter.Dispatches);
            }
        }
    }

    /// <summary>Sends one event to one session only.</summary>
    public void SendTo(GatewaySession session, string type, Action<Utf8JsonWriter> payload)
    {
        lock (world.Gate)
        {
            session.Send(type, Json.Write(payload));
            metrics.Count(Counter.Dispatches);
        }
    }

    public void Add(GatewayConnection connection)
    {
        lock (world.Gate)
        {
            connections.Add(connection);
        }
    }

    /// <summary>Forgets a connection; its session can be resumed unless the client said a normal goodbye.</summary>
    public void Remove(GatewayConnection connection, bool keepsSession)
    {
        lock (world.Gate)
        {
            connections.Remove(connection);
            if (connection.Session is not { } session || session.Connection != connection)
            {
                return;
            }

            session.Connection = null;
            session.DisconnectedAt = world.Now;
            if (!keepsSession)
            {
                sessions.Remove(session.Id);
            }

            world.RaiseChanged("BOT_DISCONNECTED");
        }
    }

    /// <summary>Starts a session: READY and GUILD_CREATE are the first things it sends.</summary>
    public GatewaySession Identify(GatewayConnection connection, Intents intents, int shard, int shards)
    {
        lock (world.Gate)
        {
            DropExpired();
            var session = new GatewaySession(NewId(), intents, shard, shards) { Connection = connection };
            sessions.Add(session.Id, session);
            metrics.Count(Counter.Identifies);
            SendTo(session, "READY", json => WriteReady(json, session));
            if (session.Wants(Intents.Guilds) && session.Covers(world.Guild.Id))
            {
                SendTo(session, "GUILD_CREATE", json => WriteGuild(json, session));
            }

            world.RaiseChanged("BOT_CONNECTED");
            return session;
        }
    }

    /// <summary>Takes a session up again: what was missed in order, then RESUMED. Null when it is gone.</summary>
    public GatewaySession? Resume(GatewayConnection connection, string id, long sequence)
    {
        lock (world.Gate)
        {
            DropExpired();
            if (!sessions.TryGetValue(id, out var session))
            {
                return null;
            }

            if (sequence > session.Sequence || sequence < 0)
            {
                throw new GatewayClose(CloseCode.InvalidSequence, "Invalid seq.");
            }

            if (session.Since(sequence) is not { } missed)
            {
                sessions.Remove(id);
                return null;
            }

            session.Connection?.Abort();
            session.Connection = connection;
            session.DisconnectedAt = null;
            metrics.Count(Counter.Resumes);
            foreach (var item in missed)
            {
                connection.Send(item);
            }

            SendTo(session, "RESUMED", json =>
            {
                json.WriteStartObject();
                json.WriteEndObject();
            });
            world.RaiseChanged("BOT_CONNECTED");
            return session;
        }
    }

    /// <summary>Acts on every connection there is: the faults.</summary>
    public void ForEachConnection(Action<GatewayConnection> act)
    {
        GatewayConnection[] all;
        lock (world.Gate)
        {
            all = [.. connections];
        }

        foreach (var connection in all)
        {
            act(connection);
        }
    }

    /// <summary>Op 9: with false the session is over.</summary>
    public void Invalidate(bool resumable) => ForEachConnection(connection =>
    {
        lock (world.Gate)
        {
            if (!resumable && connection.Session is { } session)
            {
                session.Connection = null;
                sessions.Remove(session.Id);
            }
        }

        connection.SendInvalidSession(resumable);
    });

    private void WriteReady(Utf8JsonWriter json, GatewaySession session)
    {
        json.WriteStartObject();
        json.WriteNumber("v", 10);
        json.WriteValue("user", world.BotUser);
        json.WriteStartArray("guilds");
        if (session.Covers(world.Guild.Id))
        {
            json.WriteStartObject();
            json.WriteId("id", world.Guild.Id);
            json.WriteBoolean("unavailable", true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("session_id", session.Id);
        json.WriteString("resume_gateway_url", Url);
        json.WriteString("session_type", "normal");
        json.WriteStartArray("shard");
        json.WriteNumberValue(session.Shard);
        json.WriteNumberValue(session.Shards);
        json.WriteEndArray();
        json.WriteStartObject("application");
        json.WriteId("id", world.Application.Id);
        json.WriteNumber("flags", world.Application.Flags);
        json.WriteEndObject();
        foreach (var empty in (ReadOnlySpan<string>)["private_channels", "presences", "relationships", "geo_ordered_rtc_regions"])
        {
            json.WriteStartArray(empty);
            json.WriteEndArray();
        }

        json.WriteStartObject("user_settings");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteGuild(Utf8JsonWriter json, GatewaySession session)
    {
        var guild = world.Guild;
        IEnumerable<Member> members = listAllMembers || session.Intents.HasFlag(Intents.Presences) ? guild.Members.Values : [world.BotMember];
        guild.WriteCreate(json, world.BotUser.Id, members, guild.Channels.Values.Where(world.BotSees));
    }

    private void DropExpired()
    {
        foreach (var session in sessions.Values.Where(session => world.Now - session.DisconnectedAt > Limits.ResumeWindow).ToList())
        {
            sessions.Remove(session.Id);
        }
    }

    private string NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
