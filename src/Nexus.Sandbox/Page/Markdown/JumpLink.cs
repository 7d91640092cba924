using System.Globalization;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>Discord's own address of a channel or message, which leads to its place on this page.</summary>
internal static class JumpLink
{
    private const string Prefix = "https://discord.com/channels/";

    /// <summary>Where it leads here and what Discord's client shows for it; null when it is no such address or the reader does not see the channel.</summary>
    public static (string Address, string Words)? Of(string url, NamesOnPage names)
    {
        if (!url.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = url[Prefix.Length..].Split('?', '#')[0].TrimEnd('/').Split('/');
        if (parts.Length is < 2 or > 3 || !TryParse(parts[1], out var channel) || !names.Channels.TryGetValue(channel, out var name))
        {
            return null;
        }

        return parts.Length == 2 ? ($"/channels/{channel}", $"#{name}")
            : TryParse(parts[2], out var message) ? ($"/channels/{channel}#message-{message}", $"#{name} › message")
            : null;
    }

    private static bool TryParse(string text, out ulong id) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);
}
