namespace Nexus.Sandbox.Page.Markdown;

/// <summary>The one gate for addresses that come from a message: absolute http or https, nothing else.</summary>
internal static class SafeUrl
{
    private const int Longest = 2048;

    /// <summary>The address in its canonical form, or null if the page must not link to it.</summary>
    public static string? Accept(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest || text.AsSpan().ContainsAny(Refused))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Length > 0
            ? uri.AbsoluteUri : null;
    }

    private static readonly System.Buffers.SearchValues<char> Refused =
        System.Buffers.SearchValues.Create([' ', '\\', '"', '<', '>', '`', .. Enumerable.Range(0, 32).Select(code => (char)code), (char)127]);
}
