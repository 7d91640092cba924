namespace Nexus.Sandbox.Emulator;

/// <summary>What outlives a connection: the sequence, and the latest events for a resume. Guarded by the world's gate.</summary>
internal sealed class GatewaySession(string id, Intents intents, int shard, int shards)
{
    private const int Kept = 2000;
    private readonly Queue<SessionEvent> recent = new();

    public string Id { get; } = id;

    public Intents Intents { get; } = intents;

    public int Shard { get; } = shard;

    public int Shards { get; } = shards;

    public long Sequence { get; private set; }

    public GatewayConnection? Connection { get; set; }

    public DateTimeOffset? DisconnectedAt { get; set; }

    /// <summary>Numbers an event, keeps it and sends it if somebody is connected.</summary>
    public void Send(string type, ReadOnlyMemory<byte> payload, bool twice = false)
    {
        var next = new SessionEvent(++Sequence, type, payload);
        recent.Enqueue(next);
        if (recent.Count > Kept)
        {
            recent.Dequeue();
        }

        Connection?.Send(next);
        if (twice)
        {
            Connection?.Send(next);
        }
    }

    /// <summary>What came after a sequence number; null when that is too long ago.</summary>
    public IReadOnlyList<SessionEvent>? Since(long sequence)
    {
        var oldest = recent.TryPeek(out var first) ? first.Sequence : Sequence + 1;
        return sequence + 1 < oldest ? null : [.. recent.Where(item => item.Sequence > sequence)];
    }

    public bool Wants(Intents any) => any == Intents.None || (Intents & any) != 0;

    public bool Covers(ulong guild) => (int)((guild >> 22) % (ulong)Shards) == Shard;
}
