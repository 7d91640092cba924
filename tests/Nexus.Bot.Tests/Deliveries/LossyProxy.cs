using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Nexus.Bot.Tests.Deliveries;

/// <summary>Passes HTTP on, and now and then drops the connection of a message: before Discord has it, or before its answer arrives.</summary>
internal sealed class LossyProxy : IAsyncDisposable
{
    private static readonly byte[] s_message = "POST /api/v10/channels/"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, byte> _running = new();
    private readonly Uri _to;
    private readonly Task _accepting;
    private int _requestsToLose;
    private int _answersToLose;
    private int _lost;

    public LossyProxy(Uri to)
    {
        _to = to;
        _listener.Start();
        Address = new UriBuilder(to) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>How many connections were dropped.</summary>
    public int Lost => Volatile.Read(ref _lost);

    public void LoseRequest() => Interlocked.Increment(ref _requestsToLose);

    public void LoseAnswer() => Interlocked.Increment(ref _answersToLose);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await Task.WhenAll([_accepting, .. _running.Keys]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var run = PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            _running[run] = 0;
            _ = run.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using var _ = client;
        (client.NoDelay, server.NoDelay) = (true, true);
        await server.ConnectAsync(_to.Host, _to.Port, _stop.Token);
        var (near, far) = (client.GetStream(), server.GetStream());
        var doomed = false;
        await Task.WhenAny(
            CopyAsync(near, far, chunk =>
            {
                if (!chunk.StartsWith(s_message))
                {
                    return true;
                }

                if (Take(ref _requestsToLose))
                {
                    return false;
                }

                Volatile.Write(ref doomed, doomed || Take(ref _answersToLose));
                return true;
            }),
            CopyAsync(far, near, _ => !Volatile.Read(ref doomed)));
        client.LingerState = new LingerOption(true, 0); // a reset, not an orderly end
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, ChunkRule passes)
    {
        var buffer = new byte[32 * 1024];
        while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
        {
            if (!passes(buffer.AsSpan(0, read)))
            {
                Interlocked.Increment(ref _lost);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }

    private static bool Take(ref int count)
    {
        if (Interlocked.Decrement(ref count) >= 0)
        {
            return true;
        }

        Interlocked.Increment(ref count);
        return false;
    }

    private delegate bool ChunkRule(ReadOnlySpan<byte> chunk);
}
