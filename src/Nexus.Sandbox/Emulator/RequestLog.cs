namespace Nexus.Sandbox.Emulator;

/// <summary>The last requests, in a ring: bodies stay bytes until somebody looks.</summary>
internal sealed class RequestLog(int capacity = 1000)
{
    private readonly RequestEntry?[] ring = new RequestEntry[capacity];
    private readonly Lock gate = new();
    private long count;

    /// <summary>Raised after each request: take note, do the work elsewhere.</summary>
    public event Action? Added;

    public void Add(DateTimeOffset at, string method, string path, int status, double milliseconds, ReadOnlyMemory<byte> body, string? error)
    {
        lock (gate)
        {
            count++;
            ring[count % capacity] = new RequestEntry(count, at, method, path, status, milliseconds, body, error);
        }

        Added?.Invoke();
    }

    /// <summary>Entries after number <paramref name="number"/>, oldest first, as far as they are still kept.</summary>
    public List<RequestEntry> Since(long number)
    {
        lock (gate)
        {
            var first = Math.Max(number + 1, count - capacity + 1);
            var entries = new List<RequestEntry>();
            for (var n = Math.Max(1, first); n <= count; n++)
            {
                entries.Add(ring[n % capacity]!);
            }

            return entries;
        }
    }
}
