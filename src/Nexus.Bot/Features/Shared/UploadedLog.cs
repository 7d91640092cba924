using System.Text;
using Nexus.Discord;
using Nexus.Discord.Model;
using Nexus.Discord.Rest;

namespace Nexus.Bot.Features.Shared;

/// <summary>Reads a log that somebody attached.</summary>
internal sealed class UploadedLog(IDiscordRest discord)
{
    public const int Largest = 256 * 1024;

    // An error stands at the end of its log; so much is read of a pasted one, too.
    private const int MostRead = 6000;

    /// <returns>Its end; null when it is no text, too large, or gone.</returns>
    public async Task<string?> ReadAsync(Attachment file, CancellationToken ct)
    {
        try
        {
            // Windows shells write UTF-16, which its first bytes tell.
            using var reader = new StreamReader(new MemoryStream(await discord.DownloadAsync(file, Largest, ct)), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var text = await reader.ReadToEndAsync(ct);
            return text.Contains('\0') ? null : text[^Math.Min(text.Length, MostRead)..];
        }
        catch (DiscordApiException)
        {
            return null;
        }
    }
}
