using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Nexus.Bot.Tests.Support;

/// <summary>Log lines as text, each with its exception and the interaction it belongs to. Lines of the framework are left out.</summary>
internal sealed class CollectedLogs : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Collector(this, categoryName.StartsWith("Nexus", StringComparison.Ordinal));

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Collector(CollectedLogs logs, bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => logs._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => isOurs;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!isOurs)
            {
                return;
            }

            var scope = "";
            logs._scopes.ForEachScope((inner, _) => scope += $" [{inner}]", 0);
            logs.Lines.Enqueue($"{logLevel}: {formatter(state, exception)}{scope} {exception}");
        }
    }
}
