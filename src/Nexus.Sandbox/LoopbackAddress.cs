using System.Net;

namespace Nexus.Sandbox;

/// <summary>The sandbox has no passwords: nobody but this machine may reach it.</summary>
internal static class LoopbackAddress
{
    public static void Require(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
                || !(uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))))
            {
                throw new ArgumentException(
                    $"The sandbox listens on this machine only: --urls {url} is refused. Use a loopback address such as http://127.0.0.1:5080.");
            }
        }
    }
}
