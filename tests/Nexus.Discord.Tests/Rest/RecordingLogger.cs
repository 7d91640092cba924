using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Nexus.Discord.Tests.Rest;

/// <summary>Keeps every line, from the finest level on, with its structured values and its exception.</summary>
internal sealed class RecordingLogger : ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {{{values}}} {exception}");
    }
}
