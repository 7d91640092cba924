namespace Nexus.Bot.Features.Shared;

/// <summary>Puts people together one calculation after another, on a thread that serves nobody else meanwhile.</summary>
internal sealed class MatchingGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <param name="solve">Takes a processor for as long as it runs.</param>
    public async Task<T> RunAsync<T>(Func<T> solve, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return await Task.Run(solve, ct);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
