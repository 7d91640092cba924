using Microsoft.Extensions.Configuration;
using Nexus.Bot.Hosting;

namespace Nexus.Bot;

/// <summary><c>--healthcheck</c>: asks the running bot's own <c>/healthz/ready</c>, for the container's HEALTHCHECK.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <returns>The process's exit code: 0 ready, 1 not.</returns>
    public static async Task<int> AskAsync(IConfiguration configuration, TextWriter output)
    {
        var urls = configuration["Health:Urls"] ?? new HealthOptions().Urls;
        if (!HealthAddress.TryParse(urls, out var address))
        {
            await output.WriteLineAsync("Health:Urls is empty or no address, so there is nothing to ask.");
            return 1;
        }

        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var response = await client.GetAsync(address.LocalReady);
            await output.WriteLineAsync(await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            await output.WriteLineAsync($"{address.LocalReady} does not answer: {exception.Message}");
            return 1;
        }
    }
}
