using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Nexus.Bot.Hosting;

/// <summary>
/// Serves <c>/healthz/live</c> (the process answers) and <c>/healthz/ready</c> (gateway session, database, scheduler).
/// HttpListener, because the bot carries no web framework for two pages.
/// </summary>
internal sealed partial class HealthPage(HealthOptions options, HealthCheckService checks, ILogger<HealthPage> log) : IHostedService, IDisposable
{
    private const int PortAttempts = 5;

    private HttpListener? _listener;
    private Task _serving = Task.CompletedTask;

    /// <summary>Null when switched off, or when the address is taken.</summary>
    public HealthAddress? Address { get; private set; }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!HealthAddress.TryParse(options.Urls, out var wanted))
        {
            return Task.CompletedTask;
        }

        for (var attempt = 1; attempt <= PortAttempts && _listener is null; attempt++)
        {
            var address = wanted.Port == 0 ? wanted.WithFreePort() : wanted;
            var listener = new HttpListener();
            listener.Prefixes.Add(address.Prefix);
            try
            {
                listener.Start();
                (_listener, Address) = (listener, address);
            }
            catch (HttpListenerException exception)
            {
                listener.Close();
                if (wanted.Port != 0 || attempt == PortAttempts)
                {
                    // The bot is worth more than its health page: another bot on this machine may hold the port.
                    AddressTaken(log, exception, options.Urls);
                    return Task.CompletedTask;
                }
            }
        }

        _serving = ServeAsync(_listener!);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _listener?.Close();
        await _serving.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => ((IDisposable?)_listener)?.Dispose();

    private async Task ServeAsync(HttpListener listener)
    {
        while (listener.IsListening)
        {
            try
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                if (!listener.IsListening)
                {
                    return;
                }
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        switch (context.Request.Url?.AbsolutePath)
        {
            case "/healthz/live":
                await WriteAsync(response, HttpStatusCode.OK, "text/plain", "live"u8.ToArray());
                break;
            case "/healthz" or "/healthz/ready":
                var report = await checks.CheckHealthAsync();
                await WriteAsync(response, report.Status == HealthStatus.Unhealthy ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK, "application/json", Describe(report));
                break;
            default:
                await WriteAsync(response, HttpStatusCode.NotFound, "text/plain", Encoding.UTF8.GetBytes("See /healthz/live and /healthz/ready."));
                break;
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, HttpStatusCode status, string type, byte[] body)
    {
        response.StatusCode = (int)status;
        response.ContentType = type;
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
    }

    private static byte[] Describe(HealthReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", report.Status == HealthStatus.Unhealthy ? "not ready" : "ready");
            json.WriteStartObject("checks");
            foreach (var (name, entry) in report.Entries)
            {
                json.WriteString(name, entry.Description ?? entry.Status.ToString());
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The health page cannot listen on {Address}; set Health:Urls to a free address, or to nothing to switch it off")]
    private static partial void AddressTaken(ILogger log, Exception exception, string address);
}
