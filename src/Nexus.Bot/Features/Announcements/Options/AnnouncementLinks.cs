using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Announcements.Options;

/// <summary>The buttons of an announcement as they are typed: a line each, words and then an address.</summary>
internal static class AnnouncementLinks
{
    public const int Most = 3;
    private const int MostLabel = 80;
    private const int MostAddress = 512;

    /// <returns>The links, or what is wrong with the first line that is none.</returns>
    public static (IReadOnlyList<AnnouncementLink> Links, string? Wrong) Read(string typed)
    {
        var lines = typed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > Most)
        {
            return ([], $"At most {Most} buttons fit, one a line; these are {lines.Length}.");
        }

        var links = new List<AnnouncementLink>();
        foreach (var line in lines)
        {
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var (label, address) = (string.Join(' ', words[..^1]), words[^1]);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0 || !uri.Host.Contains('.', StringComparison.Ordinal))
            {
                return ([], $"{Md.Code(Md.Cut(address, 100))} is no address that starts with `https://`.");
            }

            if (address.Length > MostAddress || label.Length > MostLabel)
            {
                return ([], $"A button has at most {MostLabel} characters, and its address at most {MostAddress}.");
            }

            links.Add(new AnnouncementLink(label.Length == 0 ? Md.Cut(uri.Host, MostLabel) : label, uri.AbsoluteUri));
        }

        return (links, null);
    }

    public static string ToEdit(IReadOnlyList<AnnouncementLink> links) => string.Join('\n', links.Select(link => $"{link.Label} {link.Url}"));
}
