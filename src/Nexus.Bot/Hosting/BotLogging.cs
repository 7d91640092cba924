using System.Data.Common;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace Nexus.Bot.Hosting;

/// <summary>Serilog to the console: for reading in development, compact JSON elsewhere.</summary>
internal static class BotLogging
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext} {Message:lj}{InteractionSuffix:l}{NewLine}{Exception}";

    public static void AddBotLogging(this IHostApplicationBuilder builder, BotSettings settings) =>
        builder.Services.AddSerilog(CreateLogger(settings, builder.Environment.IsDevelopment(), Console.Out), dispose: true);

    /// <summary>No static logger: several bots may live in one process.</summary>
    public static Logger CreateLogger(BotSettings settings, bool isDevelopment, TextWriter console)
    {
        var isText = settings.Log.Format is { Length: > 0 } format ? format.Equals("Text", StringComparison.OrdinalIgnoreCase) : isDevelopment;
        ITextFormatter formatter = isText ? new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture) : new RenderedCompactJsonFormatter();
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(settings.Log.Level)
            .MinimumLevel.Override("Microsoft", AtLeast(LogEventLevel.Warning, settings))
            .MinimumLevel.Override("System", AtLeast(LogEventLevel.Warning, settings))
            .MinimumLevel.Override("Quartz", AtLeast(LogEventLevel.Warning, settings))
            .Enrich.FromLogContext()
            .WriteTo.Sink(new ConsoleLines(new RedactingFormatter(formatter, Secrets(settings)), console));
        return (isText ? logger.Enrich.With<InteractionSuffix>() : logger).CreateLogger();
    }

    private static LogEventLevel AtLeast(LogEventLevel level, BotSettings settings) =>
        settings.Log.Level > level ? settings.Log.Level : level;

    private static IEnumerable<string?> Secrets(BotSettings settings)
    {
        yield return settings.Discord.Token;
        if (settings.Database.IsPostgres)
        {
            yield return settings.Database.ConnectionString;
            var parts = new DbConnectionStringBuilder { ConnectionString = settings.Database.EffectiveConnectionString };
            yield return parts.TryGetValue("Password", out var password) ? password as string : null;
        }
    }

    /// <summary>Short form of the scope for lines that people read; JSON lines carry its parts as fields.</summary>
    private sealed class InteractionSuffix : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            var suffix = logEvent.Properties.TryGetValue("InteractionId", out var id) && logEvent.Properties.TryGetValue("Command", out var command)
                ? $" [{Text(command)} {Text(id)}]"
                : "";
            logEvent.AddPropertyIfAbsent(new LogEventProperty("InteractionSuffix", new ScalarValue(suffix)));
        }

        private static string Text(LogEventPropertyValue value) => value is ScalarValue scalar ? scalar.Value?.ToString() ?? "" : "";
    }

    private sealed class ConsoleLines(ITextFormatter formatter, TextWriter console) : ILogEventSink
    {
        private readonly Lock _lock = new();

        public void Emit(LogEvent logEvent)
        {
            lock (_lock)
            {
                formatter.Format(logEvent, console);
                console.Flush();
            }
        }
    }
}
