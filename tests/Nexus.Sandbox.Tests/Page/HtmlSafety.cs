using System.Net;
using System.Text.RegularExpressions;

namespace Nexus.Sandbox.Tests.Page;

/// <summary>Reads rendered HTML the way a browser does: what tags and attributes are there once all text is told apart.</summary>
internal static partial class HtmlSafety
{
    private static readonly HashSet<string> KnownTags =
    [
        "div", "span", "a", "strong", "em", "u", "s", "code", "pre", "blockquote", "ul", "ol", "li", "br", "button", "nexus-time",
    ];

    private static readonly HashSet<string> KnownAttributes =
    [
        "class", "role", "aria-level", "aria-label", "aria-expanded", "tabindex", "href", "title", "target", "rel", "style", "start", "type",
        "data-command", "data-language", "unix", "format",
    ];

    /// <summary>Every way in which the HTML is not safe, in words.</summary>
    public static IEnumerable<string> Faults(string html)
    {
        var open = new Stack<string>();
        var at = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            if (html.AsSpan(at, tag.Index - at).IndexOfAny('<', '>') >= 0)
            {
                yield return $"a bare angle bracket before {tag.Value}";
            }

            at = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value;
            if (!KnownTags.Contains(name))
            {
                yield return $"tag {name}";
            }

            if (tag.Groups["close"].Success)
            {
                if (!open.TryPop(out var expected) || expected != name)
                {
                    yield return $"</{name}> closes nothing";
                }
            }
            else if (name != "br")
            {
                open.Push(name);
            }

            foreach (Match attribute in Attribute().Matches(tag.Groups["rest"].Value))
            {
                var (key, value) = (attribute.Groups["key"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value));
                if (!KnownAttributes.Contains(key))
                {
                    yield return $"attribute {key}";
                }

                if (key == "href" && !HttpOrChannel().IsMatch(value))
                {
                    yield return $"address {value}";
                }

                if (key == "style" && !RoleColor().IsMatch(value))
                {
                    yield return $"style {value}";
                }
            }
        }

        if (html.AsSpan(at).IndexOfAny('<', '>') >= 0)
        {
            yield return "a bare angle bracket at the end";
        }

        if (open.Count > 0)
        {
            yield return $"<{open.Peek()}> is never closed";
        }
    }

    [GeneratedRegex("<(?<close>/)?(?<name>[a-z-]+[1-6]?)(?<rest>(?: [a-z-]+=\"[^\"<>]*\")*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<key>[a-z-]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^(https?://[^\s""<>\\]+|/channels/\d+)\z")]
    private static partial Regex HttpOrChannel();

    [GeneratedRegex(@"^--role:#[0-9a-f]{6}\z")]
    private static partial Regex RoleColor();
}
