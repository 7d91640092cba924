using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Extensions.Logging;
using Nexus.Discord;

namespace Nexus.Bot.Search;

/// <summary>One index for each server, in memory: read when a server first asks, then changed with what is saved.</summary>
/// <param name="read">All of a server.</param>
internal sealed partial class Shelves<T>(Func<Snowflake, CancellationToken, Task<T>> read, ILogger log) where T : class
{
    private readonly ConcurrentDictionary<Snowflake, Shelf> _shelves = new();

    public async ValueTask<T> OfAsync(Snowflake guild, CancellationToken ct)
    {
        var shelf = _shelves.GetOrAdd(guild, static _ => new Shelf());
        if (shelf.Index is { } ready)
        {
            return ready;
        }

        await shelf.Gate.WaitAsync(ct);
        try
        {
            return shelf.Index ??= await read(guild, ct);
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    /// <param name="id">Of the row that was saved.</param>
    /// <param name="change">Gives the index with the row as it is in the database now.</param>
    public async Task ChangedAsync(Snowflake guild, long id, Func<T, Task<T>> change)
    {
        // Who reads the server's rows first reads this one with them.
        if (!_shelves.TryGetValue(guild, out var shelf))
        {
            return;
        }

        await shelf.Gate.WaitAsync();
        try
        {
            shelf.Index = shelf.Index is { } index ? await change(index) : null;
        }
        catch (DbException wrong)
        {
            // What was saved stands; the next look reads all of it again.
            NotRead(log, wrong, typeof(T).Name, id);
            shelf.Index = null;
        }
        finally
        {
            shelf.Gate.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Row {Id} could not be read; the {Index} of its server is read anew")]
    private static partial void NotRead(ILogger log, Exception exception, string index, long id);

    private sealed class Shelf
    {
        private volatile T? _index;

        public SemaphoreSlim Gate { get; } = new(1);

        public T? Index
        {
            get => _index;
            set => _index = value;
        }
    }
}
