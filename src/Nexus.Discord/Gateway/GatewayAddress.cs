namespace Nexus.Discord.Gateway;

/// <summary><see href="https://discord.com/developers/docs/events/gateway#connecting"/></summary>
internal static class GatewayAddress
{
    /// <summary>The address as Discord gave it, with the version and encoding this client speaks.</summary>
    public static Uri WithQuery(Uri address, bool compress) =>
        new UriBuilder(address) { Query = compress ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json" }.Uri;

    /// <summary>The token goes over this address, so a client that talks to an https API never follows it to an unencrypted socket.</summary>
    public static bool IsAcceptable(Uri address, Uri api) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && api.Scheme == Uri.UriSchemeHttp));
}
