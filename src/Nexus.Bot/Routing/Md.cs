using System.Globalization;
using System.Text;
using Nexus.Discord;

namespace Nexus.Bot.Routing;

/// <summary>Discord's markdown: makes user text harmless, cuts at text elements, writes times and mentions.</summary>
internal static class Md
{
    private const string Everywhere = "\\*_~`|[]<>";
    private const string AtLineStart = "#-+";
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>User text as plain text inside the bot's own words: no formatting, no links, no mentions.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var escaped = new StringBuilder(text.Length + 8);
        var lineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Everywhere.Contains(c) || (lineStart && AtLineStart.Contains(c)) || (c == '.' && IsOrderedListMark(text, i)))
            {
                escaped.Append('\\');
            }

            if (char.IsControl(c) && c is not '\n')
            {
                continue;
            }

            escaped.Append(c);
            if (c == '@')
            {
                escaped.Append(ZeroWidthSpace); // so that not even the look of @everyone is left
            }

            lineStart = c == '\n' || (lineStart && char.IsWhiteSpace(c));
        }

        return escaped.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string EscapeLine(string? text) => Escape(Line(text));

    /// <summary>Line breaks and runs of spaces become one space.</summary>
    public static string Line(string? text) =>
        string.IsNullOrEmpty(text) ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>At most <paramref name="max"/> UTF-16 units, never within a text element, with an ellipsis where something went.</summary>
    public static string Cut(string? text, int max)
    {
        if (text is null || text.Length <= max)
        {
            return text ?? "";
        }

        var end = 0;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next > max - 1)
            {
                break;
            }

            end = next;
        }

        return text[..end].TrimEnd() + "…";
    }

    /// <summary>Shown in each reader's own zone: date and time, then how far away it is.</summary>
    public static string Moment(DateTimeOffset instant) => $"{Time(instant, 'F')} ({Time(instant, 'R')})";

    /// <param name="style">One of t T d D f F s S R.</param>
    public static string Time(DateTimeOffset instant, char style = 'F') =>
        string.Create(CultureInfo.InvariantCulture, $"<t:{instant.ToUnixTimeSeconds()}:{style}>");

    public static string User(Snowflake id) => $"<@{id}>";

    public static string Role(Snowflake id) => $"<@&{id}>";

    public static string Channel(Snowflake id) => $"<#{id}>";

    /// <summary>A link to a message, for "links both ways".</summary>
    public static string MessageUrl(Snowflake? guild, Snowflake channel, Snowflake message) =>
        $"https://discord.com/channels/{(guild is { } id ? id.ToString() : "@me")}/{channel}/{message}";

    /// <summary>A link to a channel or thread.</summary>
    public static string ChannelUrl(Snowflake guild, Snowflake channel) => $"https://discord.com/channels/{guild}/{channel}";

    /// <summary>Inline code; backticks inside are replaced, since they cannot be escaped there.</summary>
    public static string Code(string text) => $"`{Line(text).Replace('`', 'ˋ')}`";

    private static bool IsOrderedListMark(string text, int dot)
    {
        var i = dot - 1;
        while (i >= 0 && char.IsAsciiDigit(text[i]))
        {
            i--;
        }

        return i < dot - 1 && (i < 0 || text[i] == '\n');
    }
}
