using System.Net;

namespace Nexus.Sandbox.Page.Markdown;

/// <summary>Text as HTML.</summary>
internal static class HtmlText
{
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    public static string Paragraph(string text) =>
        $"<div class=\"md-p\">{Encode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</div>";
}
