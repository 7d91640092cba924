using Nexus.Bot.Search;
using Nexus.Discord;
using Nexus.Discord.Model;

namespace Nexus.Bot.Features.Questions;

/// <summary>Chooses a post's tags among those the forum offers.</summary>
internal static class QuestionTags
{
    private const int Most = 5;

    /// <summary>Tags the question names, else the asker's track; the first of the forum when it insists on one and none fits.</summary>
    /// <param name="tracks">Names of the asker's tracks.</param>
    public static IReadOnlyList<Snowflake> Of(Channel forum, Question post, IReadOnlyList<string> tracks)
    {
        var free = (forum.AvailableTags ?? []).Where(tag => !tag.Moderated && tag.Id is not null).ToList();
        var words = $" {SearchText.Normalise($"{post.Title} {post.Text}")} ";
        var named = free.Where(tag => words.Contains($" {SearchText.Normalise(tag.Name)} ", StringComparison.Ordinal)).ToList();
        var fitting = named.Count > 0 ? named : free.Where(tag => tracks.Contains(tag.Name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (fitting.Count == 0 && forum.Flags.HasFlag(ChannelFlags.RequireTag))
        {
            fitting = [.. free.Take(1)];
        }

        return [.. fitting.Take(Most).Select(tag => tag.Id!.Value)];
    }
}
