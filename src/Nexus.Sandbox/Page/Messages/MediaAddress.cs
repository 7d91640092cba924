using System.Text.Json;
using Nexus.Sandbox.Page.Markdown;

namespace Nexus.Sandbox.Page.Messages;

/// <summary>Where a picture or file of a message is fetched from: an http(s) address, or the attachment of that name.</summary>
internal static class MediaAddress
{
    private const string AttachmentScheme = "attachment://";

    public static string? Of(JsonElement media, JsonElement message)
    {
        var url = media.Text("url");
        if (url.StartsWith(AttachmentScheme, StringComparison.Ordinal))
        {
            var name = url[AttachmentScheme.Length..];
            url = message.List("attachments").FirstOrDefault(attachment => attachment.Text("filename") == name).Text("url");
        }

        return SafeUrl.Accept(url);
    }

    public static bool IsPicture(JsonElement attachment) =>
        attachment.Text("content_type").StartsWith("image/", StringComparison.Ordinal)
        && !attachment.Text("content_type").Contains("svg", StringComparison.Ordinal);

    public static string Size(int bytes) => bytes switch
    {
        < 1024 => $"{bytes} bytes",
        < 1024 * 1024 => $"{bytes / 1024.0:0.#} KB",
        _ => $"{bytes / 1024.0 / 1024.0:0.#} MB",
    };
}
