using System.Net;
using Nexus.Discord.Model;

namespace Nexus.Discord.Rest;

/// <summary>
/// Reads a file that somebody uploaded, from Discord's CDN and from nowhere else, so that no address in a message makes this
/// machine ask another one. No token goes along.
/// See <see href="https://discord.com/developers/docs/reference#signed-attachment-cdn-urls"/>.
/// </summary>
internal sealed class AttachmentDownload(DiscordOptions options, HttpMessageInvoker http, TimeProvider clock)
{
    private const int Tries = 3;
    private const string Route = "GET attachment";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    public async Task<byte[]> ReadAsync(Attachment attachment, long limit, CancellationToken ct)
    {
        if (!Uri.TryCreate(attachment.Url, UriKind.Absolute, out var address) || !IsDiscords(address))
        {
            throw Failed(HttpStatusCode.BadRequest, "The file's address is not Discord's.");
        }

        if (attachment.Size > limit)
        {
            throw TooLarge();
        }

        using var deadline = new CancellationTokenSource(Deadline, clock);
        using var link = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await TryAsync(address, limit, link.Token).ConfigureAwait(false);
                }
                catch (DiscordApiException trouble) when (attempt < Tries && trouble.Status is 0 or >= 500)
                {
                    await Task.Delay(FirstPause * (1 << (attempt - 1)), clock, link.Token).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw Failed(0, "The file did not arrive in time.");
        }
    }

    // A Discord on this machine serves its own files; the real one has two hosts for them.
    private bool IsDiscords(Uri address) => options.ApiBase.IsLoopback
        ? address.Scheme == options.ApiBase.Scheme && address.Authority == options.ApiBase.Authority
        : address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.Host is "cdn.discordapp.com" or "media.discordapp.net";

    private async Task<byte[]> TryAsync(Uri address, long limit, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        try
        {
            using var response = await http.SendAsync(request, ct).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Failed(response.StatusCode, "The file cannot be read.");
            }

            if (response.Content.Headers.ContentLength > limit)
            {
                throw TooLarge();
            }

            var stream = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                using var read = new PooledBuffer();
                while (await stream.ReadAsync(read.GetMemory(), ct).ConfigureAwait(false) is > 0 and var count)
                {
                    read.Advance(count);
                    if (read.Length > limit)
                    {
                        throw TooLarge();
                    }
                }

                return read.Written.ToArray();
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Failed(0, "The connection failed.");
        }
    }

    private static DiscordApiException TooLarge() => Failed(HttpStatusCode.RequestEntityTooLarge, "The file is too large.");

    private static DiscordApiException Failed(HttpStatusCode status, string message) => new(Route, (int)status, 0, message);
}
