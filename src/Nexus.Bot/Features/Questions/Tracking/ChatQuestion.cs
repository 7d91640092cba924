using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Questions.Tracking;

/// <summary>A question as it can be read out of a chat message; nothing secret is in it.</summary>
internal static class ChatQuestion
{
    private const string Fence = "```";

    /// <summary>Its first line of words, without the marks that make words bold or a heading; empty when there is none.</summary>
    public static string Title(string message)
    {
        var isCode = false;
        foreach (var line in Secrets.Mask(message).Split('\n'))
        {
            if (line.Contains(Fence, StringComparison.Ordinal))
            {
                isCode ^= line.Split(Fence).Length % 2 == 0;
                continue;
            }

            var words = Md.Line(line.Trim().TrimStart('#', '>', '-', '*', ' ').Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));
            if (!isCode && words.Any(char.IsLetterOrDigit))
            {
                return Md.Cut(words, Question.MostTitle);
            }
        }

        return "";
    }

    public static string Text(string message) => Md.Cut(Secrets.Mask(message.ReplaceLineEndings("\n")).Trim(), Question.MostText);
}
