using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Nexus.Bot.Hosting;

/// <summary>Where the health page listens. <c>+</c> and <c>*</c> as host mean every interface.</summary>
internal sealed record HealthAddress(string Host, int Port)
{
    /// <summary>As <see cref="HttpListener"/> wants it.</summary>
    public string Prefix => string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{Port}/");

    /// <summary>As the container's health check asks, from the same machine.</summary>
    public Uri LocalReady => new(string.Create(CultureInfo.InvariantCulture, $"http://{(Host is "+" or "*" or "0.0.0.0" ? "127.0.0.1" : Host)}:{Port}/healthz/ready"));

    public static bool TryParse(string text, [NotNullWhen(true)] out HealthAddress? address)
    {
        address = null;
        const string scheme = "http://";
        if (!text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || text.Contains(';'))
        {
            return false;
        }

        var hostAndPort = text[scheme.Length..].TrimEnd('/');
        var colon = hostAndPort.LastIndexOf(':');
        var host = colon < 0 ? hostAndPort : hostAndPort[..colon];
        var port = 80;
        if (host.Length == 0 || host.Contains('/') || (colon >= 0 && (!int.TryParse(hostAndPort.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > 65535)))
        {
            return false;
        }

        address = new HealthAddress(host, port);
        return true;
    }

    /// <summary>HttpListener knows no "any free port", so one is looked for first.</summary>
    public HealthAddress WithFreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return this with { Port = ((IPEndPoint)probe.LocalEndpoint).Port };
    }
}
